import { beforeAll, describe, expect, it } from 'vitest';
import type { SObject } from '../../src/kernel/sobject';
import { ApexBlob, ApexDate, ApexDatetime, Decimal } from '../../src/kernel/values';
import { ApexList } from '../../src/kernel/collections';
import { openAccess, openOrg, SYSTEM, type Org } from './support';

let org: Org;
let ada: SObject, bob: SObject, zoe: SObject, nameless: SObject;
const DAY = 86_400_000;

beforeAll(() => {
  org = openOrg();
  [ada, bob, zoe, nameless] = org.insert(
    org.make('Person__c', { Name: 'Élodie', Code__c: 'A_1', Exact__c: 'x', Tags__c: 'A;B', Born__c: new ApexDate(0) }),
    org.make('Person__c', { Name: 'emil', Code__c: 'AB1', Exact__c: 'X', Tags__c: 'B' }),
    org.make('Person__c', { Name: 'Zoë', Code__c: '50%', Seen__c: new ApexDatetime(Date.UTC(2026, 10, 22, 3, 0, 0, 999)) }),
    org.make('Person__c', { Name: '', Code__c: null }),
  ) as [SObject, SObject, SObject, SObject];
  org.tx(() => org.data.dml('update', [org.make('Person__c', { Id: bob.id, Boss__c: ada.id })], SYSTEM));
  org.insert(
    org.make('Car__c', {
      Plate__c: 'P1',
      Driver__c: ada.id,
      Color__c: 'Red',
      Price__c: new Decimal(10050n, 2),
      Seats__c: 4,
      Electric__c: true,
    }),
    org.make('Car__c', { Plate__c: 'p2', Driver__c: ada.id, Color__c: 'Blue', Price__c: new Decimal(1n, 1), Seats__c: 2 }),
    org.make('Car__c', {
      Plate__c: 'P3',
      Driver__c: bob.id,
      Color__c: 'Red',
      Price__c: new Decimal(2n, 1),
      Paint__c: new ApexBlob(new Uint8Array([0, 1, 255])),
    }),
    org.make('Car__c', { Plate__c: 'P4' }),
  );
});

const codes = (where: string, binds: Record<string, unknown> = {}): unknown[] =>
  org.query(`SELECT Code__c FROM Person__c WHERE ${where}`, binds).map((r) => r.get('Code__c'));
const plates = (tail: string, binds: Record<string, unknown> = {}): unknown[] =>
  org.query(`SELECT Plate__c FROM Car__c ${tail}`, binds).map((r) => r.get('Plate__c'));

