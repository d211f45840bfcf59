/** Syntax trees of the repository's Apex for projects made of the same sources: parsing is the slow part of compiling. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const syntaxTrees = resolve(import.meta.dirname, '../.local-org/cache/ast');

/** Lets the project in the folder read and write the repository's syntax trees; a program of its own stays its own. */
export function shareSyntaxTrees(folder) {
  mkdirSync(syntaxTrees, { recursive: true });
  mkdirSync(join(folder, '.local-org/cache'), { recursive: true });
  symlinkSync(syntaxTrees, join(folder, '.local-org/cache/ast'), 'junction');
}
