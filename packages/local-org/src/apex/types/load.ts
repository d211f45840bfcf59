import fs from 'node:fs';
import path from 'node:path';
import { OVERRIDES } from './overrides';
import type { PlatformTypes, RawType } from './platform';
import { platformTypes } from './platform';

/** Reads the signatures that `scripts/extract-types.mjs` wrote to `directory`, one namespace when it is first asked for. */
export function loadPlatformTypes(directory: string): PlatformTypes {
  const index = new Set(namespaces(directory));
  return platformTypes((namespace) => (index.has(namespace) ? typesOf(directory, namespace) : undefined));
}

/** Lower-case qualified names of all types that `loadPlatformTypes` finds. */
export function typeNames(directory: string): string[] {
  const extracted = namespaces(directory).flatMap((namespace) => Object.keys(typesOf(directory, namespace)));
  return [...new Set([...extracted, ...Object.values(OVERRIDES).flatMap(Object.keys)])];
}

const namespaces = (directory: string): string[] => JSON.parse(fs.readFileSync(path.join(directory, 'index.json'), 'utf8')) as string[];

const typesOf = (directory: string, namespace: string): Record<string, RawType> =>
  JSON.parse(fs.readFileSync(path.join(directory, `${namespace}.json`), 'utf8')) as Record<string, RawType>;
