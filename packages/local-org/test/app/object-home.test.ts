import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPageMetadata } from '../../src/web/app/build/page-metadata';
import { inSections, shownFields } from '../../src/web/app/page/modules/shell/recordPage/fields';
import { changesOf, formSections } from '../../src/web/app/page/runtime/form';
import { columnOf, listQuery, searchCondition, valueAt, whereOf } from '../../src/web/app/page/runtime/list-query';
import { columnsOf, conditionOf } from '../../src/web/app/page/runtime/list-view';
import type { FieldDescribe, ListFilter, ListView, ObjectDescribe } from '../../src/web/app/page/runtime/model';

const field = (name: string, type: string, more: Partial<FieldDescribe> = {}): FieldDescribe => ({
  name,
  label: name.replace('__c', ''),
  type,
  relationshipName: null,
  referenceTo: [],
  nameField: name === 'Name',
  createable: true,
  updateable: true,
  nillable: true,
  ...more,
});
const about: ObjectDescribe = {
  name: 'Ship__c',
  label: 'Ship',
  labelPlural: 'Ships',
  keyPrefix: 'a00',
  fields: [
    field('Name', 'string', { nillable: false, length: 80 }),
    field('Status__c', 'picklist', { picklistValues: [{ value: 'a', label: 'A' }] }),
    field('Masts__c', 'double', { scale: 2 }),
    field('Sunk__c', 'boolean', { nillable: false }),
    field('Built__c', 'date'),
    field('CaptainId', 'reference', { label: 'Captain ID', relationshipName: 'Captain', referenceTo: ['Contact'] }),
    field('OwnerId', 'reference', { nillable: false, defaultedOnCreate: true }),
    field('Fleet__c', 'reference', { nillable: false, updateable: false, referenceTo: ['Fleet__c'] }),
    field('Total__c', 'double', { createable: false, updateable: false }),
    field('CreatedDate', 'datetime', { createable: false, updateable: false }),
  ],
};
const view = (filters: readonly ListFilter[], more: Partial<ListView> = {}): ListView => ({
  name: 'V',
  label: 'V',
  columns: [],
  filters,
  logic: null,
  mine: false,
  ...more,
});
const filter = (name: string, operation: string, value: string): ListFilter => ({ field: name, operation, value });

describe('a list view', () => {
  it.each([
    [filter('Status__c', 'equals', 'a,b'), "(Status__c = 'a' OR Status__c = 'b')"],
    [filter('Status__c', 'notEqual', 'a,b'), "(Status__c != 'a' AND Status__c != 'b')"],
    [filter('Status__c', 'equals', ''), '(Status__c = null)'],
    [filter('Sunk__c', 'equals', '1'), '(Sunk__c = true)'],
    [filter('Masts__c', 'greaterThan', '2.5'), '(Masts__c > 2.5)'],
    [filter('Built__c', 'lessOrEqual', 'LAST_N_DAYS:30'), '(Built__c <= LAST_N_DAYS:30)'],
    [filter('CREATED_DATE', 'equals', 'TODAY'), '(CreatedDate = TODAY)'],
    [filter('NAME', 'contains', "O'H 5%_\\"), "(Name LIKE '%O\\'H 5\\%\\_\\\\%')"],
    [filter('NAME', 'startsWith', 'x'), "(Name LIKE 'x%')"],
    [filter('NAME', 'notContain', 'x'), "((NOT Name LIKE '%x%'))"],
  ])('asks for %o', (one, soql) => {
    expect(conditionOf(about, view([one]), '005')).toBe(soql);
  });

  it('joins its filters by its logic, and keeps to its owner’s records', () => {
    const filters = [filter('NAME', 'equals', 'x'), filter('Sunk__c', 'equals', '0'), filter('Masts__c', 'equals', '3')];
    expect(conditionOf(about, view(filters, { logic: '1 AND (2 OR 3)', mine: true }), '005')).toBe(
      "((Name = 'x') AND ((Sunk__c = false) OR (Masts__c = 3))) AND OwnerId = '005'",
    );
    expect(conditionOf(about, view([]), '005')).toBe('');
  });

  it.each([
    [view([filter('Secret__c', 'equals', 'x')]), 'You may not see a field'],
    [view([filter('Masts__c', 'equals', '1 OR Id != null')]), 'is no number'],
    [view([filter('Built__c', 'equals', "x' OR")]), 'is no date'],
    [view([filter('NAME', 'within', 'x')]), 'does not know the list view filter within'],
    [view([filter('NAME', 'equals', 'x')], { logic: '1) OR (Id != null' }), 'cannot be read'],
  ])('that cannot be asked for says so', (one, words) => {
    expect(() => conditionOf(about, one, '005')).toThrow(words);
  });

  it('shows the columns that the user may read', () => {
    expect(columnsOf(about, view([], { columns: ['NAME', 'Secret__c', 'OWNER.ALIAS', 'masts__c'] })).map(({ name }) => name)).toEqual([
      'Name',
      'OwnerId',
      'Masts__c',
    ]);
  });
});

