import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Files below the folders whose path, relative to the root, matches the pattern. */
export function globSync(folders, pattern, root) {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((path) => pattern.test(path)),
  );
}
