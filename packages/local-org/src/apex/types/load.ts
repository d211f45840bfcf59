import fs from 'node:fs';
import path from 'node:path';
import type { PlatformTypes, RawType } from './platform';
import { platformTypes } from './platform';

/** Reads the signatures that `scripts/extract-types.mjs` wrote to `directory`, one namespace when it is first asked for. */
export function loadPlatformTypes(directory: string): PlatformTypes {
  const index = new Set(JSON.parse(fs.readFileSync(path.join(directory, 'index.json'), 'utf8')) as string[]);
  return platformTypes((namespace) => {
    if (!index.has(namespace)) return undefined;
    return JSON.parse(fs.readFileSync(path.join(directory, `${namespace}.json`), 'utf8')) as Record<string, RawType>;
  });
}
