import { describe, expect, it } from 'vitest';
import { candidates, columnsFor } from '../../src/web/app/page/modules/shell/objectList/columns';
import { references, shownFields } from '../../src/web/app/page/modules/shell/recordPage/fields';
import type { FieldDescribe, ObjectDescribe } from '../../src/web/app/page/runtime/model';
import { highlight, quickFind, treeOf } from '../../src/web/app/page/runtime/quick-find';
import { appFor, tabByName } from '../../src/web/app/page/runtime/tabs';

const page = (label: string, ...under: string[]) => ({ path: label, label, component: 'x', under });

describe('Quick Find', () => {
  const pages = [page('View Processes'), page('Employee User Settings'), page('Users')];

  it('finds pages that have every typed word, in any order and case, sorted', () => {
    expect(quickFind(pages, '').map((found) => found.label)).toEqual(['Employee User Settings', 'Users', 'View Processes']);
    expect(quickFind(pages, ' settings  EMPL ').map((found) => found.label)).toEqual(['Employee User Settings']);
    expect(quickFind(pages, 'user').map((found) => found.label)).toEqual(['Employee User Settings', 'Users']);
    expect(quickFind(pages, 'nothing')).toEqual([]);
  });

  it('marks what was typed, special characters included', () => {
    expect(highlight('Users (all)', 'S (')).toEqual([
      { key: '0', text: 'U', hit: false },
      { key: '1', text: 's', hit: true },
      { key: '2', text: 'er', hit: false },
      { key: '3', text: 's', hit: true },
      { key: '4', text: ' ', hit: false },
      { key: '5', text: '(', hit: true },
      { key: '6', text: 'all)', hit: false },
    ]);
    expect(highlight('Users', ' ')).toEqual([{ key: '0', text: 'Users', hit: false }]);
  });

  it('keeps open what its hits stand under, and leaves out what holds none', () => {
    const nested = [
      page('Manage Connected Apps', 'Platform Tools', 'Apps', 'Connected Apps'),
      page('Users', 'Administration', 'Users'),
      page('Employee User Settings', 'Administration', 'Users'),
      page('Company'),
    ];
    const lines = (term: string) => treeOf(quickFind(nested, term)).map(({ level, label, page: found }) => [level, label, found !== null]);
    expect(lines('')).toEqual([
      [0, 'Company', true],
      [0, 'Administration', false],
      [1, 'Users', false],
      [2, 'Employee User Settings', true],
      [2, 'Users', true],
      [0, 'Platform Tools', false],
      [1, 'Apps', false],
      [2, 'Connected Apps', false],
      [3, 'Manage Connected Apps', true],
    ]);
    expect(lines('connected apps')).toEqual([
      [0, 'Platform Tools', false],
      [1, 'Apps', false],
      [2, 'Connected Apps', false],
      [3, 'Manage Connected Apps', true],
    ]);
    expect(lines('nothing')).toEqual([]);
  });
});

describe('apps', () => {
  const tab = (name: string, sobject: string | null = null) => ({
    name,
    label: name,
    component: sobject ? null : 'x',
    sobject,
    icon: null,
  });
  const apps = [
    { name: 'A', label: 'A', tabs: [tab('One'), tab('Two')] },
    { name: 'B', label: 'B', tabs: [tab('Two'), tab('standard-Contact', 'Contact')] },
  ];

  it('stays in the chosen app while it has the tab', () => {
    expect(appFor(apps, 'Two', 'B')?.name).toBe('B');
    expect(appFor(apps, 'One', 'B')?.name).toBe('A');
    expect(appFor(apps, 'Elsewhere', 'B')?.name).toBe('B');
    expect(appFor(apps, null, null)?.name).toBe('A');
    expect(appFor([], 'One', null)).toBeUndefined();
  });

  it('finds object tabs under both of their names', () => {
    expect(tabByName(apps, 'Contact')?.sobject).toBe('Contact');
    expect(tabByName(apps, 'standard-Contact')?.sobject).toBe('Contact');
    expect(tabByName(apps, 'Nothing')).toBeUndefined();
  });
});

describe('fields of the record page', () => {
  const field = (name: string, type: string, more: Partial<FieldDescribe> = {}): FieldDescribe => ({
    name,
    label: name,
    type,
    relationshipName: null,
    referenceTo: [],
    nameField: false,
    ...more,
  });
  const about: ObjectDescribe = {
    name: 'X__c',
    label: 'X',
    labelPlural: 'Xs',
    keyPrefix: 'a00',
    fields: [
      field('Name', 'string'),
      field('Active', 'boolean'),
      field('Kind', 'picklist', { picklistValues: [{ value: 'A', label: 'First' }] }),
      field('OwnerId', 'reference', { referenceTo: ['User', 'Group'] }),
      field('Day', 'date'),
      field('MailingAddress', 'address'),
      field('Hidden', 'string'),
    ],
  };
  const record = {
    Name: '',
    Active: false,
    Kind: 'A',
    OwnerId: '005000000000001AAA',
    Day: '2026-01-02',
    MailingAddress: { street: 'Main 1', city: null, country: 'DE' },
  };

  it('shows what the user may see, as words', () => {
    const names = new Map([['005000000000001AAA', { name: 'Ada', url: '/u' }]]);
    const rows = shownFields(about, record, names);
    expect(rows.map(({ name, text, empty }) => [name, text, empty])).toEqual([
      ['Name', '—', true],
      ['Active', 'No', false],
      ['Kind', 'First', false],
      ['OwnerId', 'Ada', false],
      ['Day', '2026-01-02', false],
      ['MailingAddress', 'Main 1, DE', false],
    ]);
    expect(rows.find((row) => row.isLink)?.url).toBe('/u');
    expect(rows.find((row) => row.isDate)?.name).toBe('Day');
  });

  it('shows an id where the name may not be read', () => {
    const owner = shownFields(about, record, new Map()).find((row) => row.name === 'OwnerId');
    expect(owner).toMatchObject({ text: '005000000000001AAA', isLink: false, isText: true });
  });

  it('lists the records that a record refers to', () => {
    expect(references(about, record)).toEqual([{ field: 'OwnerId', targets: ['User', 'Group'], id: '005000000000001AAA' }]);
  });
});

describe('columns of a list', () => {
  const field = (name: string, type = 'string', nameField = false): FieldDescribe => ({
    name,
    label: name,
    type,
    relationshipName: null,
    referenceTo: [],
    nameField,
  });
  const about = (fields: readonly FieldDescribe[]): ObjectDescribe => ({
    name: 'X',
    label: 'X',
    labelPlural: 'Xs',
    keyPrefix: null,
    fields,
  });

  it('asks for plain fields only, without the name and its parts', () => {
    const fields = [
      field('Name', 'string', true),
      field('LastName'),
      field('Email', 'email'),
      field('OwnerId', 'reference'),
      field('Notes', 'textarea'),
    ];
    expect(candidates(about(fields)).map((one) => one.name)).toEqual(['Email']);
  });

  it('shows the first five that have something to say, texts before yes and no', () => {
    const fields = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => field(name));
    const records = [{ A: '', B: 'x', C: 0, D: 'x', E: 'x', F: 'x', G: true }];
    expect(columnsFor([field('G', 'boolean'), ...fields], records).map((one) => one.name)).toEqual(['B', 'C', 'D', 'E', 'F']);
    expect(columnsFor([field('G', 'boolean'), field('A')], records).map((one) => one.name)).toEqual(['G']);
    expect(columnsFor(fields, [])).toEqual([]);
  });
});
