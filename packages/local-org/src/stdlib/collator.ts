import { fail } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';

const order = new Intl.Collator('en', { sensitivity: 'variant' });

/** `System.Collator`: a Comparator of texts by the user's locale; English rules serve every locale of the local org. */
export class Collator extends NativeObject {
  override readonly apexType = 'System.Collator';

  compare(a: unknown, b: unknown): number {
    if (typeof a !== 'string' || typeof b !== 'string') return fail('System.IllegalArgumentException', 'A collator compares strings only');
    return order.compare(a, b);
  }
}
