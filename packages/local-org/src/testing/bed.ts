import { failNextDelivery, fireNextSchedule, runNextJob } from '../async';
import { nestedScope, type Runtime, type TestContext, type Transaction } from '../engine';
import { ApexException } from '../kernel/exceptions';
import type { Limits } from '../kernel/limits';
import { limitsFor } from '../engine/limits';

/** The org that tests run in: nothing it writes is ever committed. */
export interface TestBed {
  readonly runtime: Runtime;
  /** User that tests run as. */
  readonly userId: string;
  /** What `runtime.test` gives from now on. */
  setTest(context: TestContext | null): void;
  /** Lines that can run and lines that ran, by class name; empty when the program does not count. */
  coverage(): ReadonlyMap<string, { readonly lines: readonly number[]; readonly hit: ReadonlySet<number> }>;
  /** Called before a method or its @TestSetup, when the run has a moment at which every test begins. */
  startClock(part: 'setup' | 'method'): void;
  /** Milliseconds for durations: real time, not the org's clock. */
  elapsed(): number;
}

/** Most jobs that one test may run: a chain that its stack depth does not end is a defect of the test. */
const MAX_JOBS = 1_000;

/** State of one test method: startTest/stopTest, and the jobs they run. */
export class MethodContext implements TestContext {
  readonly state = new Map<string, unknown>();
  private readonly bed: TestBed;
  private readonly transaction: Transaction;
  private phase: 'before' | 'started' | 'stopped' = 'before';
  private outside: Limits | null = null;
  private ran = 0;

  constructor(bed: TestBed, transaction: Transaction) {
    this.bed = bed;
    this.transaction = transaction;
  }

  get statics(): unknown[] {
    return this.transaction.statics;
  }

  /** `Test.startTest()`: fresh limits until stopTest. */
  start(): void {
    if (this.phase !== 'before') throw misuse('startTest');
    this.phase = 'started';
    this.transaction.keepApart(true);
    this.outside = this.transaction.limits;
    this.transaction.limits = limitsFor('sync');
  }

  /** `Test.stopTest()`: writes what was put off and runs what was enqueued; the first exception of a job passes on to the test. */
  stop(): void {
    if (this.phase !== 'started') throw misuse('stopTest');
    this.phase = 'stopped';
    this.transaction.settleDeferred();
    this.runJobs();
    this.deliverEvents('success');
    this.transaction.keepApart(false);
    if (this.outside) this.transaction.limits = this.outside;
  }

  /** Events are delivered at stopTest or when the test says so; what a subscriber throws is not the test's (Platform Events Developer Guide, "Test Your Platform Event Trigger"). */
  deliverEvents(outcome: 'success' | 'failure'): void {
    const { runtime } = this.bed;
    const scope = () => nestedScope(runtime.store);
    this.transaction.settleOutlasting();
    const next = () => (outcome === 'success' ? runNextJob(runtime, scope, 'events') : failNextDelivery(runtime, scope));
    while (this.ran < MAX_JOBS && next() !== null) this.ran++;
  }

  /**
   * Runs what waits: jobs with what their finalizers put into the queue, then scheduled classes. What those enqueue waits for the
   * next call, which at the latest comes at the end of the method.
   */
  runJobs(): void {
    const { runtime } = this.bed;
    const scope = () => nestedScope(runtime.store);
    const failures: ApexException[] = [];
    const drain = (next: () => { readonly failure: ApexException | null } | null): void => {
      for (let step = next(); step && this.ran < MAX_JOBS; step = next()) {
        this.ran++;
        if (step.failure) failures.push(step.failure);
      }
    };
    drain(() => runNextJob(runtime, scope, 'no events'));
    drain(() => fireNextSchedule(runtime, scope, true));
    const [first] = failures;
    if (first) throw first;
  }
}

/** startTest and stopTest may stand once in a method (Apex Developer Guide, "Using Limits, startTest, and stopTest"). */
function misuse(method: string): ApexException {
  return new ApexException('System.FinalException', `Testing already ${method === 'startTest' ? 'started' : 'stopped'}`);
}
