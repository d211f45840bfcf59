import type { Access } from '../../src/access/port';
import { createData, migrate, writeRaw, type DataService, type DataSettings } from '../../src/data';
import type { DataContext, TriggerPort } from '../../src/data/port';
import { Clock } from '../../src/kernel/clock';
import { within } from '../../src/kernel/context';
import { makeId } from '../../src/kernel/ids';
import { Limits } from '../../src/kernel/limits';
import { SObject } from '../../src/kernel/sobject';
import { fieldDraft, type FieldDraft, type ObjectDraft } from '../../src/schema/draft';
import type { Field, ObjectType, Schema } from '../../src/schema/model';
import { linksOf, objectType } from '../../src/schema/object-type';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store';

type Given = Partial<FieldDraft>;
export const text = (name: string, length = 80, given: Given = {}): FieldDraft => fieldDraft(name, 'string', { length, ...given });
export const field = (name: string, type: Field['type'], given: Given = {}): FieldDraft => fieldDraft(name, type, given);
export const lookup = (name: string, to: string | string[], given: Given = {}): FieldDraft =>
  fieldDraft(name, 'reference', {
    referenceTo: typeof to === 'string' ? [to] : to,
    relationshipName: name.endsWith('__c') ? `${name.slice(0, -1)}r` : name.replace(/Id$/, ''),
    ...given,
  });
export const picklist = (name: string, values: string[], given: Given = {}): FieldDraft =>
  fieldDraft(name, 'picklist', {
    length: 255,
    picklist: values.map((value) => ({ value, label: value, active: true, isDefault: false })),
    ...given,
  });

const system = (): FieldDraft[] => {
  const readOnly = { createable: false, updateable: false };
  return [
    field('Id', 'id', readOnly),
    field('IsDeleted', 'boolean', readOnly),
    field('CreatedDate', 'datetime', readOnly),
    lookup('CreatedById', 'User', { ...readOnly, childRelationshipName: null }),
    field('LastModifiedDate', 'datetime', readOnly),
    lookup('LastModifiedById', 'User', readOnly),
    field('SystemModstamp', 'datetime', readOnly),
  ];
};

/** An object with Id, audit fields and the given ones. */
export function object(name: string, keyPrefix: string, fields: FieldDraft[], given: Partial<ObjectDraft> = {}): ObjectDraft {
  return {
    name,
    keyPrefix,
    label: name,
    labelPlural: `${name}s`,
    kind: name.endsWith('__c') ? 'custom' : 'standard',
    setup: false,
    sharingModel: 'ReadWrite',
    queryable: true,
    createable: true,
    updateable: true,
    deletable: true,
    fields: [...system(), ...fields],
    validationRules: [],
    recordTypes: [],
    ...given,
  };
}

export function schemaOf(drafts: readonly ObjectDraft[], hash = 'test'): Schema {
  const links = linksOf(drafts);
  const objects = drafts.map((draft) => objectType(draft, links));
  const byName = new Map(objects.map((o) => [o.name.toLowerCase(), o]));
  const byPrefix = new Map(objects.map((o) => [o.keyPrefix, o]));
  return {
    objects,
    features: new Set(),
    hash,
    diagnostics: [],
    unsupportedFields: new Set<string>(),
    object: (name) => byName.get(name.toLowerCase()),
    objectByPrefix: (prefix) => byPrefix.get(prefix),
  } as Schema;
}

/** A small org: people who own cars, cars with trips (details), and a setup object. */
export function garageObjects(): ObjectDraft[] {
  const owner = (): FieldDraft =>
    lookup('OwnerId', ['User', 'Group'], { relationshipName: 'Owner', defaultedOnCreate: true, nillable: false });
  return [
    object('User', '005', [
      text('Name', 80, { nameField: true }),
      text('Username', 80, { unique: true, idLookup: true, nillable: false }),
      field('Email', 'email', { length: 128 }),
      text('TimeZoneSidKey', 40),
      field('IsActive', 'boolean', { defaultValue: true }),
      lookup('ManagerId', 'User'),
    ]),
    object('Group', '00G', [text('Name'), text('Type')], { setup: true }),
    object('Person__c', 'a00', [
      text('Name', 80, { nameField: true }),
      field('Email__c', 'email', { length: 80 }),
      field('Born__c', 'date'),
      field('Seen__c', 'datetime'),
      field('Notes__c', 'textarea', { length: 32000 }),
      text('Code__c', 20, { unique: true, externalId: true, idLookup: true }),
      text('Exact__c', 20, { unique: true, externalId: true, caseSensitive: true }),
      field('Tags__c', 'multipicklist', {
        length: 4099,
        picklist: ['A', 'B', 'C'].map((value) => ({ value, label: `Tag ${value}`, active: true, isDefault: false })),
      }),
      lookup('Boss__c', 'Person__c', { childRelationshipName: 'Reports__r' }),
      owner(),
    ]),
    object('Car__c', 'a01', [
      text('Name', 80, { nameField: true, autoNumber: true, displayFormat: 'CAR-{0000}', createable: false, updateable: false }),
      lookup('Driver__c', 'Person__c', { childRelationshipName: 'Cars__r' }),
      lookup('Seller__c', 'Person__c', { childRelationshipName: 'Sales__r', deleteRule: 'restrict' }),
      text('Plate__c', 10, { nillable: false }),
      picklist('Color__c', ['Red', 'Blue'], { restrictedPicklist: true }),
      field('Price__c', 'currency', { precision: 10, scale: 2 }),
      field('Seats__c', 'int'),
      field('Electric__c', 'boolean'),
      field('Paint__c', 'base64'),
      owner(),
    ]),
    object('Trip__c', 'a02', [
      text('Name', 80),
      lookup('Car__c', 'Car__c', {
        childRelationshipName: 'Trips__r',
        masterDetail: true,
        deleteRule: 'cascade',
        writeOnce: true,
        nillable: false,
      }),
      field('Km__c', 'double', { precision: 8, scale: 1 }),
    ]),
  ];
}

