import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { equalsExactly } from '../kernel/equality';
import { fail, need } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { EQUALS, HASH_CODE, hashOf } from '../kernel/equality';
import { ApexBlob } from '../kernel/values';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

const utf8 = new TextDecoder('utf-8', { fatal: true });
export const blobOf = (text: string): ApexBlob => new ApexBlob(new TextEncoder().encode(text));

/** `Blob.toString()`: UTF-8 only, else the platform's StringException. */
export function blobText(blob: ApexBlob): string {
  try {
    return utf8.decode(blob.bytes);
  } catch {
    return fail('System.StringException', 'BLOB is not a valid UTF-8 string');
  }
}

const blobs: Theme = members('System.Blob', {
  'valueOf/1': (text: string) => blobOf(need(text)),
  'size/0': (blob: ApexBlob) => blob.bytes.length,
  'toString/0': blobText,
  'equals/1': (blob: ApexBlob, other: unknown) => equalsExactly(blob, other),
});

function decodeBase64(text: string): ApexBlob {
  const plain = text.replace(/[\r\n]/g, '');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(plain)) fail('System.StringException', 'Unrecognized base64 character');
  return new ApexBlob(new Uint8Array(Buffer.from(plain, 'base64')));
}

function decodeHex(text: string): ApexBlob {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(text)) fail('System.StringException', 'Unrecognized hex character');
  return new ApexBlob(new Uint8Array(Buffer.from(text, 'hex')));
}

const charset = (name: string): BufferEncoding => {
  switch (need(name).toUpperCase()) {
    case 'UTF-8':
    case 'UTF8':
      return 'utf8';
    case 'ISO-8859-1':
    case 'US-ASCII':
      return 'latin1';
    case 'UTF-16LE':
      return 'utf16le';
    default:
      return fail('System.StringException', `Unsupported encoding: ${name}`);
  }
};

/** application/x-www-form-urlencoded, byte by byte (java.net.URLEncoder). */
function urlEncode(text: string, encoding: BufferEncoding): string {
  let out = '';
  for (const byte of Buffer.from(text, encoding)) {
    const c = String.fromCharCode(byte);
    if (/[A-Za-z0-9.*_-]/.test(c)) out += c;
    else out += c === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

function urlDecode(text: string, encoding: BufferEncoding): string {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '%') {
      const hex = text.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(hex))
        fail('System.IllegalArgumentException', 'URLDecoder: Illegal hex characters in escape (%) pattern');
      bytes.push(parseInt(hex, 16));
      i += 2;
    } else bytes.push(...(text[i] === '+' ? [32] : Buffer.from(text[i]!, encoding)));
  }
  return Buffer.from(bytes).toString(encoding);
}

const encoding: Theme = members('System.EncodingUtil', {
  'base64Encode/1': (blob: ApexBlob) => Buffer.from(need(blob).bytes).toString('base64'),
  'base64Decode/1': (text: string) => decodeBase64(need(text)),
  'convertToHex/1': (blob: ApexBlob) => Buffer.from(need(blob).bytes).toString('hex'),
  'convertFromHex/1': (text: string) => decodeHex(need(text)),
  'urlEncode/2': (text: string, name: string) => urlEncode(need(text), charset(name)),
  'urlDecode/2': (text: string, name: string) => urlDecode(need(text), charset(name)),
});

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5', SHA1: 'sha1', 'SHA-1': 'sha1', SHA256: 'sha256', 'SHA-256': 'sha256', SHA512: 'sha512', 'SHA-512': 'sha512', 'SHA3-256': 'sha3-256', 'SHA3-384': 'sha3-384', 'SHA3-512': 'sha3-512',
}; // prettier-ignore
const digestName = (name: string): string =>
  DIGESTS[need(name).toUpperCase()] ?? fail('System.NoSuchAlgorithmException', `Invalid algorithm ${name}`);
const macName = (name: string): string => digestName(need(name).replace(/^hmac/i, ''));
const bytes = (buffer: Buffer): ApexBlob => new ApexBlob(new Uint8Array(buffer));
const mac = (name: string, data: ApexBlob, key: ApexBlob): Buffer =>
  createHmac(macName(name), need(key).bytes).update(need(data).bytes).digest();

/** `RSA-SHA256` and its like; ECDSA keys bring their own algorithm. */
const signatureDigest = (name: string): string => digestName(need(name).replace(/^(?:RSA|ECDSA)-?/i, '') || 'SHA1');
const der = (blob: ApexBlob): Buffer => Buffer.from(need(blob).bytes);

/** `Crypto.sign`: the key is PKCS #8. */
function signature(name: string, data: ApexBlob, key: ApexBlob): Buffer {
  const digest = signatureDigest(name);
  try {
    return sign(digest, need(data).bytes, createPrivateKey({ key: der(key), format: 'der', type: 'pkcs8' }));
  } catch (error) {
    return fail('System.SecurityException', `Invalid private key: ${(error as Error).message}`);
  }
}