describe('comparisons', () => {
  it('ignore case, also beyond ASCII, but not accents', () => {
    expect(codes("Name = 'ÉLODIE'")).toEqual(['A_1']);
    expect(codes("Name = 'elodie'")).toEqual([]);
    expect(codes("Name = 'ZOË'")).toEqual(['50%']);
    expect(codes('Name IN :names', { names: ApexList.ofType('String', ['ZOË', 'EMIL']) })).toEqual(['AB1', '50%']);
    expect(codes("Exact__c = 'x'")).toEqual(['A_1']);
  });
  it("treat '' as null", () => {
    expect(codes("Name = ''")).toEqual([null]);
    expect(codes("Name != ''")).toHaveLength(3);
    expect(codes('Code__c = :c', { c: null })).toEqual([null]);
    expect(codes("Code__c IN ('', 'AB1')")).toEqual(['AB1', null]);
  });
  it('that say "not" include empty fields', () => {
    expect(codes("Code__c != 'AB1'")).toEqual(['A_1', '50%', null]);
    expect(codes("Code__c NOT IN ('AB1', 'A_1')")).toEqual(['50%', null]);
    expect(codes("Code__c NOT IN ('AB1', null)")).toEqual(['A_1', '50%']);
    expect(codes("(NOT Code__c LIKE 'A%')")).toEqual(['50%', null]);
    expect(codes("NOT (Code__c = 'AB1' AND Name = 'emil')")).toEqual(['A_1', '50%', null]);
    expect(codes("NOT (Code__c > 'A')")).toEqual(['50%', null]);
    expect(codes('Boss__c NOT IN (SELECT Driver__c FROM Car__c)')).toEqual(['A_1', '50%', null]);
  });
  it('with LIKE know wildcards and their escapes', () => {
    expect(codes("Code__c LIKE 'a_1'")).toEqual(['A_1', 'AB1']);
    expect(codes(String.raw`Code__c LIKE 'a\_1'`)).toEqual(['A_1']);
    expect(codes(String.raw`Code__c LIKE '%\%'`)).toEqual(['50%']);
    expect(codes('Code__c LIKE :p', { p: String.raw`a\_%` })).toEqual(['A_1']);
    expect(codes('Code__c LIKE :p', { p: '\\' })).toEqual([]);
    expect(codes("Name LIKE 'ZO%'")).toEqual(['50%']);
    expect(codes("Name LIKE '_LODIE'")).toEqual(['A_1']);
    expect(codes("Name LIKE 'zo_'")).toEqual(['50%']);
    expect(codes("Name LIKE '_m__'")).toEqual(['AB1']);
    expect(codes("Name LIKE 'é_o%'")).toEqual(['A_1']);
    expect(codes("Name LIKE 'e_o%'")).toEqual([]);
  });
  it('of empty lists find nothing, and everything when negated', () => {
    const none = ApexList.ofType('String', []);
    expect(codes('Code__c IN :none', { none })).toEqual([]);
    expect(codes('Code__c NOT IN :none', { none })).toHaveLength(4);
  });
  it('accept records and 15-character ids', () => {
    expect(codes('Id = :r', { r: ada })).toEqual(['A_1']);
    expect(codes('Id IN :list', { list: ApexList.ofType('Person__c', [ada, zoe]) })).toEqual(['A_1', '50%']);
    expect(codes(`Id = '${(bob.id as string).slice(0, 15)}'`)).toEqual(['AB1']);
  });
  it('reuse one plan for null and other binds', () => {
    for (const c of ['AB1', null, 'A_1', null]) expect(codes('Code__c = :c', { c })).toEqual([c]);
    for (const list of [['AB1'], ['AB1', null]]) expect(codes('Code__c IN :list', { list })).toEqual(list);
  });
  it('refuse binds of another type and unknown ones', () => {
    expect(() => codes('Code__c = :c', { c: 5 })).toThrow('Invalid bind expression type of Integer for column of type');
    expect(() => codes('Code__c = :c')).toThrow('Variable does not exist: c');
    expect(() => codes('Id = :c', { c: 'nonsense' })).toThrow('invalid ID field: nonsense');
  });
  it('cannot be escaped from', () => {
    expect(codes('Code__c = :c', { c: "' OR 1=1 --" })).toEqual([]);
    expect(codes(String.raw`Code__c = '\' OR 1=1 --'`)).toEqual([]);
  });
});

describe('multi-select picklists', () => {
  it('match all values of one list item', () => {
    expect(codes("Tags__c INCLUDES ('A;B')")).toEqual(['A_1']);
    expect(codes("Tags__c INCLUDES ('a', 'C')")).toEqual(['A_1']);
    expect(codes("Tags__c INCLUDES ('A;B', 'B')")).toEqual(['A_1', 'AB1']);
    expect(codes("Tags__c EXCLUDES ('A')")).toEqual(['AB1', '50%', null]);
    expect(codes("Tags__c = 'A;B'")).toEqual(['A_1']);
  });
});

describe('dates', () => {
  it('compare by day and instant; date literals follow the user’s zone', () => {
    expect(codes('Born__c = 1970-01-01')).toEqual(['A_1']);
    expect(codes('Born__c < TODAY')).toEqual(['A_1']);
    expect(codes('Seen__c = 2026-11-22T03:00:00Z')).toEqual(['50%']);
    // 03:00 GMT on the 22nd is the evening of the 21st in New York, the running user's zone; now is the 22nd there.
    expect(codes('Seen__c = YESTERDAY')).toEqual(['50%']);
    expect(codes('Seen__c = TODAY')).toEqual([]);
    expect(codes('Seen__c < TODAY')).toEqual(['50%']);
    expect(codes('Seen__c != TODAY')).toHaveLength(4);
    expect(codes('Born__c = :d', { d: new ApexDatetime(5) })).toEqual(['A_1']);
  });
  it('lose milliseconds when saved', () => {
    const [row] = org.query('SELECT Seen__c FROM Person__c WHERE Id = :z', { z: zoe });
    expect((row?.get('Seen__c') as ApexDatetime).ms % 1000).toBe(0);
    expect((row?.get('Seen__c') as ApexDatetime).ms).toBe(Math.floor(Date.UTC(2026, 10, 22, 3) / DAY) * DAY + 3 * 3_600_000);
  });
});

