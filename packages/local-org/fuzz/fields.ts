import fc from 'fast-check';
import type { FieldInfo, ObjectInfo } from './world';

/** Texts without control characters and half surrogate pairs, which no field takes, and without spaces at their ends. */
const plainText = (max: number): fc.Arbitrary<string> =>
  fc
    .oneof(fc.string({ maxLength: Math.min(max, 30) }), fc.string({ unit: 'grapheme', maxLength: Math.min(max, 20) }))
    .map((it) => it.replace(/\p{C}/gu, '').trim().slice(0, max))
    .map((it) => (it === '' ? 'x' : it));

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 10 });
const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const day = fc.tuple(fc.integer({ min: 1701, max: 3999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const dateText = day.map(([y, m, d]) => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`);
const timeText = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m, s]) => `${pad(h, 2)}:${pad(m, 2)}:${pad(s, 2)}.000`);

function decimal({ precision, scale }: FieldInfo): fc.Arbitrary<number> {
  // Fifteen digits: what a JSON number carries without loss.
  const whole = Math.min(precision - scale, 15 - scale);
  const limit = 10 ** Math.max(0, whole + scale) - 1;
  return fc.integer({ min: -Math.min(limit, 2 ** 52), max: Math.min(limit, 2 ** 52) }).map((n) => Number((n / 10 ** scale).toFixed(scale)));
}

/** A value that the field has to take and give back; null for fields of other kinds. */
export function fitting(field: FieldInfo): fc.Arbitrary<string | number | boolean> | null {
  switch (field.type) {
    case 'string':
    case 'textarea':
      return plainText(field.length);
    case 'email':
      return fc.tuple(letters, letters).map(([a, b]) => `${a}@${b}.example`);
    case 'phone':
      return fc.integer({ min: 0, max: 10 ** 9 }).map((n) => `+49 ${n}`);
    case 'url':
      return letters.map((it) => `https://${it}.example/`);
    case 'boolean':
      return fc.boolean();
    case 'int':
      return fc.integer({ min: -(10 ** Math.min(field.precision || 8, 8)) + 1, max: 10 ** Math.min(field.precision || 8, 8) - 1 });
    case 'double':
    case 'currency':
    case 'percent':
      return decimal(field);
    case 'date':
      return dateText;
    case 'datetime':
      return fc.tuple(dateText, timeText).map(([d, t]) => `${d}T${t}+0000`);
    case 'time':
      return timeText.map((t) => `${t}Z`);
    case 'picklist': {
      const values = field.picklistValues.filter(({ active }) => active).map(({ value }) => value);
      return values.length > 0 ? fc.constantFrom(...values) : null;
    }
    default:
      return null;
  }
}

export type Values = Readonly<Record<string, string | number | boolean>>;

/**
 * Rows of an object, all with the same fields: what is required, and some of the rest. The org has to take them as far as their
 * fields say. Null when a required field is of another kind.
 */
export function fittingRows(object: ObjectInfo): fc.Arbitrary<readonly Values[]> | null {
  const required: Fields = {};
  const optional: Fields = {};
  for (const field of object.fields) {
    if (!field.createable || field.calculated) continue;
    const values = fitting(field);
    const must = !field.nillable && !field.defaultedOnCreate && field.type !== 'boolean';
    if (must && values === null) return null;
    if (values !== null) (must ? required : optional)[field.name] = values;
  }
  const entries = Object.entries(optional);
  return fc
    .subarray(entries, { maxLength: Math.min(6, entries.length) })
    .chain((some) => fc.array(fc.record({ ...required, ...Object.fromEntries(some) }), { minLength: 1, maxLength: 4 }));
}

type Fields = Record<string, fc.Arbitrary<string | number | boolean>>;
