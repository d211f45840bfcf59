import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../src/data';
import { openStore } from '../../src/store';
import { field, garageObjects, object, openOrg, schemaOf, text } from './support';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'local-org-tables-'));
  file = join(directory, 'org.db');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it('new fields and objects are added, removed fields keep their column, records stay', () => {
  const first = openOrg(garageObjects(), {}, file);
  first.insert(first.make('Person__c', { Name: 'Ada', Code__c: 'a' }));
  first.store.close();

  const drafts = garageObjects().map((draft) =>
    draft.name === 'Person__c'
      ? {
          ...draft,
          fields: [
            ...draft.fields.filter((f) => f.name !== 'Code__c'),
            text('Nick__c'),
            field('Vip__c', 'boolean', { defaultValue: true }),
          ],
        }
      : draft,
  );
  const store = openStore(file);
  migrate(store, schemaOf([...drafts, object('Extra__c', 'a09', [text('Name')])]));
  expect(store.prepare('SELECT "Name", "Nick__c", "Vip__c", "Code__c" FROM "Person__c"').all()).toEqual([['Ada', null, 1, 'a']]);
  expect(store.prepare('SELECT count(*) FROM "Extra__c"').get()).toEqual([0]);
  store.close();
});

it('a field that becomes filterable finds its old values', () => {
  const draft = (filterable: boolean) => [
    ...garageObjects().slice(0, 2),
    object('Note__c', 'a09', [text('Title__c', 80, { filterable, sortable: filterable, groupable: filterable })]),
  ];
  const first = openOrg(draft(false), {}, file);
  first.insert(first.make('Note__c', { Title__c: 'ÉCLAIR' }));
  first.store.close();
  const second = openStore(file);
  migrate(second, schemaOf(draft(true)));
  expect(second.prepare('SELECT "Title__c$k", "Title__c$s" FROM "Note__c"').get()).toEqual(['éclair', 'eclair']);
  second.close();
});

it('a changed type is refused, naming the field, and changes nothing', () => {
  openOrg(garageObjects(), {}, file).store.close();
  const drafts = garageObjects().map((draft) =>
    draft.name === 'Car__c'
      ? {
          ...draft,
          fields: draft.fields
            .map((f) => (f.name === 'Seats__c' ? { ...f, type: 'string' as const, length: 10 } : f))
            .concat(text('New__c')),
        }
      : draft,
  );
  const store = openStore(file);
  expect(() => migrate(store, schemaOf(drafts))).toThrow('The type of Car__c.Seats__c changed from INTEGER to TEXT');
  expect(store.inTransaction).toBe(false);
  expect(store.prepare("SELECT name FROM pragma_table_info('Car__c') WHERE name = ?").get('New__c')).toBeUndefined();
  store.close();
});
