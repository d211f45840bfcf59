import { compareApex } from '../kernel/equality';
import { SObject } from '../kernel/sobject';

/**
 * Order of `List<SObject>.sort()` (Apex developer guide, "Sorting lists"): object name, the Name field, the other standard fields
 * alphabetically, then the custom ones. Fields that neither record holds are equal.
 */
export function compareRecords(a: unknown, b: unknown): number {
  if (!(a instanceof SObject) || !(b instanceof SObject)) return compareApex(a, b);
  const byType = compareApex(a.shape.name, b.shape.name);
  if (byType !== 0) return byType;
  for (const slot of slotOrder(a)) {
    const result = compareApex(a.values[slot] ?? null, b.values[slot] ?? null);
    if (result !== 0) return result;
  }
  return 0;
}

const orders = new WeakMap<object, readonly number[]>();

function slotOrder({ shape }: SObject): readonly number[] {
  const known = orders.get(shape);
  if (known) return known;
  const rank = (name: string): string => {
    const lower = name.toLowerCase();
    if (lower === 'name') return '0';
    if (lower === 'id') return '3';
    return lower.endsWith('__c') ? `2${lower}` : `1${lower}`;
  };
  const slots = shape.fieldNames.map((name, slot) => ({ slot, rank: rank(name) }));
  const order = slots.sort((x, y) => (x.rank < y.rank ? -1 : 1)).map(({ slot }) => slot);
  orders.set(shape, order);
  return order;
}
