import { LimitException } from './exceptions';

/** Countable governor limits. Units: counts, except `cpu` (milliseconds of abstract cost) and `heap` (bytes). */
export const LIMITS = {
  queries: { sync: 100, async: 200, message: 'Too many SOQL queries' },
  queryRows: { sync: 50_000, async: 50_000, message: 'Too many query rows' },
  aggregateQueries: { sync: 300, async: 300, message: 'Too many aggregate queries' },
  sosl: { sync: 20, async: 20, message: 'Too many SOSL queries' },
  dml: { sync: 150, async: 150, message: 'Too many DML statements' },
  dmlRows: { sync: 10_000, async: 10_000, message: 'Too many DML rows' },
  publishImmediate: { sync: 150, async: 150, message: 'Too many publish immediate calls' },
  queueables: { sync: 50, async: 1, message: 'Too many queueable jobs added to the queue' },
  futures: { sync: 50, async: 50, message: 'Too many future calls' },
  callouts: { sync: 100, async: 100, message: 'Too many callouts' },
  emails: { sync: 10, async: 10, message: 'Too many Email Invocations' },
  cursorFetches: { sync: 100, async: 100, message: 'Too many fetch calls on cursor' },
  cpu: { sync: 10_000, async: 60_000, message: 'Apex CPU time limit exceeded' },
  heap: { sync: 6_000_000, async: 12_000_000, message: 'Apex heap size too large' },
} as const;
export type LimitName = keyof typeof LIMITS;
export type LimitMode = 'sync' | 'async';

/** Counters of one transaction. `use` counts and throws the platform's uncatchable LimitException when the limit is passed. */
export class Limits {
  readonly mode: LimitMode;
  private readonly used = new Map<LimitName, number>();
  private heapBytes = 0;

  constructor(mode: LimitMode) {
    this.mode = mode;
  }

  max(name: LimitName): number {
    return LIMITS[name][this.mode];
  }

  count(name: LimitName): number {
    return name === 'heap' ? this.heapBytes : (this.used.get(name) ?? 0);
  }

  use(name: LimitName, amount = 1): void {
    const total = this.count(name) + amount;
    this.used.set(name, total);
    if (total > this.max(name)) {
      const shown = name === 'cpu' ? LIMITS.cpu.message : `${LIMITS[name].message}: ${total}`;
      throw new LimitException(shown);
    }
  }

  /** Counts memory taken. It fails nothing: what is given back is not known, so the count is a bound from above. */
  allocate(bytes: number): void {
    this.heapBytes += bytes;
  }

  /** What was used, by name; counters that stand at nothing are left out. */
  usage(): Readonly<Partial<Record<LimitName, number>>> {
    const usage: Partial<Record<LimitName, number>> = Object.fromEntries([...this.used].filter(([, count]) => count > 0));
    if (this.heapBytes > 0) usage.heap = this.heapBytes;
    return usage;
  }

  /** Copy of all counters, and the way back: partial-success retries reset limits to the state before attempt 1. */
  snapshot(): ReadonlyMap<LimitName, number> {
    return new Map(this.used);
  }

  restore(snapshot: ReadonlyMap<LimitName, number>): void {
    this.used.clear();
    for (const [name, value] of snapshot) this.used.set(name, value);
  }
}
