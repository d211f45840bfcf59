import { describe, expect, it } from 'vitest';
import { checkSoql, requireQuery } from '../../src/soql';
import { garageObjects, schemaOf } from '../data/support';

const schema = schemaOf(garageObjects());
const check = (text: string): string => {
  const { diagnostics } = checkSoql(text, schema);
  return diagnostics.map((d) => `${d.code} ${d.line}:${d.column} ${d.message}`).join('\n');
};
const FIELD_HINT =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";

describe('names', () => {
  it('that do not exist are the platform’s errors, at their place', () => {
    expect(check('SELECT Id, Nome FROM Person__c')).toBe(`INVALID_FIELD 1:12 No such column 'Nome' on entity 'Person__c'. ${FIELD_HINT}`);
    expect(check("SELECT Id FROM Person__c WHERE Boss__r.Nome = 'x'")).toContain("No such column 'Nome' on entity 'Person__c'");
    expect(check('SELECT Chef__r.Name FROM Person__c')).toContain(
      "INVALID_FIELD 1:8 Didn't understand relationship 'Chef__r' in field path.",
    );
    expect(check('SELECT Id FROM Persona')).toContain("INVALID_TYPE 1:16 sObject type 'Persona' is not supported.");
    expect(check('SELECT Id, (SELECT Id FROM Autos__r) FROM Person__c')).toContain(
      "Didn't understand relationship 'Autos__r' in FROM part of query call.",
    );
    expect(check('SELECT Id FROM Person__c ORDER BY Nope')).toContain("No such column 'Nope'");
    expect(check('SELECT Id FROM Car__c WHERE Owner.Amount = 1')).toContain("No such column 'Amount' on entity 'Name'");
  });
  it('are found in any case, through five levels of parents and by alias or object name', () => {
    expect(check('select id, BOSS__R.boss__r.boss__r.boss__r.boss__r.name from person__C')).toBe('');
    expect(check('SELECT Boss__r.Boss__r.Boss__r.Boss__r.Boss__r.Boss__r.Name FROM Person__c')).toContain('5 levels');
    expect(check("SELECT p.Name, Person__c.Code__c FROM Person__c p WHERE p.Name = 'x'")).toBe('');
  });
});

describe('values', () => {
  it.each([
    ["SELECT Id FROM Car__c WHERE Seats__c = '4'", "field 'Seats__c' must be of type double and should not be enclosed in quotes"],
    ['SELECT Id FROM Car__c WHERE Plate__c = 4', "field 'Plate__c' must be of type string and should be enclosed in quotes"],
    [
      "SELECT Id FROM Car__c WHERE Electric__c = 'true'",
      "field 'Electric__c' must be of type boolean and should not be enclosed in quotes",
    ],
    ['SELECT Id FROM Car__c WHERE CreatedDate = 2026-01-01', "field 'CreatedDate' must be of type dateTime"],
    ["SELECT Id FROM Car__c WHERE Id = 'abc'", 'invalid ID field: abc'],
    ['SELECT Id FROM Person__c WHERE Born__c = 2026-02-31', 'Invalid date: 2026-02-31'],
    ["SELECT Id FROM Person__c WHERE Notes__c = 'x'", "field 'Notes__c' can not be filtered in a query call"],
    ['SELECT Id FROM Person__c ORDER BY Notes__c', "field 'Notes__c' can not be sorted in a query call"],
    ["SELECT Id FROM Person__c WHERE Name INCLUDES ('A')", 'only valid on multipicklist fields'],
    ["SELECT Id FROM Person__c WHERE Name LIKE ''", 'LIKE needs a pattern'],
    ['SELECT Id FROM Person__c OFFSET 2001', 'Maximum SOQL offset allowed is 2000'],
    ['SELECT FIELDS(ALL) FROM Person__c', 'FIELDS function must have a LIMIT of at most 200'],
    ["SELECT Id FROM Person__c WHERE Name = 'x' OR Id IN (SELECT Driver__c FROM Car__c)", 'not allowed with the OR operator'],
  ])('%s', (text, message) => expect(check(text)).toContain(message));
});

describe('aggregates', () => {
  it('must group what they do not aggregate', () => {
    expect(check('SELECT Name, COUNT(Id) FROM Person__c')).toContain('Field must be grouped or aggregated: Name');
    expect(check('SELECT Id FROM Person__c WHERE COUNT(Id) > 1')).toContain('HAVING');
    expect(check('SELECT Name n FROM Person__c')).toContain('only aggregate expressions use field aliasing');
  });
  it.each([
    ['SELECT Color__c, COUNT(Id) FROM Car__c GROUP BY Color__c ORDER BY Plate__c', 'Ordered field must be grouped or aggregated: Plate__c'],
    ['SELECT COUNT(Id) FROM Car__c GROUP BY Color__c HAVING Seats__c > 1', 'Field in HAVING must be grouped or aggregated'],
    ['SELECT Driver__r.Name, Owner.Name FROM Car__c GROUP BY Driver__r.Name, Owner.Name', 'duplicate alias: Name'],
    ['SELECT Id, id FROM Car__c', 'duplicate field selected: Id'],
    ['SELECT Id FROM Car__c ORDER BY Id FOR UPDATE', 'ORDER BY is not allowed with FOR UPDATE'],
    ['SELECT COUNT() FROM Car__c FOR UPDATE', 'Aggregation is not allowed with FOR UPDATE'],
  ])('%s', (text, message) => expect(check(text)).toContain(message));
  it('have columns named by alias, field or expr0', () => {
    const query = requireQuery('SELECT Color__c, COUNT(Id), MAX(Price__c) top, SUM(Seats__c) FROM Car__c GROUP BY Color__c', schema);
    expect(query.aggregateShape?.fieldNames).toEqual(['Color__c', 'expr0', 'top', 'expr1']);
    expect(checkSoql('SELECT COUNT() FROM Car__c', schema).kind).toBe('count');
  });
});

it('lists the binds of the whole query, semi joins and children included', () => {
  const text =
    'SELECT Id, (SELECT Id FROM Cars__r WHERE Plate__c = :b2) FROM Person__c WHERE Id IN :b0 AND Id IN (SELECT Driver__c FROM Car__c WHERE Name = :b1) LIMIT :b3';
  expect([...requireQuery(text, schema).binds].sort()).toEqual(['b0', 'b1', 'b2', 'b3']);
});
