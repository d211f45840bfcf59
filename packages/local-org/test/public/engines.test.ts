import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const enginesIn = (folder: string): string =>
  (JSON.parse(readFileSync(resolve(import.meta.dirname, folder, 'package.json'), 'utf8')) as { engines: { node: string } }).engines.node;

/** Where each line of Node got `zlib.crc32`, by which zips are checked and written (Node.js documentation, "zlib.crc32": v22.2.0, v20.15.0). */
const CRC32 = new Map([
  [20, 15],
  [22, 2],
  [24, 0],
]);

describe('the versions of Node that the package asks for', () => {
  it('have what it uses, and are those of the repository', () => {
    const lines = enginesIn('../..').split(' || ');
    for (const line of lines) {
      const [major = 0, minor = 0] = line.replace('^', '').split('.').map(Number);
      expect(minor, line).toBeGreaterThanOrEqual(CRC32.get(major) ?? Infinity);
    }
    expect(enginesIn('../../../..')).toBe(enginesIn('../..'));
  });
});
