import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const query = (soql: string) => admin.call('GET', `query?q=${encodeURIComponent(soql)}`);
const accounts = async (): Promise<number> => (await query('SELECT COUNT() FROM Account')).body.totalSize;

/** What POST says of an account whose body is JSON text: the code, or the field's value as it is read back. */
async function written(field: string, json: string): Promise<unknown> {
  const answer = await admin.call('POST', 'sobjects/Account', `{"Name":"A","${field}":${json}}`);
  if (answer.status !== 201) return `${answer.status} ${answer.body[0].errorCode}`;
  return (await admin.call('GET', `sobjects/Account/${answer.body.id}?fields=${field}`)).body[field];
}

const RANGE = '400 NUMBER_OUTSIDE_VALID_RANGE';
const UNREADABLE = '400 JSON_PARSER_ERROR';
const NINES = '9'.repeat(400);

describe('a number', () => {
  it.each([
    ['AnnualRevenue', '1e30', RANGE],
    ['AnnualRevenue', '"1e30"', RANGE],
    ['AnnualRevenue', '1e21', RANGE],
    ['AnnualRevenue', '1e400', RANGE],
    ['AnnualRevenue', '"1e999999999"', RANGE],
    ['AnnualRevenue', '"-1e999999999"', RANGE],
    ['AnnualRevenue', NINES, RANGE],
    ['AnnualRevenue', `"${NINES}"`, RANGE],
    ['AnnualRevenue', '12345678901234567890.12', RANGE],
    ['AnnualRevenue', '1000000000000000000', RANGE],
    ['AnnualRevenue', '"123456789012345679"', RANGE],
    ['AnnualRevenue', `"${'9'.repeat(2000)}"`, UNREADABLE],
    ['AnnualRevenue', '"0x10"', UNREADABLE],
    ['AnnualRevenue', '"NaN"', UNREADABLE],
    ['AnnualRevenue', '"Infinity"', UNREADABLE],
    ['AnnualRevenue', '"1,5"', UNREADABLE],
    ['AnnualRevenue', '"--1"', UNREADABLE],
    ['AnnualRevenue', '"."', UNREADABLE],
    ['AnnualRevenue', 'true', UNREADABLE],
    ['AnnualRevenue', '{"a":1}', UNREADABLE],
    ['AnnualRevenue', '[1]', UNREADABLE],
    ['NumberOfEmployees', '2147483648', RANGE],
    ['NumberOfEmployees', '-2147483649', RANGE],
    ['NumberOfEmployees', '"2147483648"', RANGE],
    ['NumberOfEmployees', NINES, RANGE],
    ['NumberOfEmployees', '"0x10"', UNREADABLE],
    ['NumberOfEmployees', '"1e3"', UNREADABLE],
    ['NumberOfEmployees', '1.5', UNREADABLE],
    ['NumberOfEmployees', '"1.0"', UNREADABLE],
    ['NumberOfEmployees', '""', UNREADABLE],
  ])('%s %s is refused', async (field, json, expected) => {
    const before = await accounts();
    expect(await written(field, json)).toBe(expected);
    expect(await accounts()).toBe(before);
  });

  it.each([
    ['AnnualRevenue', '12345.67', 12345.67],
    ['AnnualRevenue', '"12345.67"', 12345.67],
    ['AnnualRevenue', '1e17', 1e17],
    ['AnnualRevenue', '"1e3"', 1000],
    ['AnnualRevenue', '" 12.5 "', 12.5],
    ['AnnualRevenue', '-0', 0],
    ['AnnualRevenue', '"-0"', 0],
    ['AnnualRevenue', '"1e-999999999"', 0],
    ['AnnualRevenue', '0.1234567890123456789', 0.12345678901234568],
    ['AnnualRevenue', '"+7"', 7],
    ['NumberOfEmployees', '2147483647', 2147483647],
    ['NumberOfEmployees', '" 12 "', 12],
    ['NumberOfEmployees', '"-0"', 0],
  ])('%s %s is stored as %d', async (field, json, expected) => {
    expect(await written(field, json)).toBe(expected);
  });

  it('keeps more decimal places than its field shows, by every way in', async () => {
    const created = await admin.call('POST', 'sobjects/Book__c', { Name: 'Scale', Price__c: 9.987 });
    const exec = (source: string) => admin.call('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`);
    const answer = await exec(`
      Book__c stored = [SELECT Price__c FROM Book__c WHERE Id = '${created.body.id}'];
      Assert.areEqual('9.987', String.valueOf(stored.Price__c));
      update new Book__c(Id = stored.Id, Price__c = 10.0 / 3);
      Assert.areEqual('3.3333333333333335', String.valueOf([SELECT Price__c FROM Book__c WHERE Id = :stored.Id].Price__c));
      update new Book__c(Id = stored.Id, Price__c = 7);
      Assert.areEqual('7.00', String.valueOf([SELECT Price__c FROM Book__c WHERE Id = :stored.Id].Price__c));
      Assert.areEqual('7.00', String.valueOf([SELECT SUM(Price__c) total FROM Book__c WHERE Id = :stored.Id][0].get('total')));`);
    expect(answer.body).toMatchObject({ compiled: true, success: true });
  });
});

describe('a day or an instant', () => {
  const CALENDAR = '400 FIELD_INTEGRITY_EXCEPTION';
  const book = async (field: string, value: unknown): Promise<unknown> => {
    const answer = await admin.call('POST', 'sobjects/Book__c', { Name: 'Day', [field]: value });
    if (answer.status !== 201) return `${answer.status} ${answer.body[0].errorCode}`;
    return (await admin.call('GET', `sobjects/Book__c/${answer.body.id}?fields=${field}`)).body[field];
  };
  it.each([
    ['Published__c', '2026-02-31', UNREADABLE],
    ['Published__c', '2025-02-29', UNREADABLE],
    ['Published__c', '2026-13-01', UNREADABLE],
    ['Published__c', '2026-00-10', UNREADABLE],
    ['Published__c', '2026-2-3', UNREADABLE],
    ['Published__c', '2026-01-01Tnonsense', UNREADABLE],
    ['Published__c', 20260101, UNREADABLE],
    ['Published__c', '0001-01-01', CALENDAR],
    ['Published__c', '1699-12-31', CALENDAR],
    ['Published__c', '4001-01-01', CALENDAR],
    ['Published__c', '1700-01-01', '1700-01-01'],
    ['Published__c', '4000-12-31', '4000-12-31'],
    ['Published__c', '2024-02-29', '2024-02-29'],
    ['Published__c', '2026-03-04T23:00:00.000-0800', '2026-03-04'],
    ['Published__c', '2026-03-04Z', '2026-03-04'],
    ['Read_At__c', '2026-02-31T00:00:00Z', UNREADABLE],
    ['Read_At__c', '2026-01-01T24:00:00Z', UNREADABLE],
    ['Read_At__c', '2026-06-30T23:59:60Z', UNREADABLE],
    ['Read_At__c', '2026-01-01T10:60:00Z', UNREADABLE],
    ['Read_At__c', '2026-01-01T10:00:00+25:00', UNREADABLE],
    ['Read_At__c', '2026-01-01T10:00:00+14:30', UNREADABLE],
    ['Read_At__c', '2026-01-01 10:00:00', UNREADABLE],
    ['Read_At__c', 'yesterday', UNREADABLE],
    ['Read_At__c', 1767225600000, UNREADABLE],
    ['Read_At__c', '1699-12-31T23:59:59Z', CALENDAR],
    ['Read_At__c', '4000-12-31T00:00:01Z', CALENDAR],
    ['Read_At__c', '1700-01-01T00:00:00Z', '1700-01-01T00:00:00.000+0000'],
    ['Read_At__c', '4000-12-31T00:00:00Z', '4000-12-31T00:00:00.000+0000'],
    ['Read_At__c', '2026-01-01T10:00:00.500+1400', '2025-12-31T20:00:00.000+0000'],
    ['Read_At__c', '2026-01-01', '2026-01-01T00:00:00.000+0000'],
  ])('%s %s becomes %s', async (field, value, expected) => {
    expect(await book(field, value)).toBe(expected);
  });

  it('is judged alike in a query', async () => {
    for (const text of ['2026-02-31T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T10:00:00+25:00', '2026-02-31']) {
      const field = text.includes('T') ? 'Read_At__c' : 'Published__c';
      const answer = await query(`SELECT Id FROM Book__c WHERE ${field} > ${text}`);
      expect([text, answer.status, answer.body[0].errorCode]).toEqual([text, 400, 'MALFORMED_QUERY']);
    }
  });
});

describe('a checkbox, a text', () => {
  it.each([
    ['Lent__c', '"yes"', UNREADABLE],
    ['Lent__c', '2', UNREADABLE],
    ['Lent__c', '""', UNREADABLE],
    ['Lent__c', '[]', UNREADABLE],
    ['Name', '{}', UNREADABLE],
    ['Name', '["a"]', UNREADABLE],
    ['Name', '12345678901234567890', UNREADABLE],
    ['Name', '1e400', UNREADABLE],
    ['Name', '"a\\u0000b"', '400 FIELD_INTEGRITY_EXCEPTION'],
    ['Name', '"\\ud83d"', '400 FIELD_INTEGRITY_EXCEPTION'],
    ['Isbn__c', `"${'x'.repeat(21)}"`, '400 STRING_TOO_LONG'],
    ['Isbn__c', `"${'x'.repeat(41)}"`, '400 STRING_TOO_LONG'],
    ['Name', '"😀 fine"', '😀 fine'],
    ['Name', '"  trimmed\\t"', 'trimmed'],
    ['Isbn__c', '"\\u0007"', '\u0007'],
  ])('%s %s becomes %s', async (field, json, expected) => {
    const answer = await admin.call('POST', 'sobjects/Book__c', field === 'Name' ? `{"Name":${json}}` : `{"Name":"T","${field}":${json}}`);
    const found =
      answer.status === 201
        ? (await admin.call('GET', `sobjects/Book__c/${answer.body.id}?fields=${field}`)).body[field]
        : `${answer.status} ${answer.body[0].errorCode}`;
    expect(found).toBe(expected);
  });
});

describe('Apex', () => {
  const failure = async (source: string): Promise<string> => {
    const answer = await admin.call('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`);
    expect([source, answer.status, answer.body.compiled, answer.body.compileProblem]).toEqual([source, 200, true, null]);
    return answer.body.success ? 'success' : answer.body.exceptionMessage;
  };
  it.each([
    ["insert new Book__c(Name = 'A', Published__c = Date.newInstance(4001, 1, 1));", 'FIELD_INTEGRITY_EXCEPTION'],
    ["insert new Book__c(Name = 'A', Read_At__c = Datetime.newInstanceGmt(1699, 12, 31, 0, 0, 0));", 'FIELD_INTEGRITY_EXCEPTION'],
    ["insert new Book__c(Name = 'A', Price__c = Decimal.valueOf('1e30'));", 'NUMBER_OUTSIDE_VALID_RANGE'],
    ["insert new Book__c(Name = 'A', Price__c = Decimal.valueOf('1e999999999'));", 'NUMBER_OUTSIDE_VALID_RANGE'],
    ["insert new Book__c(Name = 'A', Pages__c = 123456789012345679L);", 'NUMBER_OUTSIDE_VALID_RANGE'],
    ["insert new Book__c(Name = 'A\\u0000');", 'FIELD_INTEGRITY_EXCEPTION'],
    ["Integer n = Integer.valueOf('1e3');", 'System.TypeException: Invalid integer: 1e3'],
    ["Integer n = Integer.valueOf('9'.repeat(5000000));", 'System.TypeException: Invalid integer: 9'],
    ["Double n = Double.valueOf('constructor');", 'System.TypeException: Invalid double: constructor'],
    ["Decimal n = Decimal.valueOf('1e999999999').setScale(2);", 'System.MathException'],
    ['Object o = JSON.deserialize(\'"2026-02-31"\', Date.class);', 'System.JSONException: Invalid date'],
    ['Object o = JSON.deserialize(\'"2026-02-31T00:00:00Z"\', Datetime.class);', 'System.JSONException: Invalid date/time'],
    ['Object o = JSON.deserialize(\'"25:00:00.000Z"\', Time.class);', 'System.JSONException: Invalid time'],
    ["Object o = JSON.deserialize('1e999999999', Integer.class);", 'System.JSONException'],
    ["Object o = JSON.deserializeUntyped('['.repeat(150000));", 'System.JSONException: Document nesting depth (1001)'],
    ["Object o = JSON.deserializeUntyped('9'.repeat(100000));", 'System.JSONException: Number length'],
  ])('%s throws %s', async (source, expected) => {
    expect((await failure(source)).slice(0, 300)).toContain(expected);
  });
});
