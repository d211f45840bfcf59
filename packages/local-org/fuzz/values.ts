import fc from 'fast-check';

/** Texts that somebody once forgot. */
const NASTY_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uD800',
  '\uFEFF',
  '\u202E',
  '💥',
  "'",
  "' OR Name != '",
  '\\',
  '\\u0000',
  '%',
  '%00',
  '%zz',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '#N/A',
  '{}',
  '[]',
  '-0',
  '1e400',
  'NaN',
  'Infinity',
  '99999999999999999999',
  '0x10',
  '2026-02-30',
  '0000-00-00',
  '99999-12-31',
  '2026-01-01T25:61:61Z',
  'x'.repeat(256),
  'x'.repeat(40_000),
  '000000000000000',
  '001000000000000AAA',
  '<script>alert(1)</script>',
  '<!DOCTYPE a [<!ENTITY b "c">]>&b;',
];

/** A text without half surrogate pairs: what UTF-8 can carry. */
export const wellFormed = (it: string): string => Buffer.from(it).toString();

export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const number = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, 1e21),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const nested = fc.integer({ min: 1, max: 20_000 }).map((depth) => new Deep(depth));

/** An array in an array in an array: written out by `toJson`, because JSON.stringify gives up on it. */
class Deep {
  readonly depth: number;
  constructor(depth: number) {
    this.depth = depth;
  }
  toJSON(): string {
    return `${DEEP}${this.depth}`;
  }
}

const DEEP = 'an array of this depth: ';

export const scalar: fc.Arbitrary<unknown> = fc.oneof(text, number, fc.boolean(), fc.constant(null));

export const json: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(text, scalar, { maxKeys: 4 }) },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  { weight: 1, arbitrary: nested },
);

export function toJson(value: unknown): string {
  const deep = new RegExp(`"${DEEP}(\\d+)"`, 'g');
  return (JSON.stringify(value) ?? 'null').replace(deep, (_, depth: string) => '['.repeat(Number(depth)) + ']'.repeat(Number(depth)));
}

/** Bytes of a text, in one of ten cases damaged: a piece doubled, left out, or replaced by noise. */
export function damaged(whole: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  const noise = fc.tuple(whole, fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 8 }), fc.constantFrom('cut', 'double', 'noise'));
  const broken = noise.map(([it, a, b, bytes, how]) => {
    const all = Buffer.from(it);
    const [from, to] = [a % (all.length + 1), b % (all.length + 1)].sort((x, y) => x - y) as [number, number];
    const middle = { cut: Buffer.alloc(0), double: Buffer.concat([all.subarray(from, to), all.subarray(from, to)]), noise: bytes }[how];
    return new Uint8Array(Buffer.concat([all.subarray(0, from), middle, all.subarray(to)]));
  });
  const intact = whole.map((it) => new Uint8Array(Buffer.from(it)));
  return fc.oneof({ weight: 9, arbitrary: intact }, { weight: 1, arbitrary: broken });
}
