import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSoql, SoqlError } from '../../src/soql';

function fault(text: string): string {
  try {
    parseSoql(text);
  } catch (error) {
    if (error instanceof SoqlError) return `${error.line}:${error.column} ${error.message}`;
    throw error;
  }
  return 'no fault';
}

describe('what the platform refuses', () => {
  it.each([
    ['', "1:1 unexpected token: '<EOF>'"],
    ['SELECT FROM Account', "1:8 unexpected token: 'FROM'"],
    ['SELECT Id', "1:10 unexpected token: '<EOF>'"],
    ['SELECT Id FROM', "1:15 unexpected token: '<EOF>'"],
    ['SELECT Id, FROM Account', "1:12 unexpected token: 'FROM'"],
    ['SELECT Id FROM Account WHERE', "1:29 unexpected token: '<EOF>'"],
    ['SELECT Id FROM Account a b', "1:26 unexpected token: 'b'"],
    ['SELECT Id FROM Account WHERE Name = Foo', "1:37 unexpected token: 'Foo'"],
    ["SELECT Id FROM Account WHERE Name = 'x", "1:37 unexpected token: '''"],
    ['SELECT Id FROM Account WHERE Name = "x"', `1:37 unexpected token: '"'`],
    ['SELECT Id FROM Account LIMIT -1', "1:30 unexpected token: '-'"],
    ['SELECT Id FROM Account LIMIT 1.5', "1:30 unexpected token: '1.5'"],
    ["SELECT Id FROM Account WHERE A = '1' AND B = '2' OR C = '3'", "1:50 unexpected token: 'OR'"],
    ["SELECT Id FROM Account WHERE A = '1' AND NOT B = '2'", "1:42 unexpected token: 'NOT'"],
    ['SELECT Id\nFROM Account\nWHERE ^', "3:7 unexpected token: '^'"],
    ['SELECT Id FROM Account; DROP TABLE Account', "1:23 unexpected token: ';'"],
    ['SELECT COUNT(), Id FROM Account', "1:8 unexpected token: 'COUNT'"],
  ])('%s', (text, expected) => expect(fault(text)).toBe(expected));
});

describe('what the local org does not do yet is refused by name', () => {
  it.each([
    ['SELECT TYPEOF What WHEN Account THEN Id END FROM Event', 'TYPEOF'],
    ['SELECT Name, COUNT(Id) FROM Account GROUP BY ROLLUP(Name)', 'GROUP BY ROLLUP'],
    ['SELECT Id FROM Account USING SCOPE mine', 'USING SCOPE'],
    ['SELECT Id FROM Account FOR VIEW', 'FOR VIEW'],
    ["SELECT Id FROM Account WHERE DISTANCE(Loc__c, GEOLOCATION(1,2), 'mi') < 20", 'DISTANCE()'],
    ['SELECT Id FROM Account, Account.Contacts c', 'more than one object in FROM'],
    ['SELECT Id FROM Account WITH DATA CATEGORY x AT y', 'WITH DATA'],
  ])('%s', (text, feature) => expect(fault(text)).toContain(`The local org does not support ${feature}`));
});

describe('literals', () => {
  const value = (literal: string): unknown => {
    const { where } = parseSoql(`SELECT Id FROM A WHERE F = ${literal}`);
    return where?.kind === 'compare' ? where.value : null;
  };
  it('decodes escapes, keeping those of LIKE in the pattern', () => {
    expect(value(String.raw`'O\'Neil \\ \_ \% \n A'`)).toEqual({
      kind: 'string',
      value: "O'Neil \\ _ % \n A",
      pattern: "O'Neil \\\\ \\_ \\% \n A",
    });
  });
  it('tells dates, instants, times and numbers apart', () => {
    expect(value('2026-01-31')).toEqual({ kind: 'date', text: '2026-01-31' });
    expect(value('2026-01-31T10:00:00+0100')).toEqual({ kind: 'datetime', text: '2026-01-31T10:00:00+0100' });
    expect(value('10:00:00.000Z')).toEqual({ kind: 'time', text: '10:00:00.000Z' });
    expect(value('-12.50')).toEqual({ kind: 'number', text: '-12.50' });
    expect(value('last_n_days:7')).toEqual({ kind: 'formula', name: 'LAST_N_DAYS', n: 7 });
    expect(value(':B0')).toMatchObject({ kind: 'bind', name: 'B0' });
  });
});

it('understands reserved words where the grammar allows them', () => {
  expect(parseSoql('SELECT Group.Name FROM GroupMember WHERE Group.Type = null').select).toHaveLength(1);
  expect(parseSoql('SELECT Id FROM Group').from.parts).toEqual(['Group']);
  expect(parseSoql('SELECT Id FROM Order ORDER BY Id').orderBy).toHaveLength(1);
});

it('never fails with anything but a SoqlError', () => {
  const words = fc.constantFrom(
    ..."SELECT FROM WHERE AND OR NOT IN LIKE ( ) , . : = != < ' \"x\" 'a' 1 2026-01-01 TODAY LAST_N_DAYS :3 Id Name COUNT COUNT() GROUP BY HAVING ORDER LIMIT OFFSET FOR UPDATE ALL ROWS WITH USER_MODE NULLS FIRST".split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(words, { maxLength: 14 }).map((w) => `SELECT ${w.join(' ')}`),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        fault(text);
      },
    ),
    { numRuns: 3000 },
  );
});
