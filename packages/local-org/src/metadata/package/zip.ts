import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A zip that is not taken: broken, too large, or with a path that leads out of it. */
export class ZipError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ZipError';
  }
}

/** What a package may hold (Metadata API Developer Guide, "Metadata Limits"). */
export const MAX_FILES = 10_000;
export const MAX_UNPACKED = 400 * 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const UTF8_NAMES = 0x800;
const SYMLINK = 0o120000;
const KIND_OF_FILE = 0o170000;

const names = new TextDecoder('utf-8', { fatal: true });

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * The files of a zip by path, unpacked in memory; folders are left out. Nothing is unpacked before all of it is known to fit, and no entry becomes
 * larger than it says. Throws ZipError.
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(bytes, view).filter(({ name }) => !name.endsWith('/'));
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED)
    throw new ZipError(`The zip file holds more than ${MAX_UNPACKED} bytes`);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (files.has(entry.name)) throw new ZipError(`The zip file holds ${entry.name} twice`);
    files.set(entry.name, contentOf(bytes, view, entry));
  }
  return files;
}

function entriesOf(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_FILES) throw new ZipError(`The zip file holds more than ${MAX_FILES} files`);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) throw broken();
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const name = nameOf(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength));
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new ZipError(`${name} is encrypted`);
    if (((view.getUint32(at + 38, true) >>> 16) & KIND_OF_FILE) === SYMLINK) throw new ZipError(`${name} is a link`);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += CENTRAL_SIZE + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Where the record at the end begins; a comment may follow it. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw broken();
}

/** Only paths that stay below where they are unpacked. */
function nameOf(bytes: Uint8Array): string {
  let name: string;
  try {
    name = names.decode(bytes);
  } catch {
    throw new ZipError('The name of a file in the zip file is not UTF-8');
  }
  const segments = name.replace(/\/$/, '').split('/');
  if (/[\\\0:]/.test(name) || segments.some((segment) => segment === '' || segment === '.' || segment === '..'))
    throw new ZipError(`The path ${JSON.stringify(name)} is not allowed in a zip file`);
  return name;
}

function contentOf(bytes: Uint8Array, view: DataView, { name, method, crc, packed, size, at }: Entry): Uint8Array {
  if (at + LOCAL_SIZE > bytes.length || view.getUint32(at, true) !== LOCAL) throw broken();
  const from = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw broken();
  const content = unpack(bytes.subarray(from, from + packed), method, size, name);
  if (content.length !== size || crc32(content) !== crc) throw new ZipError(`${name} is damaged in the zip file`);
  return content;
}

function unpack(packed: Uint8Array, method: number, size: number, name: string): Uint8Array {
  if (method === STORED) return packed.slice();
  if (method !== DEFLATED) throw new ZipError(`${name} is packed by a method that is not supported (${method})`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new ZipError(`${name} is damaged in the zip file`);
  }
}

const broken = (): ZipError => new ZipError('The zip file is damaged, or is none');

/** A zip of these files, in their order. */
export function writeZip(files: Iterable<readonly [path: string, bytes: Uint8Array]>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  let count = 0;
  for (const [path, bytes] of files) {
    const name = new TextEncoder().encode(path);
    const packed = deflateRawSync(bytes);
    // version, flags, method, time, date (1980-01-01: the same files make the same zip), checksum, sizes, length of the name, of what follows it
    const common = numbers([2, 20], [2, UTF8_NAMES], [2, DEFLATED], [2, 0], [2, 0x21], [4, crc32(bytes)], [4, packed.length], [4, bytes.length], [2, name.length], [2, 0]); // prettier-ignore
    const local = Buffer.concat([numbers([4, LOCAL]), common, name, packed]);
    directory.push(Buffer.concat([numbers([4, CENTRAL], [2, 20]), common, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name]));
    parts.push(local);
    at += local.length;
    count++;
  }
  const central = Buffer.concat(directory);
  const end = numbers([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, central.length], [4, at], [2, 0]);
  return Buffer.concat([...parts, central, end]);
}

/** Little-endian numbers of so many bytes each. */
function numbers(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const buffer = Buffer.alloc(values.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of values) {
    buffer.writeUIntLE(value >>> 0, at, size);
    at += size;
  }
  return buffer;
}
