import type { Runtime } from '../engine/runtime';
import { runTransaction, type Transaction } from '../engine/transaction';
import { ApexException } from '../kernel/exceptions';
import { ApexDatetime } from '../kernel/values';
import { SchedulableContext } from './contexts';
import { nextFireTime, parseCron } from './cron';
import { asyncJobRow, setEnded } from './job-rows';
import { removeJob, waitingJob } from './queue';
import { asApexException, type NewScope } from './run';

const MAX_SCHEDULED = 100;

/** `System.schedule`: gives the CronTrigger id. Throws System.AsyncException and System.StringException with the platform's texts. */
export function schedule(transaction: Transaction, name: string, expression: string, instance: unknown): string {
  const { store, clock, runtime } = transaction;
  const className = runtime.program.classNameOf(instance);
  if (className === null) throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
  const cron = parseCron(expression);
  const zone = transaction.user().timeZone;
  const due = nextFireTime(cron, clock.now(), zone);
  if (due === null) {
    throw new ApexException('System.AsyncException', `Based on configured schedule, the given trigger '${name}' will never fire.`);
  }
  transaction.beginWrite();
  if (store.prepare('SELECT 1 FROM "local#schedule" WHERE name = ?').get(name)) {
    throw new ApexException('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
  }
  const count = Number(store.prepare('SELECT count(*) FROM "local#schedule"').get()?.[0] ?? 0);
  if (count >= MAX_SCHEDULED) throw new ApexException('System.LimitException', 'Maximum number of scheduled Apex jobs exceeded');
  const detail = runtime.systemRows.insert(transaction, 'CronJobDetail', { Name: name, JobType: '7' });
  const id = runtime.systemRows.insert(transaction, 'CronTrigger', {
    CronJobDetailId: detail,
    CronExpression: expression,
    NextFireTime: new ApexDatetime(due),
    StartTime: new ApexDatetime(clock.now()),
    OwnerId: transaction.userId,
    State: 'WAITING',
    TimesTriggered: 0,
    TimeZoneSidKey: zone,
  });
  store
    .prepare(
      'INSERT INTO "local#schedule" (id, detail, name, cron, class, payload, user, zone, due, fired) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)',
    )
    .run(id, detail, name, expression, className, runtime.program.serialize(instance), transaction.userId, zone, due);
  transaction.enqueued.push({ id });
  return id;
}

/** `System.abortJob` for a waiting queueable or a scheduled job; a job that runs is let finish, as on the platform. */
export function abortJob(transaction: Transaction, id: string): void {
  const { store, runtime } = transaction;
  transaction.beginWrite();
  const job = waitingJob(store, id);
  if (job) {
    removeJob(store, job.seq);
    setEnded(transaction, id, 'Aborted', null);
    return;
  }
  const row = store.prepare('SELECT detail FROM "local#schedule" WHERE id = ?').get(id);
  if (!row) return;
  store.prepare('DELETE FROM "local#schedule" WHERE id = ?').run(id);
  runtime.systemRows.delete(transaction, 'CronTrigger', id);
  runtime.systemRows.delete(transaction, 'CronJobDetail', String(row[0]));
}

/** When the next scheduled job fires, in milliseconds; null when none is scheduled. */
export function nextScheduleDue(runtime: Runtime): number | null {
  const due = runtime.store.prepare('SELECT min(due) FROM "local#schedule"').get()?.[0];
  return typeof due === 'number' ? due : null;
}

/** Fires the oldest schedule that is due; false when none is. `force` fires it whatever its time: Test.stopTest does. */
export function fireNextSchedule(runtime: Runtime, newScope: NewScope, force = false): { readonly failure: ApexException | null } | null {
  const row = runtime.store
    .prepare(
      'SELECT id, cron, class, payload, user, zone, due, fired FROM "local#schedule" WHERE due <= ? AND (fired = 0 OR ? = 0) ORDER BY due LIMIT 1',
    )
    .get(force ? Number.MAX_SAFE_INTEGER : runtime.clock.now(), force ? 1 : 0);
  if (!row) return null;
  const [id, cron, className, payload, userId, zone] = row.map(String) as [string, string, string, string, string, string];
  const previous = force ? runtime.clock.now() : Number(row[6]);
  const next = nextFireTime(parseCron(cron), Math.max(previous, runtime.clock.now()), zone);
  let jobId = '';
  runTransaction(runtime, { userId, scope: newScope() }, (transaction) => {
    transaction.beginWrite();
    jobId = asyncJobRow(transaction, { jobType: 'ScheduledApex', className, parentJobId: null, cronTriggerId: id, status: 'Processing' });
    // A test fires it before its time, which the platform does not count.
    if (force) transaction.store.prepare('UPDATE "local#schedule" SET fired = 1 WHERE id = ?').run(id);
    else moveOn(transaction, id, Number(row[7]) + 1, previous, next);
  });
  runtime.faults.pass('dequeue');
  let failure: ApexException | null = null;
  const apiVersion = runtime.program.classInfo(className)?.apiVersion ?? runtime.apiVersion;
  try {
    runTransaction(runtime, { userId, kind: 'SCHEDULED', apiVersion, scope: newScope() }, (transaction) => {
      const { program } = runtime;
      program.invoke(program.deserialize(payload), 'execute', [new SchedulableContext(id)]);
      transaction.beginWrite();
      setEnded(transaction, jobId, 'Completed', null);
    });
  } catch (error) {
    failure = asApexException(error);
    const text = `${failure.typeName}: ${failure.message}`;
    runTransaction(runtime, { userId, scope: newScope() }, (transaction) => {
      transaction.beginWrite();
      setEnded(transaction, jobId, 'Failed', text);
    });
  }
  return { failure };
}

function moveOn(transaction: Transaction, id: string, fired: number, previous: number, next: number | null): void {
  const { store, runtime } = transaction;
  const changes = { PreviousFireTime: new ApexDatetime(previous), TimesTriggered: fired };
  if (next === null) {
    store.prepare('DELETE FROM "local#schedule" WHERE id = ?').run(id);
    runtime.systemRows.update(transaction, 'CronTrigger', id, { ...changes, NextFireTime: null, State: 'DELETED' });
    return;
  }
  store.prepare('UPDATE "local#schedule" SET due = ?, fired = ? WHERE id = ?').run(next, fired, id);
  runtime.systemRows.update(transaction, 'CronTrigger', id, { ...changes, NextFireTime: new ApexDatetime(next) });
}
