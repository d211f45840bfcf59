import type { Interrupted } from '../async/run';
import type { FaultPlan } from '../engine/faults';
import type { Clock } from '../kernel/clock';

/** How an org is opened. Plain data. */
export interface OpenOptions {
  /** Folder of sfdx-project.json. */
  readonly root: string;
  /** Database file, or `:memory:`. */
  readonly dbFile: string;
  /** Start with an empty database, whatever the file holds. */
  readonly reset?: boolean;
  /** Milliseconds before now at which a new database begins: its clock then lags that far behind. */
  readonly beginsBefore?: number;
  /** What happens to jobs that a crash interrupted; `resume` when absent. */
  readonly interrupted?: Interrupted;
  /** Faults armed before the first job runs: a test that kills the org again and again must not race with its start. */
  readonly faults?: readonly FaultPlan[];
  /** File that gets a line of JSON for every transaction that used any of its governor limits (`TransactionUsage`). */
  readonly limitsFile?: string;
  /** What becomes of a project with Apex that does not compile: refused (default), or served without it; whoever calls it gets its error. */
  readonly brokenApex?: 'refuse' | 'serve';
  /** Folder of the compiler's cache; nothing is cached when absent. */
  readonly cacheDir?: string;
  /** Identity of the local org's own code: part of the cache key. */
  readonly build?: string;
  /** For example `http://127.0.0.1:3000`. */
  readonly baseUrl?: string;
  /** Addresses of side services by name. */
  readonly services?: Readonly<Record<string, string>>;
  /** Bundle of the thread that calls out, as a URL; the one beside this bundle when absent. */
  readonly calloutEntry?: string;
}

export interface OpenOrgOptions extends OpenOptions {
  readonly coverage?: boolean;
  readonly clock?: Clock;
  /** Told what is being done while the org opens. */
  readonly log?: (step: string) => void;
  /** Told when jobs or background work wait. */
  readonly onWork?: () => void;
  /** Does one piece of other work while a callout is awaited; false when there is none. */
  readonly meanwhile?: () => boolean;
  /** Rung when `meanwhile` has something to do. */
  readonly bell?: Int32Array;
}
