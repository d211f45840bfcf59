import type { Runtime } from '../engine/runtime';
import { runTransaction, type Transaction } from '../engine/transaction';
import { ApexException } from '../kernel/exceptions';
import { ApexDatetime } from '../kernel/values';
import { executeBatch } from './batch';
import { SchedulableContext } from './contexts';
import { nextFireTime, parseCron } from './cron';
import { asyncJobRow, setEnded } from './job-rows';
import { removeJob, waitingJob } from './queue';
import { asApexException } from './failures';
import type { NewScope } from './run';

const MAX_SCHEDULED = 100;
const MINUTE_MS = 60_000;

/** `System.schedule`: gives the CronTrigger id. Throws System.AsyncException and System.StringException with the platform's texts. */
export function schedule(transaction: Transaction, name: string, expression: string, instance: unknown): string {
  const { clock, runtime } = transaction;
  const className = runtime.program.classNameOf(instance);
  if (className === null) throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
  const cron = parseCron(expression);
  const zone = transaction.user().timeZone;
  const due = nextFireTime(cron, clock.now(), zone);
  if (due === null) {
    throw new ApexException('System.AsyncException', `Based on configured schedule, the given trigger '${name}' will never fire.`);
  }
  requireFree(transaction, name);
  return addSchedule(transaction, { name, cron: expression, className, instance, zone, due, scope: null });
}

/** `System.scheduleBatch`: enqueues the batch once, after some minutes. Gives the CronTrigger id. */
export function scheduleBatch(transaction: Transaction, instance: unknown, name: string, minutes: number, scope: number | null): string {
  const className = transaction.runtime.program.classNameOf(instance);
  if (className === null) throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
  if (minutes < 1) throw new ApexException('System.AsyncException', 'The number of minutes must be at least 1.');
  const zone = transaction.user().timeZone;
  const due = transaction.clock.now() + minutes * MINUTE_MS;
  requireFree(transaction, name);
  return addSchedule(transaction, { name, cron: cronAt(due, zone), className, instance, zone, due, scope: scope ?? 0 });
}

interface NewSchedule {
  readonly name: string;
  readonly cron: string;
  readonly className: string;
  readonly instance: unknown;
  readonly zone: string;
  readonly due: number;
  readonly scope: number | null;
}

function requireFree(transaction: Transaction, name: string): void {
  const { store } = transaction;
  transaction.beginWrite();
  if (store.prepare('SELECT 1 FROM "local#schedule" WHERE name = ?').get(name)) {
    throw new ApexException('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
  }
  const count = Number(store.prepare('SELECT count(*) FROM "local#schedule"').get()?.[0] ?? 0);
  if (count >= MAX_SCHEDULED) throw new ApexException('System.LimitException', 'Maximum number of scheduled Apex jobs exceeded');
}

/** The one moment as a cron expression: second, minute, hour, day, month, weekday, year. */
function cronAt(due: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(due); // prettier-ignore
  const [second, minute, hour, day, month, year] = ['second', 'minute', 'hour', 'day', 'month', 'year'].map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  );
  return `${second} ${minute} ${hour} ${day} ${month} ? ${year}`;
}

function addSchedule(transaction: Transaction, { name, cron, className, instance, zone, due, scope }: NewSchedule): string {
  const { store, clock, runtime } = transaction;
  // 7: Scheduled Apex, 9: Batch Job (Object Reference, CronJobDetail).
  const detail = runtime.systemRows.insert(transaction, 'CronJobDetail', { Name: name, JobType: scope === null ? '7' : '9' });
  const id = runtime.systemRows.insert(transaction, 'CronTrigger', {
    CronJobDetailId: detail,
    CronExpression: cron,
    NextFireTime: new ApexDatetime(due),
    StartTime: new ApexDatetime(clock.now()),
    OwnerId: transaction.userId,
    State: 'WAITING',
    TimesTriggered: 0,
    TimeZoneSidKey: zone,
  });
  store
    .prepare(
      'INSERT INTO "local#schedule" (id, detail, name, cron, class, payload, user, zone, due, fired, scope) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)',
    )
    .run(id, detail, name, cron, className, runtime.program.serialize(instance), transaction.userId, zone, due, scope);
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
      'SELECT id, cron, class, payload, user, zone, due, fired, scope FROM "local#schedule" WHERE due <= ? AND (fired = 0 OR ? = 0) ORDER BY due LIMIT 1',
    )
    .get(force ? Number.MAX_SAFE_INTEGER : runtime.clock.now(), force ? 1 : 0);
  if (!row) return null;
  const [id, cron, className, payload, userId, zone] = row.map(String) as [string, string, string, string, string, string];
  const previous = force ? runtime.clock.now() : Number(row[6]);
  const next = nextFireTime(parseCron(cron), Math.max(previous, runtime.clock.now()), zone);
  const scope = row[8];
  if (typeof scope === 'number') {
    runTransaction(runtime, { userId, scope: newScope() }, (transaction) => {
      transaction.beginWrite();
      executeBatch(transaction, runtime.program.deserialize(payload), scope === 0 ? null : scope);
      if (force) markFired(transaction, id);
      else moveOn(transaction, id, 1, previous, null);
    });
    return { failure: null };
  }
  let jobId = '';
  runTransaction(runtime, { userId, scope: newScope() }, (transaction) => {
    transaction.beginWrite();
    jobId = asyncJobRow(transaction, { jobType: 'ScheduledApex', className, parentJobId: null, cronTriggerId: id, status: 'Processing' });
    if (force) markFired(transaction, id);
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

/** A test fires it before its time, which the platform does not count. */
function markFired({ store }: Transaction, id: string): void {
  store.prepare('UPDATE "local#schedule" SET fired = 1 WHERE id = ?').run(id);
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
