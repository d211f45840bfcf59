import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenQuery, QueryOptions } from '../../src/data/port';
import type { SObject } from '../../src/kernel/sobject';
import type { SelectedColumn } from '../../src/soql';
import { openAccess, openOrg, SYSTEM, type Org } from './support';

let org: Org;
let people: SObject[];

beforeAll(() => {
  org = openOrg();
  people = org.insert(...['Ann', 'Bo', "FROM Car__c LIMIT 1 -- 'x'", 'Dan', 'Eve'].map((Name) => org.make('Person__c', { Name })));
  const [ann, bo] = people;
  org.insert(
    org.make('Car__c', { Plate__c: 'P1', Driver__c: ann?.id, Color__c: 'Red', Seats__c: 4 }),
    org.make('Car__c', { Plate__c: 'P2', Driver__c: ann?.id, Color__c: 'Red', Seats__c: 2 }),
    org.make('Car__c', { Plate__c: 'P3', Driver__c: bo?.id, Color__c: 'Blue', Seats__c: 5 }),
  );
});

const API: QueryOptions = { mode: 'system', sharing: false, api: true };
const within = <R>(soql: string, body: (query: OpenQuery) => R, options = API, ids?: readonly string[]): R =>
  org.tx(() => body(org.data.open(soql, new Map(), options, ids)));
const names = (rows: readonly SObject[]): unknown[] => rows.map((row) => row.get('Name'));
const shown = (columns: readonly SelectedColumn[]): unknown[] =>
  columns.map((column) =>
    column.kind === 'child' ? [column.name, shown(column.columns)] : `${[...column.parents, column.name].join('.')}: ${column.type}`,
  );
const ALL = 'SELECT Name FROM Person__c ORDER BY Id';

