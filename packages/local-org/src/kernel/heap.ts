import { transactionOrNull } from './context';

/** A model, not a measurement: what an object, a field or reference, and a character weigh. */
const OBJECT_BYTES = 16;
const FIELD_BYTES = 8;
const CHARACTER_BYTES = 2;

interface HeapOwner {
  readonly limits?: { allocate(bytes: number): void };
}

/** Counts memory that the running transaction takes; nothing outside one. It never gives any back, so `Limits.getHeapSize()` is a bound from above. */
export function allocate(bytes: number): void {
  (transactionOrNull() as HeapOwner | null)?.limits?.allocate(bytes);
}

/** Bytes of a record or object that holds these values; absent ones weigh nothing. */
export function heapSizeOf(values: readonly unknown[]): number {
  let bytes = OBJECT_BYTES;
  for (const value of values) bytes += heapSizeOfField(value);
  return bytes;
}

/** The same for a new record, given its slots and values by turns: most of its slots are empty. */
export function heapSizeOfPairs(fields: readonly unknown[]): number {
  let bytes = OBJECT_BYTES;
  for (let i = 1; i < fields.length; i += 2) bytes += heapSizeOfField(fields[i]);
  return bytes;
}

function heapSizeOfField(value: unknown): number {
  if (value === undefined || value === null) return 0;
  return typeof value === 'string' ? FIELD_BYTES + textSize(value) : FIELD_BYTES;
}

/** Bytes of an object with so many fields, whatever they hold. */
export function heapSizeOfFields(count: number): number {
  return OBJECT_BYTES + FIELD_BYTES * count;
}

export function textSize(text: string): number {
  return text.length * CHARACTER_BYTES;
}
