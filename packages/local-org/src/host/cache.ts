import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Clock } from '../kernel/clock';

/** Results of one kind that are kept, those used last: enough to go back and forth, and for projects that share a folder. */
const KEPT = 8;

/**
 * Result of `make` for inputs that `key` stands for, from the cache folder when it is there. Values must be plain data
 * (objects, arrays, maps, texts, numbers). Without a folder nothing is kept.
 */
export function cached<T>(folder: string | undefined, kind: string, key: string, make: () => T): T {
  if (folder === undefined) return make();
  const file = join(folder, `${kind}-${key}.bin`);
  if (existsSync(file)) {
    const seconds = new Clock().now() / 1000;
    utimesSync(file, seconds, seconds);
    return deserialize(readFileSync(file)) as T;
  }
  const value = make();
  mkdirSync(folder, { recursive: true });
  // Beside the target and then renamed: another process never reads half a file.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, serialize(value));
  renameSync(draft, file);
  forget(folder, kind);
  return value;
}

function forget(folder: string, kind: string): void {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.bin'));
  if (files.length <= KEPT) return;
  const byAge = files.map((name) => ({ name, at: ageOf(join(folder, name)) })).sort((a, b) => b.at - a.at);
  for (const { name } of byAge.slice(KEPT)) rmSync(join(folder, name), { force: true });
}

function ageOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Key of a list of texts and bytes. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${part.length}:`);
    hash.update(part);
  }
  return hash.digest('hex').slice(0, 24);
}
