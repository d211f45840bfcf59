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
  for (const value of values) {
    if (value === undefined || value === null) continue;
    bytes += FIELD_BYTES;
    if (typeof value === 'string') bytes += textSize(value);
  }
  return bytes;
}

/** Bytes of an object with so many fields, whatever they hold. */
export function heapSizeOfFields(count: number): number {
  return OBJECT_BYTES + FIELD_BYTES * count;
}

export function textSize(text: string): number {
  return text.length * CHARACTER_BYTES;
}
