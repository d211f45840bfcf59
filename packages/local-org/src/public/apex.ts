import { join, resolve } from 'node:path';
import type { ApexFile } from '../apex';
import { parseProjectApex, readProjectApex } from '../host/compile';

export type { ApexFile, Reference } from '../apex/references';
export type * from '../apex/ast/nodes';

/** The Apex of the project in this folder, file by file: syntax tree, the classes that it names, the names that it gives to `Type.forName`. */
export function readApex(root: string): ApexFile[] {
  const project = resolve(root);
  return readProjectApex(project, { cacheDir: join(project, '.local-org/cache') });
}

/** The syntax trees alone: what is asked of one file by itself costs no check of the program. */
export function parseApex(root: string): Pick<ApexFile, 'path' | 'name' | 'unit'>[] {
  const project = resolve(root);
  return parseProjectApex(project, join(project, '.local-org/cache'));
}