/** Everything is allowed. */
export function openAccess(given: Partial<Access> = {}): Access {
  return {
    hasObject: () => true,
    canReadField: () => true,
    canEditField: () => true,
    mayChange: () => true,
    hasPermission: () => true,
    hasCustomPermission: () => true,
    hasPrincipal: () => true,
    canExecuteClass: () => true,
    rowFilter: () => null,
    invalidate: () => {},
    mark: () => 0,
    takenBack: () => {},
    ...given,
  };
}

type Fire = TriggerPort['fire'];

export interface Org {
  readonly schema: Schema;
  readonly store: Store;
  readonly data: DataService;
  readonly userId: string;
  /** Triggers in order of registration; called for every event of their object. */
  readonly triggers: Map<string, Fire>;
  access: Access;
  readonly clock: Clock;
  /** Runs a body as one committed transaction and gives its result. */
  tx<R>(body: (context: DataContext) => R, mode?: 'sync' | 'async'): R;
  make(objectName: string, values: Record<string, unknown>): SObject;
  /** Inserts in system mode in a transaction of its own. */
  insert(...records: SObject[]): SObject[];
  query(soql: string, binds?: Record<string, unknown>): SObject[];
}

const NOW = Date.UTC(2026, 10, 22, 10, 30, 15, 250);

export function openOrg(drafts: readonly ObjectDraft[] = garageObjects(), settings: DataSettings = {}, file = ':memory:'): Org {
  const schema = schemaOf(drafts);
  const store = openStore(file);
  migrate(store, schema);
  const counters = new Map<string, number>();
  const next = (key: string): number => {
    const value = (counters.get(key) ?? 0) + 1;
    counters.set(key, value);
    return value;
  };
  const clock = new Clock(0, () => NOW);
  const data = createData(settings);
  const userId = makeId('005', 9_999);
  const triggers = new Map<string, Fire>();
  const has = (o: ObjectType): boolean => triggers.has(o.name);
  const org: Org = {
    schema,
    store,
    data,
    userId,
    triggers,
    access: openAccess(),
    clock,
    tx(body, mode = 'sync') {
      const context: DataContext = {
        schema,
        store,
        access: org.access,
        limits: new Limits(mode),
        clock,
        userId,
        beginWrite: () => {
          if (!store.inTransaction) store.begin();
        },
        lockRows: () => context.beginWrite(),
        nextId: (o) => makeId(o.keyPrefix, next(o.keyPrefix)),
        nextAutoNumber: (o, name) => next(`${o.name}.${name}`),
        triggers: {
          has,
          fire: (o, timing, operation, news, olds) => triggers.get(o.name)?.(o, timing, operation, news, olds),
        },
        mixedDml: { setup: null, nonSetup: null },
        apiVersion: 67,
        hookState: new Map(),
        ignoresUserLicenses: false,
      };
      try {
        const result = within(context, () => body(context));
        if (store.inTransaction) store.commit();
        return result;
      } catch (error) {
        if (store.inTransaction) store.rollback();
        throw error;
      }
    },
    make(objectName, values) {
      const type = schema.object(objectName);
      if (!type) throw new Error(`No object ${objectName}`);
      const record = new SObject(type);
      for (const [name, value] of Object.entries(values)) record.set(name, value);
      return record;
    },
    insert(...records) {
      org.tx(() => data.dml('insert', records, SYSTEM));
      return records;
    },
    query(soql, binds = {}) {
      const lower = new Map(Object.entries(binds).map(([name, value]) => [name.toLowerCase(), value]));
      return org.tx(() => data.queryText(soql, lower, { mode: 'system', sharing: false }));
    },
  };
  const me = new SObject(schema.object('User') as ObjectType);
  me.set('Id', userId);
  me.set('Username', 'admin@example.com');
  me.set('Name', 'Ada Admin');
  me.set('TimeZoneSidKey', 'America/New_York');
  if (schema.object('User')?.field('Username'))
    org.tx((context) => {
      context.beginWrite();
      writeRaw(store, me.shape as ObjectType, [me]);
    });
  return org;
}

export const SYSTEM = { mode: 'system', sharing: false, allOrNone: true } as const;
export const PARTIAL = { mode: 'system', sharing: false, allOrNone: false } as const;
