import type { Org } from '../../host/port';
import { makeId } from '../../kernel/ids';
import type { TestResult } from '../../testing/results';

/** How a package is to be deployed (Metadata API Developer Guide, "deploy()"). */
export interface DeployOptions {
  readonly checkOnly: boolean;
  readonly ignoreWarnings: boolean;
  readonly rollbackOnError: boolean;
  readonly testLevel: string;
  readonly runTests: readonly string[];
}

/** What became of one component (DeployMessage). */
export interface ComponentResult {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly success: boolean;
  readonly created: boolean;
  readonly changed: boolean;
  readonly deleted: boolean;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

export interface CoverageResult {
  readonly name: string;
  readonly isTrigger: boolean;
  readonly lines: number;
  readonly uncovered: readonly number[];
}

export type DeployStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceling' | 'Canceled';

/** One deployment. It is written with what it changes, so that after a kill it either has happened or happens from the start. */
export interface DeployJob {
  readonly id: string;
  readonly options: DeployOptions;
  readonly createdById: string;
  readonly createdByName: string;
  /** Milliseconds of the org's clock. */
  readonly created: number;
  readonly started: number | null;
  readonly completed: number | null;
  readonly status: DeployStatus;
  readonly errorMessage: string | null;
  readonly components: readonly ComponentResult[];
  readonly total: number;
  readonly testsTotal: number;
  readonly tests: readonly TestResult[];
  readonly testMs: number;
  readonly coverage: readonly CoverageResult[];
  /** How often it was begun: a package that ends the process must not end every next one. */
  readonly tries: number;
}

const COUNTER = 'deploy:counter';
const QUEUE = 'deploy:queue';
const JOB = 'deploy:job:';
const ZIP = 'deploy:zip:';

export const isDone = ({ status }: DeployJob): boolean => !['Pending', 'InProgress', 'Canceling'].includes(status);

/** Ids of the deployments that are not done, in their order. */
export const queued = (org: Org): readonly string[] => JSON.parse(org.kv.get(QUEUE) ?? '[]') as string[];

export function readJob(org: Org, id: string): DeployJob | null {
  const text = org.kv.get(JOB + id);
  return text === null ? null : (JSON.parse(text) as DeployJob);
}

/** Writes a job, and takes it out of the queue when it is done. Its package stays: a validated one may be deployed later. */
export function saveJob(org: Org, job: DeployJob): void {
  org.kv.set(JOB + job.id, JSON.stringify(job));
  const waiting = queued(org);
  if (isDone(job) && waiting.includes(job.id)) org.kv.set(QUEUE, JSON.stringify(waiting.filter((id) => id !== job.id)));
  if (isDone(job) && !job.options.checkOnly) org.kv.delete(ZIP + job.id);
}

export const zipOf = (org: Org, id: string): Uint8Array => Buffer.from(org.kv.get(ZIP + id) ?? '', 'base64');

/** Puts a package into the queue. */
export function enqueue(
  org: Org,
  user: { readonly userId: string; readonly name: string },
  options: DeployOptions,
  zip: Uint8Array,
): DeployJob {
  const job = org.step({ userId: user.userId }, () => {
    const n = Number(org.kv.get(COUNTER) ?? '0') + 1;
    org.kv.set(COUNTER, String(n));
    const made: DeployJob = {
      id: makeId('0Af', n),
      options,
      createdById: user.userId,
      createdByName: user.name,
      created: org.clock.now(),
      started: null,
      completed: null,
      status: 'Pending',
      errorMessage: null,
      components: [],
      total: 0,
      testsTotal: 0,
      tests: [],
      testMs: 0,
      coverage: [],
      tries: 0,
    };
    org.kv.set(ZIP + made.id, Buffer.from(zip).toString('base64'));
    org.kv.set(JOB + made.id, JSON.stringify(made));
    org.kv.set(QUEUE, JSON.stringify([...queued(org), made.id]));
    return made;
  });
  org.wake();
  return job;
}