describe('the query of a list', () => {
  const captain = columnOf(about.fields.find(({ name }) => name === 'CaptainId') as FieldDescribe, 'Name');
  const masts = columnOf(about.fields.find(({ name }) => name === 'Masts__c') as FieldDescribe, null);
  it('names what is referred to, sorts by it, and ends where a list view does', () => {
    expect(captain).toMatchObject({ label: 'Captain', path: 'Captain.Name', sortable: true });
    expect(columnOf(about.fields.find(({ name }) => name === 'CaptainId') as FieldDescribe, null)).toBeNull();
    expect(listQuery(about, [captain!, masts!], '', { path: 'Captain.Name', descending: false }, 1_960)).toBe(
      'SELECT Id, Name, Captain.Name, Masts__c FROM Ship__c ORDER BY Captain.Name ASC NULLS LAST, Id LIMIT 40 OFFSET 1960',
    );
    expect(listQuery(about, [], " WHERE (x = 'y')", { path: 'Id', descending: true }, 0)).toBe(
      "SELECT Id, Name FROM Ship__c WHERE (x = 'y') ORDER BY Id DESC LIMIT 50 OFFSET 0",
    );
    expect(valueAt({ Captain: { Name: 'Ada' } }, 'Captain.Name')).toBe('Ada');
    expect(valueAt({ Captain: null }, 'Captain.Name')).toBeUndefined();
  });
  it('searches names, together with the view', () => {
    expect(whereOf(['', searchCondition(about, ' pearl '), 'a = 1 OR b = 2'])).toBe(" WHERE (Name LIKE '%pearl%') AND (a = 1 OR b = 2)");
    expect(whereOf(['', searchCondition(about, ' ')])).toBe('');
  });
});

describe('a form', () => {
  const names = (isNew: boolean, layout?: { label: string; fields: string[] }[]) =>
    formSections(about, layout, isNew).map(({ label, fields }) => [label, fields.map(({ name }) => name).join(' ')]);
  it('asks for what the user may write, in the order of the layout', () => {
    expect(names(true)).toEqual([['Information', 'Name Status__c Masts__c Sunk__c Built__c CaptainId OwnerId Fleet__c']]);
    expect(names(false)).toEqual([['Information', 'Name Status__c Masts__c Sunk__c Built__c CaptainId OwnerId']]);
    const layout = [
      { label: 'First', fields: ['Built__c', 'Total__c', 'Name'] },
      { label: 'Only to read', fields: ['CreatedDate'] },
    ];
    expect(names(false, layout)).toEqual([['First', 'Built__c Name']]);
  });
  it('asks for what cannot be left out also where the layout forgets it', () => {
    expect(names(true, [{ label: 'First', fields: ['Built__c'] }])).toEqual([
      ['First', 'Built__c'],
      ['Required', 'Name Fleet__c'],
    ]);
  });
  it('knows what a field takes', () => {
    const [section] = formSections(about, undefined, true);
    const of = (name: string) => section?.fields.find((one) => one.name === name);
    expect(of('Name')).toMatchObject({ kind: 'text', required: true, maxLength: 80 });
    expect(of('Masts__c')).toMatchObject({ kind: 'number', required: false, step: '0.01', maxLength: null });
    expect(of('Sunk__c')).toMatchObject({ kind: 'checkbox', required: false });
    expect(of('Status__c')?.options.map(({ label }) => label)).toEqual(['--None--', 'A']);
    expect(of('CaptainId')).toMatchObject({ kind: 'lookup', label: 'Captain', targets: ['Contact'] });
  });
  it('sends what has changed and nothing else', () => {
    const fields = formSections(about, undefined, true).flatMap((section) => section.fields);
    const values = new Map<string, string | boolean>([
      ['Name', 'Pearl'],
      ['Masts__c', '3'],
      ['Status__c', ''],
      ['Sunk__c', false],
      ['Built__c', '2026-01-02'],
    ]);
    const record = { Name: 'Pearl', Masts__c: 2, Status__c: 'a', Sunk__c: true, Built__c: '2026-01-02' };
    expect(changesOf(fields, values, record)).toEqual({ Masts__c: 3, Status__c: null, Sunk__c: false });
    expect(changesOf(fields, values, null)).toEqual({ Name: 'Pearl', Masts__c: 3, Sunk__c: false, Built__c: '2026-01-02' });
    expect(changesOf(fields, new Map(), record)).toEqual({});
  });
});

