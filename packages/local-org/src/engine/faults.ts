/** Places where a test can make the engine fail. */
export type FaultPoint =
  'statement' | 'commit.before' | 'commit.after' | 'dequeue' | 'lock' | 'callout.before' | 'callout.sent' | 'callout.answered';

/** Fail at the `nth` passage (from 1) of `point`: raise an error there, or kill the process as a power cut would. */
export interface FaultPlan {
  readonly point: FaultPoint;
  readonly nth: number;
  readonly action: 'error' | 'kill';
}

export const FAULT_POINTS: readonly FaultPoint[] = [
  'statement',
  'commit.before',
  'commit.after',
  'dequeue',
  'lock',
  'callout.before',
  'callout.sent',
  'callout.answered',
];

/** Error raised by an armed fault: neither Apex code nor a finalizer's result hides where it came from. */
export class InjectedFault extends Error {
  constructor(point: FaultPoint) {
    super(`Injected fault at ${point}`);
    this.name = 'InjectedFault';
  }
}

/** The armed faults of one org. Each fires once. */
export class Faults {
  private armed: { plan: FaultPlan; left: number }[] = [];
  private readonly kill: () => void;

  /** @param kill ends the process at once, without any handler */
  constructor(kill: () => void = () => process.kill(process.pid, 'SIGKILL')) {
    this.kill = kill;
  }

  arm(plan: FaultPlan): void {
    this.armed.push({ plan, left: plan.nth });
  }

  clear(): void {
    this.armed = [];
  }

  get isArmed(): boolean {
    return this.armed.length > 0;
  }

  /** True when an `error` fault is due here; a `kill` fault does not return. */
  due(point: FaultPoint): boolean {
    if (this.armed.length === 0) return false;
    let fail = false;
    for (const fault of this.armed) {
      if (fault.plan.point !== point) continue;
      fault.left--;
      if (fault.left !== 0) continue;
      if (fault.plan.action === 'kill') this.kill();
      fail = true;
    }
    this.armed = this.armed.filter((fault) => fault.left > 0);
    return fail;
  }

  /** Raises an `InjectedFault` when one is due here. */
  pass(point: FaultPoint): void {
    if (this.due(point)) throw new InjectedFault(point);
  }
}
