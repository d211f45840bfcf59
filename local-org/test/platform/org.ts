import { join } from 'node:path';
import { createAccess } from '../../src/access';
import { Counters } from '../../src/engine/counters';
import { migrate } from '../../src/data/tables';
import { Clock } from '../../src/kernel/clock';
import { loadFiles, readProject, type OrgMetadata, type ProjectFile } from '../../src/metadata';
import { deploySetup } from '../../src/platform';
import { buildSchema } from '../../src/schema';
import { openStore, type Store } from '../../src/store';

const garage = join(import.meta.dirname, '../fixtures/garage');
export const START = Date.UTC(2026, 0, 5, 8);

/** A deployed org of the garage fixture in memory; `change` edits the project first. */
export function garageOrg(
  change: (project: ProjectFile, metadata: OrgMetadata) => [ProjectFile, OrgMetadata] = (p, m) => [p, m],
  store: Store = openStore(':memory:'),
) {
  const read = readProject(loadFiles(garage));
  const [project, metadata] = change(read.project, read.metadata);
  const schema = buildSchema(metadata, project);
  const clock = new Clock(START, () => 0);
  migrate(store, schema);
  const counters = new Counters(store);
  store.begin();
  const { diagnostics } = deploySetup({ schema, metadata, project, store, clock, nextId: (object) => counters.nextId(object.keyPrefix) });
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
  return { store, schema, metadata, project, clock, counters, access, diagnostics, rows, one, userId, object };
}
