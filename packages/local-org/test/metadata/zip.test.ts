import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZip, writeZip } from '../../src/metadata';

const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = [
  ['package.xml', bytes('<Package/>')],
  ['classes/Ä.cls', bytes('x'.repeat(10_000))],
  ['empty', bytes('')],
] as const;
const zip = () => Buffer.from(writeZip(FILES));
/** Where the record of the first file in the directory begins. */
const central = (file: Buffer) => file.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));

describe('a zip file', () => {
  it('comes back as it was written, whatever stands behind it as a comment', () => {
    expect([...readZip(zip())]).toEqual(FILES.map(([path, content]) => [path, Buffer.from(content)]));
    expect(writeZip(FILES)).toEqual(writeZip(FILES));
  });

  it.each([
    ['is none', () => Buffer.from('PK'), /damaged, or is none/],
    ['is cut off', () => zip().subarray(0, -5), /damaged, or is none/],
    ['has lost its beginning', () => zip().subarray(20), /damaged/],
    ['says that a file is larger than it is', () => patched(24, 99), /package.xml is damaged/],
    ['says that a file is smaller than it is', () => patched(24, 3), /package.xml is damaged/],
    ['says that it is larger than a package may be', () => patched(24, 500 * 1024 * 1024), /more than \d+ bytes/],
    ['has another checksum', () => patched(16, 1), /package.xml is damaged/],
    ['is packed by another method', () => short(10, 12), /method that is not supported \(12\)/],
    ['is encrypted', () => short(8, 1), /package.xml is encrypted/],
    ['holds a link', () => patched(38, 0o120777 * 0x10000), /package.xml is a link/],
    [
      'holds a file twice',
      () =>
        Buffer.from(
          writeZip([
            ['a', bytes('1')],
            ['a', bytes('2')],
          ]),
        ),
      /holds a twice/,
    ],
    [
      'holds too many files',
      () => Buffer.from(writeZip(Array.from({ length: 10_001 }, (_, i) => [`f${i}`, bytes('')] as const))),
      /more than 10000 files/,
    ],
  ])('is refused when it %s', (_name, made, why) => {
    expect(() => readZip(made())).toThrow(why);
  });

  it.each(['../a', 'a/../../b', '/a', 'a//b', './a', 'C:\\a', 'a\\..\\b', 'c:a', 'a\0b', ''])('is refused with the path %j', (path) => {
    expect(() => readZip(writeZip([[path, bytes('x')]]))).toThrow(/is not allowed in a zip file/);
  });

  it('that grows is not unpacked beyond what it says', () => {
    const bomb = zip();
    const packed = deflateRawSync(Buffer.alloc(50 * 1024 * 1024));
    const file = Buffer.from(writeZip([['bomb', packed]]));
    expect(readZip(file).get('bomb')).toHaveLength(packed.length);
    expect(bomb.length).toBeLessThan(1_000);
    const large = Buffer.from(writeZip([['bomb', new Uint8Array(50 * 1024 * 1024)]]));
    large.writeUInt32LE(1_000, central(large) + 24);
    expect(() => readZip(large)).toThrow(/bomb is damaged/);
  });
});

function patched(offset: number, value: number): Buffer {
  const file = zip();
  file.writeUInt32LE(value >>> 0, central(file) + offset);
  return file;
}

function short(offset: number, value: number): Buffer {
  const file = zip();
  file.writeUInt16LE(value, central(file) + offset);
  return file;
}
