import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the local org's package.json, seen from the sources as well as from a bundle under it. */
export function packageFolder(): string {
  for (let folder = import.meta.dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const { name } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string };
    if (name === 'local-org') return folder;
  }
  throw new Error(`${import.meta.dirname} is not inside the local org's package`);
}