describe('an open query', () => {
  it.each([
    ['records', ALL, 'rows', 5],
    ['a count', 'SELECT COUNT() FROM Person__c', 'count', 5],
    ['a count in lower case over lines', "select\n  count( )\nfrom\n  Person__c\nwhere Name like '%LIMIT%'", 'count', 1],
    ['a counted field', 'SELECT COUNT(Id) FROM Person__c', 'aggregate', 1],
    ['groups', 'SELECT Color__c FROM Car__c GROUP BY Color__c', 'aggregate', 2],
    ['words of clauses in a text', "SELECT Name FROM Person__c WHERE Name = 'FROM Car__c LIMIT 1 -- \\'x\\''", 'rows', 1],
    ['a sub-select with a limit of its own', 'SELECT Name, (SELECT Id FROM Cars__r LIMIT 1) FROM Person__c', 'rows', 5],
    ['LIMIT and OFFSET', 'SELECT Name FROM Person__c ORDER BY Id LIMIT 3 OFFSET 3', 'rows', 2],
    ['LIMIT 0', 'SELECT Name FROM Person__c LIMIT 0', 'rows', 0],
    ['FOR UPDATE', 'SELECT Name FROM Person__c FOR UPDATE', 'rows', 5],
    ['an object that is called like a clause', 'SELECT Name FROM Group', 'rows', 0],
    ['FIELDS(ALL)', 'SELECT FIELDS(ALL) FROM Person__c LIMIT 4', 'rows', 4],
  ] as const)('of %s tells its kind and how much it gives', (_name, soql, kind, total) => {
    within(soql, (query) => {
      expect([query.kind, query.total]).toEqual([kind, total]);
      expect(query.page(0, 2000)).toHaveLength(kind === 'count' ? 0 : total);
    });
  });

  it.each([
    ['a comment', 'SELECT Name /* all */ FROM Person__c', "unexpected token: '/'"],
    ['GROUP BY ROLLUP', 'SELECT Color__c, COUNT(Id) FROM Car__c GROUP BY ROLLUP(Color__c)', 'GROUP BY ROLLUP'],
    ['TYPEOF', 'SELECT TYPEOF Owner WHEN User THEN Username END FROM Car__c', 'TYPEOF'],
    ['no query', 'DELETE FROM Person__c', "unexpected token: 'DELETE'"],
    ['FIELDS(ALL) without a LIMIT', 'SELECT FIELDS(ALL) FROM Person__c', 'must have a LIMIT'],
    ['a field that is hidden', 'SELECT Code__c FROM Person__c', "No such column 'Code__c'"],
  ])('refuses %s before a row is read', (_name, soql, message) => {
    const former = org.access;
    org.access = openAccess({ canReadField: (_u, _o, f) => f.name !== 'Code__c' });
    try {
      expect(() => within(soql, () => null, { mode: 'user', sharing: true, api: true })).toThrow(message);
    } finally {
      org.access = former;
    }
  });

  it.each([
    ['select name, EMAIL__C from person__c', ['Name: string', 'Email__c: email']],
    [
      'SELECT c.Plate__c, c.Driver__r.Boss__r.Name, Driver__r.Born__c, Car__c.Owner.Type FROM Car__c c',
      ['Plate__c: string', 'Driver__r.Boss__r.Name: string', 'Driver__r.Born__c: date', 'Owner.Type: string'],
    ],
    [
      'SELECT Name, (SELECT Plate__c, (SELECT Km__c FROM Trips__r) FROM Person__c.cars__r) FROM Person__c',
      ['Name: string', ['Cars__r', ['Plate__c: string', ['Trips__r', ['Km__c: double']]]]],
    ],
    ['SELECT Plate__c, toLabel(Color__c) FROM Car__c', ['Plate__c: string', 'Color__c: picklist']],
    ['SELECT COUNT() FROM Car__c', []],
    [
      'SELECT Color__c, COUNT(Id), COUNT_DISTINCT(Plate__c) d, SUM(Seats__c) s, AVG(Seats__c), MIN(Price__c), MAX(Plate__c) FROM Car__c GROUP BY Color__c',
      ['Color__c: picklist', 'expr0: int', 'd: int', 's: int', 'expr1: double', 'expr2: currency', 'expr3: string'],
    ],
    [
      'SELECT CALENDAR_YEAR(CreatedDate) y, DAY_ONLY(CreatedDate) FROM Car__c GROUP BY CALENDAR_YEAR(CreatedDate), DAY_ONLY(CreatedDate)',
      ['y: int', 'expr0: date'],
    ],
  ])('names what %s selects, with types', (soql, columns) => {
    within(soql, (query) => expect(shown(query.columns)).toEqual(columns));
  });

  it('leaves fields that the user may not read out of the columns of FIELDS()', () => {
    const former = org.access;
    org.access = openAccess({ canReadField: (_u, _o, f) => f.name !== 'Code__c' });
    try {
      within('SELECT FIELDS(CUSTOM) FROM Person__c LIMIT 1', ({ columns }) => {
        expect(shown(columns)).toContain('Exact__c: string');
        expect(shown(columns)).not.toContain('Code__c: string');
      }, { mode: 'user', sharing: true, api: true }); // prettier-ignore
    } finally {
      org.access = former;
    }
  });

  it('gives any page, in the order of the query', () => {
    for (const [from, n] of [
      [0, 2],
      [0, 9],
      [2, 2],
      [4, 2],
      [5, 2],
    ] as const)
      // prettier-ignore
      within(ALL, (query) => expect(names(query.page(from, n))).toEqual(names(people.slice(from, from + n))));
    within(ALL, (query) => {
      const pages = [query.page(2, 2), query.page(0, 2), query.page(0, 5)];
      expect(pages.map((page) => page.length)).toEqual([2, 2, 5]);
      expect(query.total).toBe(5);
    });
    const groups = 'SELECT Color__c FROM Car__c GROUP BY Color__c ORDER BY Color__c';
    within(groups, (query) => expect([query.page(1, 1)[0]?.values, query.total]).toEqual([['Red'], 2]));
  });

  it('keeps the rows that it had when it was first asked, whatever is written since', () => {
    org.tx(() => {
      const query = org.data.open(ALL, new Map(), API);
      expect(query.page(0, 2)).toHaveLength(2);
      const late = org.make('Person__c', { Name: 'Late' });
      org.data.dml('insert', [late], SYSTEM);
      expect([query.total, query.page(4, 2).length]).toEqual([5, 1]);
      org.data.dml('delete', [late], SYSTEM);
    });
  });

  it('that is opened with ids reads their rows as they are by now and leaves out those that are gone', () => {
    const soql = "SELECT Name, (SELECT Plate__c FROM Cars__r) FROM Person__c WHERE Name < 'E' ORDER BY Name DESC LIMIT 3";
    const ids = within(soql, (query) => query.ids);
    expect(ids).toHaveLength(3);
    const [dan] = ids;
    org.tx(() => org.data.dml('update', [org.make('Person__c', { Id: dan, Name: 'Zed' })], SYSTEM));
    const later = [ids[0] as string, 'a00000000000999AAA', ...ids.slice(1)];
    within(soql, (query) => {
      expect(names(query.page(0, 3))).toEqual(['Zed', 'Bo']);
      expect([query.total, names(query.page(3, 2))]).toEqual([4, ['Ann']]);
    }, API, later); // prettier-ignore
    org.tx(() => org.data.dml('update', [org.make('Person__c', { Id: dan, Name: 'Dan' })], SYSTEM));
  });

  it('of deleted rows too keeps them on every page', () => {
    const gone = org.insert(org.make('Person__c', { Name: 'Gone' }))[0] as SObject;
    org.tx(() => org.data.dml('delete', [gone], SYSTEM));
    const all: QueryOptions = { ...API, allRows: true };
    const soql = "SELECT Name FROM Person__c WHERE Name = 'Gone'";
    expect(within(soql, ({ total }) => total)).toBe(0);
    const ids = within(soql, (query) => query.ids, all);
    expect(within(soql, (query) => names(query.page(0, 1)), all, ids)).toEqual(['Gone']);
  });
});
