import { join } from 'node:path';
import { createAccess } from '../../src/access';
import { createData, migrate } from '../../src/data';
import type { DataContext, DmlOperation, DmlOptions } from '../../src/data/port';
import { Counters } from '../../src/engine/counters';
import { Clock } from '../../src/kernel/clock';
import { within } from '../../src/kernel/context';
import { Limits } from '../../src/kernel/limits';
import { SObject } from '../../src/kernel/sobject';
import { loadFiles, readProject, type OrgMetadata, type ProjectFile } from '../../src/metadata';
import {
  createEmailChanges,
  createSessions,
  deploySetup,
  madeTables,
  platformHooks,
  sharingHooks,
  violates,
  type EmailChange,
} from '../../src/platform';
import { buildSchema } from '../../src/schema';
import { openStore, type Store } from '../../src/store';

const garage = join(import.meta.dirname, '../fixtures/garage');
const read = readProject(loadFiles(garage));
export const START = Date.UTC(2026, 0, 5, 8);

/** A deployed org of the garage fixture in memory; `change` edits the project first. */
export function garageOrg(
  change: (project: ProjectFile, metadata: OrgMetadata) => [ProjectFile, OrgMetadata] = (p, m) => [p, m],
  store: Store = openStore(':memory:'),
) {
  const [project, metadata] = change(read.project, read.metadata);
  const schema = buildSchema(metadata, project);
  const clock = new Clock(START, () => 0);
  migrate(store, schema);
  createSessions(store);
  createEmailChanges(store);
  const counters = new Counters(store);
  store.begin();
  const { diagnostics } = deploySetup({
    schema,
    metadata,
    project,
    implementors: [],
    invalid: [],
    store,
    clock,
    nextId: (object) => counters.nextId(object.keyPrefix),
  });
  counters.flush();
  store.commit();
  const access = createAccess({ schema, store, clock });
  const rows = (sql: string, ...binds: (string | number | null)[]) => store.prepare(sql).all(...binds);
  const one = (sql: string, ...binds: (string | number | null)[]) => rows(sql, ...binds)[0]?.[0];
  const userId = (username: string) => one('SELECT "Id" FROM "User" WHERE "Username" = ?', `${username}@garage.example`) as string;
  const object = (name: string) => {
    const found = schema.object(name);
    if (!found) throw new Error(`No ${name}`);
    return found;
  };
  const asked: EmailChange[] = [];
  const data = createData({
    made: madeTables,
    generalHooks: sharingHooks,
    hooks: platformHooks((change) => asked.push(change)),
    formula: violates,
  });
  /** One transaction that commits; without triggers, as the running user given (System Administrator by default). */
  const transaction = <T>(body: () => T, user = 'admin'): T => {
    const context: DataContext = {
      ...{ schema, store, access, clock },
      limits: new Limits('sync'),
      userId: userId(user),
      beginWrite: () => {
        if (!store.inTransaction) store.begin();
      },
      lockRows: () => context.beginWrite(),
      nextId: (type) => counters.nextId(type.keyPrefix),
      nextAutoNumber: (type, field) => counters.nextAutoNumber(type.name, field),
      triggers: { fire: () => undefined, has: () => false },
      mixedDml: { setup: null, nonSetup: null },
      apiVersion: 67,
      hookState: new Map(),
      ignoresUserLicenses: false,
    };
    const result = within(context, body);
    if (store.inTransaction) {
      counters.flush();
      store.commit();
    }
    return result;
  };
  const record = (type: string, values: Readonly<Record<string, unknown>>): SObject => {
    const made = new SObject(object(type));
    for (const [name, value] of Object.entries(values)) made.set(name, value);
    return made;
  };
  const write = (operation: DmlOperation, records: readonly SObject[], options: Partial<DmlOptions> = {}) =>
    data.dml(operation, records, { mode: 'system', sharing: false, allOrNone: false, ...options });
  /** Writes rows of one object in a transaction of their own: `Id` of each, or its errors as `CODE: message`. */
  const save = (operation: DmlOperation, type: string, ...rows: Readonly<Record<string, unknown>>[]): string[] =>
    transaction(() =>
      write(
        operation,
        rows.map((values) => record(type, values)),
      ),
    ).map((result) =>
      // prettier-ignore
      result.success ? String(result.id) : result.errors.map((error) => `${error.statusCode}: ${error.message}`).join('; '),
    );
  return {
    data,
    transaction,
    record,
    write,
    save,
    store,
    schema,
    metadata,
    project,
    clock,
    counters,
    access,
    diagnostics,
    rows,
    one,
    userId,
    object,
  };
}
