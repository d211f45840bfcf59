import { join } from 'node:path';
import { openOrg, type OpenedOrg } from '../../src/host/open';
import { Clock } from '../../src/kernel/clock';

export const FIXTURE = join(import.meta.dirname, 'fixture');
export const NOON = Date.UTC(2026, 2, 1, 12);

export interface Fixture {
  readonly org: OpenedOrg;
  readonly clock: Clock;
  /** Calls a static method of the fixture as one committed transaction. */
  call(className: string, method: string, ...args: unknown[]): unknown;
  /** Keys of the marks that the jobs left, in order. */
  marks(): string[];
  /** `Class Status` of every job row, in order. */
  jobRows(): string[];
}

/** The queue's fixture project in memory, at noon, with a clock that only the test moves. */
export function openFixture(): Fixture {
  const clock = new Clock(0, () => NOON);
  const org = openOrg({ root: FIXTURE, dbFile: ':memory:', clock });
  const userId = org.users[0]?.userId ?? '';
  const texts = (soql: string, read: (record: { get(field: string): unknown }) => string): string[] =>
    org.step({ userId, commit: false }, () => org.data.queryText(soql, new Map(), { mode: 'system', sharing: false }).map(read));
  return {
    org,
    clock,
    call: (className, method, ...args) => org.step({ userId }, () => org.program.invokeStatic(className, method, args)),
    marks: () => texts('SELECT Key__c FROM Mark__c ORDER BY Id', (mark) => String(mark.get('Key__c'))),
    jobRows: () =>
      texts('SELECT Status, ExtendedStatus FROM AsyncApexJob ORDER BY Id', (job) =>
        `${String(job.get('Status'))} ${String(job.get('ExtendedStatus') ?? '')}`.trim(),
      ),
  };
}
