import { mkdtempSync, readdirSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cached } from '../../src/host/cache';

const YESTERDAY = new Date(Date.now() - 86_400_000);

test('what is used stays, however many others are made meanwhile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cache-'));
  const make = (key: string) => cached(folder, 'program', key, () => key);
  make('ours');
  for (let i = 0; i < 10; i++) {
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), YESTERDAY, YESTERDAY);
    expect(cached(folder, 'program', 'ours', () => 'made anew')).toBe('ours');
    make(`other-${i}`);
  }
  expect(readdirSync(folder)).toHaveLength(8);
});