describe('parents and children', () => {
  it('come with the record, null where there is none', () => {
    const rows = org.query('SELECT Plate__c, Driver__r.Boss__r.Name, Driver__r.Name, Owner.Name, Owner.Type FROM Car__c ORDER BY Plate__c');
    const driver = rows[2]?.related?.get('driver__r') as SObject;
    expect(driver.get('Name')).toBe('emil');
    expect((driver.related?.get('boss__r') as SObject).get('Name')).toBe('Élodie');
    expect(rows[3]?.related?.get('driver__r')).toBeNull();
    expect((rows[3]?.related?.get('owner') as SObject).shape.name).toBe('User');
  });
  it('filter through lookups', () => {
    expect(plates("WHERE Driver__r.Boss__r.Name = 'élodie'")).toEqual(['P3']);
    expect(plates("WHERE Owner.Name = 'ada admin' AND Driver__c = null")).toEqual(['P4']);
    expect(plates('WHERE Driver__c IN (SELECT Boss__c FROM Person__c)')).toEqual(['P1', 'p2']);
    expect(plates('WHERE Driver__c NOT IN (SELECT Boss__c FROM Person__c WHERE Boss__c != null)')).toEqual(['P3', 'P4']);
  });
  it('have their own order and limit per parent', () => {
    const rows = org.query('SELECT Id, (SELECT Plate__c FROM Cars__r ORDER BY Plate__c DESC LIMIT 1) FROM Person__c ORDER BY Name');
    const lists = rows.map((r) => (r.related?.get('cars__r') as ApexList<SObject>).items.map((c) => c.get('Plate__c')));
    expect(lists).toEqual([[], ['p2'], ['P3'], []]);
  });
});

describe('order', () => {
  it('puts nulls first in both directions unless told otherwise, and letters with their accents', () => {
    const names = (order: string): unknown[] => org.query(`SELECT Name FROM Person__c ORDER BY ${order}`).map((r) => r.get('Name'));
    expect(names('Name')).toEqual([null, 'Élodie', 'emil', 'Zoë'].sort((a, b) => (a === null ? -1 : b === null ? 1 : a.localeCompare(b))));
    expect(names('Name DESC')[0]).toBeNull();
    expect(names('Name DESC NULLS LAST')).toEqual(['Zoë', 'emil', 'Élodie', null]);
  });
  it('is the order of insertion when none is asked for; LIMIT and OFFSET cut it', () => {
    expect(plates('')).toEqual(['P1', 'p2', 'P3', 'P4']);
    expect(plates('LIMIT 2 OFFSET 1')).toEqual(['p2', 'P3']);
    expect(plates('LIMIT :n', { n: 0 })).toEqual([]);
    expect(() => plates('LIMIT :n', { n: null })).toThrow('Invalid value for LIMIT');
  });
});

describe('aggregates', () => {
  it('group without regard to case and keep exact scales', () => {
    const rows = org.query(
      'SELECT Color__c, COUNT(Id) n, SUM(Price__c), AVG(Seats__c) avg, MAX(Plate__c) top FROM Car__c GROUP BY Color__c ORDER BY Color__c',
    );
    expect(rows.map((r) => r.values.map((v) => (v instanceof Decimal ? v.toString() : v)))).toEqual([
      [null, 1, null, null, 'P4'],
      ['Blue', 1, '0.10', '2', 'p2'],
      ['Red', 2, '100.70', '4', 'P3'],
    ]);
  });
  it('filter groups and count', () => {
    expect(org.query('SELECT Color__c FROM Car__c GROUP BY Color__c HAVING COUNT(Id) > 1').map((r) => r.get('color__c'))).toEqual(['Red']);
    const count = (soql: string): number => org.tx(() => org.data.countText(soql, new Map(), SYSTEM));
    expect(count('SELECT COUNT() FROM Car__c')).toBe(4);
    expect(count('SELECT COUNT() FROM Car__c LIMIT 3')).toBe(3);
    expect(org.query('SELECT COUNT(Driver__c), COUNT_DISTINCT(Driver__c) FROM Car__c')[0]?.values).toEqual([3, 2]);
    expect(org.query('SELECT Driver__r.Name, COUNT(Id) FROM Car__c GROUP BY Driver__r.Name ORDER BY Driver__r.Name')[1]?.get('Name')).toBe(
      'Élodie',
    );
    expect(org.query("SELECT MIN(Price__c) FROM Car__c WHERE Plate__c = 'none'")[0]?.values).toEqual([null]);
  });
  it('know parts of dates', () => {
    const [row] = org.query(
      'SELECT CALENDAR_YEAR(CreatedDate) y, DAY_ONLY(CreatedDate) d, COUNT(Id) FROM Car__c GROUP BY CALENDAR_YEAR(CreatedDate), DAY_ONLY(CreatedDate)',
    );
    expect(row?.get('y')).toBe(2026);
    expect((row?.get('d') as ApexDate).days).toBe(Math.floor(Date.UTC(2026, 10, 22) / DAY));
  });
});