it('shows a record by its layout, or what is its own before what is the platform’s', () => {
  const rows = shownFields(about, { Name: 'Pearl', Masts__c: 2, CreatedDate: '2026-01-01T00:00:00Z' }, new Map());
  const shape = (layout?: { label: string; fields: string[] }[]) =>
    inSections(rows, layout).map(({ label, fields }) => [label, fields.map(({ name }) => name)]);
  expect(shape()).toEqual([
    ['Information', ['Name', 'Masts__c']],
    ['System Information', ['CreatedDate']],
  ]);
  expect(
    shape([
      { label: 'Ship', fields: ['Masts__c', 'Hidden__c'] },
      { label: 'Nothing', fields: ['Hidden__c'] },
    ]),
  ).toEqual([['Ship', ['Masts__c']]]);
});

describe('metadata of pages', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, xml: string): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, xml);
    return file;
  };
  it('is read from list views, layouts, record pages and quick actions', () => {
    const files = [
      write(
        'objects/Ship__c/listViews/Big.listView-meta.xml',
        '<ListView><fullName>Big</fullName><label>Big &amp; tall</label><columns>NAME</columns><filterScope>Mine</filterScope><filters><field>Masts__c</field><operation>greaterThan</operation><value>3</value></filters></ListView>',
      ),
      write(
        'layouts/Ship__c-Ship Layout.layout-meta.xml',
        '<Layout><layoutSections><label>One</label><layoutColumns><layoutItems><field>Name</field></layoutItems><layoutItems><emptySpace>true</emptySpace></layoutItems></layoutColumns><layoutColumns/></layoutSections></Layout>',
      ),
      write(
        'flexipages/Ship.flexipage-meta.xml',
        '<FlexiPage><sobjectType>Ship__c</sobjectType><type>RecordPage</type><flexiPageRegions><itemInstances><componentInstance><componentName>force:detailPanel</componentName></componentInstance></itemInstances><itemInstances><componentInstance><componentName>shipPanel</componentName></componentInstance></itemInstances></flexiPageRegions></FlexiPage>',
      ),
      write('flexipages/Home.flexipage-meta.xml', '<FlexiPage><type>HomePage</type></FlexiPage>'),
      write(
        'quickActions/Ship__c.Sail.quickAction-meta.xml',
        '<QuickAction><label>Sail</label><lightningWebComponent>sail</lightningWebComponent><actionSubtype>Action</actionSubtype></QuickAction>',
      ),
      write('quickActions/Ship__c.New.quickAction-meta.xml', '<QuickAction><label>New</label><type>Create</type></QuickAction>'),
    ];
    expect(readPageMetadata(files)).toEqual({
      listViews: {
        Ship__c: [
          {
            name: 'Big',
            label: 'Big & tall',
            columns: ['NAME'],
            filters: [{ field: 'Masts__c', operation: 'greaterThan', value: '3' }],
            logic: null,
            mine: true,
          },
        ],
      },
      layouts: { Ship__c: [{ label: 'One', fields: ['Name'] }] },
      recordPages: { Ship__c: ['shipPanel'] },
      quickActions: { Ship__c: [{ name: 'Ship__c.Sail', label: 'Sail', component: 'sail', isScreen: false }] },
    });
  });
});
