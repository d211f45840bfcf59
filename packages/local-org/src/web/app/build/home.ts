import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The folder of the local-org package: sources of the page are read from there also when this code runs from a bundle. */
export function packageHome(start: string = import.meta.dirname): string {
  for (let directory = start; ; directory = path.dirname(directory)) {
    for (const candidate of [directory, path.join(directory, 'local-org')]) {
      const manifest = path.join(candidate, 'package.json');
      if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'local-org') {
        // npm links workspaces: two names of one file would be two modules
        return realpathSync(candidate);
      }
    }
    if (directory === path.dirname(directory)) throw new Error(`The local-org package was not found above ${start}`);
  }
}

/** Folder of an installed npm package, found from the local-org package. Not by `resolve`: some packages export no package.json. */
export function packageFolder(name: string, home: string = packageHome()): string {
  const places = createRequire(path.join(home, 'package.json')).resolve.paths(name) ?? [];
  const found = places.map((place) => path.join(place, name)).find((folder) => existsSync(path.join(folder, 'package.json')));
  if (!found) throw new Error(`The npm package ${name} is not installed: run npm ci`);
  return found;
}

/** Where the page's own modules (shell, `lightning/*` that npm does not have) live. */
export function pageFolder(home: string = packageHome()): string {
  return path.join(home, 'src/web/app/page');
}
