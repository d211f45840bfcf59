import { createRequire } from 'node:module';

export type Library = typeof import('@apexdevtools/apex-parser');

let library: Library | null = null;

/** The parser's tables are large and slow to load: an org whose program is in the cache starts without them. */
export function parserLibrary(): Library {
  return (library ??= createRequire(import.meta.url)('@apexdevtools/apex-parser') as Library);
}