describe('values', () => {
  it('come back as they were', () => {
    const [row] = org.query('SELECT Paint__c, Price__c, Electric__c, Seats__c FROM Car__c WHERE Plate__c = :p', { p: 'P3' });
    expect([...(row?.get('Paint__c') as ApexBlob).bytes]).toEqual([0, 1, 255]);
    expect(String(row?.get('Price__c'))).toBe('0.20');
    expect(row?.get('Electric__c')).toBe(false);
    expect(row?.get('Seats__c')).toBeNull();
    expect(row?.get('Plate__c')).toBeUndefined();
    expect(row?.queried).toBe(true);
  });
});

describe('limits', () => {
  it('count queries, rows and subqueries', () => {
    org.tx((context) => {
      org.data.queryText('SELECT Id, (SELECT Id FROM Cars__r) FROM Person__c', new Map(), SYSTEM);
      org.data.countText('SELECT COUNT() FROM Car__c', new Map(), SYSTEM);
      const count = context.limits;
      expect([count.count('queries'), count.count('aggregateQueries'), count.count('queryRows')]).toEqual([2, 1, 4 + 3 + 1]);
      for (let i = 2; i < 100; i++) org.data.queryText('SELECT Id FROM Car__c LIMIT 0', new Map(), SYSTEM);
      expect(() => org.data.queryText('SELECT Id FROM Car__c', new Map(), SYSTEM)).toThrow('Too many SOQL queries: 101');
    });
  });
});

// Apex Developer Guide, "Working with SOQL Aggregate Functions".
describe('rows of the limit', () => {
  it.each([
    ['SELECT COUNT(Id) FROM Car__c', 1],
    ['SELECT Color__c, COUNT(Id) FROM Car__c GROUP BY Color__c', 3],
    ['SELECT COUNT_DISTINCT(Color__c) FROM Car__c', 4],
    ['SELECT Color__c, MAX(Price__c) FROM Car__c GROUP BY Color__c HAVING COUNT(Id) > 1 LIMIT 1', 4],
    ['SELECT Color__c, COUNT(Id), SUM(Seats__c) FROM Car__c WHERE Color__c != NULL GROUP BY Color__c', 3],
    ['SELECT Color__c FROM Car__c GROUP BY Color__c ORDER BY MIN(Price__c)', 4],
    ['SELECT MAX(Price__c) FROM Car__c WHERE Driver__c IN (SELECT Id FROM Person__c WHERE Boss__c != NULL)', 1],
  ])('%s takes %i', (soql, rows) => {
    org.tx((context) => {
      org.data.queryText(soql, new Map(), SYSTEM);
      expect(context.limits.count('queryRows')).toBe(rows);
    });
  });
});

