import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Arguments } from './arguments';
import { Failure } from './output';

/** Where the local org keeps what it makes for a project: database and caches. */
export interface ProjectPaths {
  readonly root: string;
  readonly dbFile: string;
  readonly cacheDir: string;
}

/** The project of `--project` or the current folder. Throws Failure when it is none. */
export function projectPaths(args: Arguments): ProjectPaths {
  const root = resolve(args.value('--project') ?? '.');
  if (!existsSync(join(root, 'sfdx-project.json')))
    throw new Failure(`${root} is not a Salesforce DX project: it has no sfdx-project.json`);
  const own = join(root, '.local-org');
  const db = args.value('--db');
  return { root, dbFile: db === undefined ? join(own, 'org.db') : resolve(db), cacheDir: cacheOf(root) };
}

/** Folder of what is kept of a project. */
export const cacheOf = (root: string): string => join(root, '.local-org', 'cache');