/** `Crypto.verify`: the key is X.509. */
function verified(name: string, data: ApexBlob, expected: ApexBlob, key: ApexBlob): boolean {
  const digest = signatureDigest(name);
  try {
    return verify(digest, need(data).bytes, createPublicKey({ key: der(key), format: 'der', type: 'spki' }), need(expected).bytes);
  } catch (error) {
    return fail('System.SecurityException', `Invalid public key: ${(error as Error).message}`);
  }
}

function aes(name: string, key: ApexBlob): string {
  const bits = Number(/^AES(128|192|256)$/i.exec(need(name))?.[1] ?? fail('System.NoSuchAlgorithmException', `Invalid algorithm ${name}`));
  if (need(key).bytes.length * 8 !== bits) fail('System.InvalidParameterValueException', `Invalid private key. Must be ${bits / 8} bytes.`);
  return `aes-${bits}-cbc`;
}

function decrypt(name: string, key: ApexBlob, iv: Uint8Array, data: Uint8Array): ApexBlob {
  try {
    const decipher = createDecipheriv(aes(name, key), key.bytes, iv);
    return bytes(Buffer.concat([decipher.update(data), decipher.final()]));
  } catch (error) {
    return fail('System.SecurityException', `Given final block not properly padded: ${(error as Error).message}`);
  }
}

function encrypt(name: string, key: ApexBlob, iv: Uint8Array, data: ApexBlob): Buffer {
  const cipher = createCipheriv(aes(name, key), key.bytes, iv);
  return Buffer.concat([cipher.update(need(data).bytes), cipher.final()]);
}

class Uuid extends NativeObject {
  override readonly apexType = 'System.UUID';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override toString(): string {
    return this.text;
  }
  [EQUALS](other: unknown): boolean {
    return other instanceof Uuid && other.text === this.text;
  }
  [HASH_CODE](): number {
    return hashOf(this.text);
  }
}

const uuidText = (random: Uint8Array): string => {
  const raw = Uint8Array.from(random);
  raw[6] = (raw[6]! & 0x0f) | 0x40;
  raw[8] = (raw[8]! & 0x3f) | 0x80;
  return Buffer.from(raw)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const UUID_TEXT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Blob, EncodingUtil, Crypto (digests, MACs, AES-CBC with PKCS 5 padding) and UUID. */
export function binary(ports: StdlibPorts): Theme {
  const crypto = members('System.Crypto', {
    'generateDigest/2': (name: string, data: ApexBlob) => bytes(createHash(digestName(name)).update(need(data).bytes).digest()),
    'generateMac/3': (name: string, data: ApexBlob, key: ApexBlob) => bytes(mac(name, data, key)),
    'verifyHmac/4': (name: string, data: ApexBlob, key: ApexBlob, expected: ApexBlob) => {
      const made = mac(name, data, key);
      return made.length === need(expected).bytes.length && timingSafeEqual(made, expected.bytes);
    },
    'sign/3': (name: string, data: ApexBlob, key: ApexBlob) => bytes(signature(name, data, key)),
    'verify/4': (name: string, data: ApexBlob, expected: ApexBlob, key: ApexBlob) => verified(name, data, expected, key),
    'generateAesKey/1': (bits: number) => {
      if (![128, 192, 256].includes(need(bits))) fail('System.InvalidParameterValueException', 'Invalid key size');
      return new ApexBlob(ports.random(bits / 8));
    },
    'encrypt/4': (name: string, key: ApexBlob, iv: ApexBlob, data: ApexBlob) => bytes(encrypt(name, key, need(iv).bytes, data)),
    'decrypt/4': (name: string, key: ApexBlob, iv: ApexBlob, data: ApexBlob) => decrypt(name, key, need(iv).bytes, need(data).bytes),
    'encryptWithManagedIV/3': (name: string, key: ApexBlob, data: ApexBlob) => {
      const iv = ports.random(16);
      return bytes(Buffer.concat([iv, encrypt(name, key, iv, data)]));
    },
    'decryptWithManagedIV/3': (name: string, key: ApexBlob, data: ApexBlob) =>
      decrypt(name, key, need(data).bytes.subarray(0, 16), data.bytes.subarray(16)),
    'getRandomInteger/0': () => Buffer.from(ports.random(4)).readInt32BE(),
    'getRandomLong/0': () => Buffer.from(ports.random(8)).readBigInt64BE(),
  });
  const uuids = members('System.UUID', {
    'randomUUID/0': () => new Uuid(uuidText(ports.random(16))),
    'fromString/1': (text: string) =>
      UUID_TEXT.test(need(text)) ? new Uuid(text.toLowerCase()) : fail('System.IllegalArgumentException', `Invalid UUID string: ${text}`),
    'toString/0': (uuid: Uuid) => uuid.text,
    'equals/1': (uuid: Uuid, other: unknown) => uuid[EQUALS](other),
    'hashCode/0': (uuid: Uuid) => uuid[HASH_CODE](),
  });
  return merge(blobs, encoding, crypto, uuids);
}
