import { NativeObject } from './natives';
import { fail } from './fail';

/** What `List.iterator()` and `Set.iterator()` give: a walk over the elements as they were when it was made. */
export class ListIterator extends NativeObject {
  override readonly apexType: string = 'System.Iterator';
  private at = 0;
  private readonly items: readonly unknown[];

  constructor(items: readonly unknown[]) {
    super();
    this.items = items;
  }

  hasNext(): boolean {
    return this.at < this.items.length;
  }

  next(): unknown {
    if (this.at >= this.items.length) fail('System.NoSuchElementException', 'Iterator has no more elements');
    return this.items[this.at++];
  }

  *rest(): Generator<unknown> {
    while (this.hasNext()) yield this.next();
  }
}

/** Over the rows of a query locator. */
export class QueryLocatorIterator extends ListIterator {
  override readonly apexType = 'Database.QueryLocatorIterator';
}