describe('user mode', () => {
  const user = { mode: 'user', sharing: true } as const;
  const asUser = (soql: string): SObject[] => org.tx(() => org.data.queryText(soql, new Map(), user));
  const without = (given: Parameters<typeof openAccess>[0], body: () => void): void => {
    const former = org.access;
    org.access = openAccess(given);
    try {
      body();
    } finally {
      org.access = former;
    }
  };
  it('hides objects and fields, in WHERE and ORDER BY too', () => {
    without({ canReadField: (_u, _o, f) => f.name !== 'Code__c' }, () => {
      for (const soql of [
        'SELECT Code__c FROM Person__c',
        "SELECT Id FROM Person__c WHERE Code__c = 'x'",
        'SELECT Id FROM Person__c ORDER BY Code__c',
        'SELECT Driver__r.Code__c FROM Car__c',
        'SELECT Id, (SELECT Driver__r.Code__c FROM Cars__r) FROM Person__c',
      ]) {
        expect(() => asUser(soql), soql).toThrow("No such column 'Code__c' on entity 'Person__c'");
      }
      expect(asUser('SELECT Code__c FROM Person__c WITH SYSTEM_MODE')).toHaveLength(4);
    });
    without({ hasObject: (_u, o) => o.name !== 'Car__c' }, () => {
      for (const soql of [
        'SELECT Id, (SELECT Id FROM Cars__r) FROM Person__c',
        'SELECT Id FROM Person__c WHERE Id IN (SELECT Driver__c FROM Car__c)',
      ]) {
        expect(() => asUser(soql), soql).toThrow("sObject type 'Car__c' is not supported.");
      }
    });
    without({ hasObject: (_u, o) => o.name !== 'Person__c' }, () => {
      expect(() => asUser('SELECT Id FROM Person__c')).toThrow("sObject type 'Person__c' is not supported.");
      expect(() => org.tx(() => org.data.queryText('SELECT Id FROM Person__c WITH USER_MODE', new Map(), SYSTEM))).toThrow(
        'is not supported',
      );
    });
  });
  it('leaves hidden fields out of FIELDS()', () => {
    without({ canReadField: (_u, _o, f) => f.name !== 'Code__c' }, () => {
      const [row] = asUser('SELECT FIELDS(ALL) FROM Person__c LIMIT 1');
      expect([row?.get('Name'), row?.get('Code__c')]).toEqual(['Élodie', undefined]);
    });
    expect(asUser('SELECT FIELDS(CUSTOM) FROM Person__c LIMIT 1')[0]?.get('Code__c')).toBe('A_1');
  });
  it('shows only the rows that the user may see; of a hidden parent Id and Name are left', () => {
    const rowFilter = (_u: string, o: { name: string }, alias: string) =>
      o.name === 'Person__c' ? { sql: `${alias}."Code__c" = ?`, binds: ['AB1'] } : null;
    without({ rowFilter }, () => {
      expect(asUser('SELECT Code__c FROM Person__c').map((r) => r.get('Code__c'))).toEqual(['AB1']);
      const rows = asUser("SELECT Driver__r.Name, Driver__r.Code__c FROM Car__c WHERE Plate__c IN ('P1', 'P3') ORDER BY Plate__c");
      const drivers = rows.map((r) => r.related?.get('driver__r') as SObject);
      expect(drivers.map((d) => [d.get('Name'), d.get('Code__c')])).toEqual([
        ['Élodie', null],
        ['emil', 'AB1'],
      ]);
      expect(asUser('SELECT Id FROM Car__c WHERE Driver__c IN (SELECT Id FROM Person__c)')).toHaveLength(1);
      expect(org.tx(() => org.data.countText('SELECT COUNT() FROM Person__c', new Map(), { mode: 'system', sharing: true }))).toBe(1);
      expect(org.query('SELECT Id FROM Person__c')).toHaveLength(4);
    });
  });
});

it('a filter on one object of a lookup hides nothing of the others', () => {
  const former = org.access;
  org.access = openAccess({ rowFilter: (_u, o, alias) => (o.name === 'Group' ? { sql: `${alias}."Name" = ?`, binds: ['none'] } : null) });
  try {
    const [row] = org.tx(() => org.data.queryText('SELECT Owner.Username FROM Car__c LIMIT 1', new Map(), { mode: 'user', sharing: true }));
    expect((row?.related?.get('owner') as SObject).get('Username')).toBe('admin@example.com');
  } finally {
    org.access = former;
  }
});

describe('locators', () => {
  it('keep ids and read their rows later, in their order', () => {
    const soql = 'SELECT Name, Boss__r.Name FROM Person__c WHERE Name != null ORDER BY Name DESC';
    const ids = org.tx(() => org.data.open(soql, new Map(), SYSTEM).ids);
    expect(ids).toEqual([zoe.id, bob.id, ada.id]);
    const later = [ids[2] as string, 'a00000000000999AAA', ids[0] as string];
    const page = org.tx(() => org.data.open(soql, new Map(), SYSTEM, later).page(0, 3));
    expect(page.map((r) => r.get('Name'))).toEqual(['Élodie', 'Zoë']);
    expect(nameless.id).not.toBeNull();
    const children = 'SELECT Id, (SELECT Plate__c FROM Cars__r WHERE Plate__c = :plate) FROM Person__c WHERE Id = :gone';
    const fetch = (binds = new Map<string, unknown>()) =>
      org.tx(() => org.data.open(children, binds, SYSTEM, [ada.id as string]).page(0, 1));
    expect(() => fetch()).toThrow('Variable does not exist: plate');
    expect((fetch(new Map([['plate', 'p1']]))[0]?.related?.get('cars__r') as ApexList<SObject>).items).toHaveLength(1);
  });
});
