import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ServedOrg } from './served-org';
import { API, resume, startRun, type ProcessJson } from './workforce';

/** What a process says about one person. */
export interface Said {
  readonly number: string;
  readonly outcome: string;
  readonly cause: string | null;
  readonly code: string | null;
  /** Of the user whom the process makes; null when it makes none. */
  readonly username: string | null;
}
export type Process = ProcessJson & { readonly mode: string; readonly guard: string | null };

/** Runs dry, then live; both must say the same about everybody. */
export async function sameVerdicts(
  served: ServedOrg,
  whenParked?: () => Promise<void>,
): Promise<{ foreseen: Said[]; dry: Process & { readonly statusMessage: string | null } }> {
  const dry = await run(served, { mode: 'DryRun' });
  const foreseen = await foreseenBy(served, dry.id);
  const live = await run(served, { mode: 'Live' }, whenParked);
  expect(live.status).toBe('Finished');
  expect(foreseen).toEqual(await doneBy(served, live.id));
  expect(counters(dry)).toEqual(counters(live));
  const [row] = await served.query<{ StatusMessage__c: string | null }>(
    `SELECT StatusMessage__c FROM ProvisioningProcess__c WHERE Id = '${dry.id}'`,
  );
  return { foreseen, dry: { ...dry, statusMessage: row?.StatusMessage__c ?? null } };
}

/** Runs to the end; where a guard parks it, somebody continues. */
export async function run(served: ServedOrg, body: object, whenParked?: () => Promise<void>): Promise<Process> {
  const started = await startRun(served, 'admin', body);
  expect(started.status).toBe(202);
  for (;;) {
    await served.call('admin', 'POST', '/__local/jobs/run', {});
    const { body: process } = await served.call<Process>('admin', 'GET', `${API}/processes/${started.body.id}`);
    if (process.guard !== null) {
      await whenParked?.();
      await resume(served, process.id);
    } else if (!['Queued', 'Initializing', 'Processing'].includes(process.status)) return process;
    await pause(25);
  }
}

interface Item {
  readonly EmployeeId__c: string;
  readonly EmployeeNumber__c: string;
  readonly Outcome__c: string;
  readonly Cause__c: string | null;
  readonly Code__c: string | null;
  readonly PlannedUsername__c: string | null;
}
const itemsOf = (served: ServedOrg, processId: string) =>
  served.query<Item>(
    `SELECT EmployeeId__c, EmployeeNumber__c, Outcome__c, Cause__c, Code__c, PlannedUsername__c
     FROM ProvisioningProcessItem__c WHERE Process__c = '${processId}'`,
  );
const said = (item: Item, username: string | null): Said => ({
  number: item.EmployeeNumber__c,
  outcome: item.Outcome__c,
  cause: item.Cause__c,
  code: item.Code__c,
  username,
});

export async function foreseenBy(served: ServedOrg, processId: string): Promise<Said[]> {
  const items = await itemsOf(served, processId);
  return items.map((item) => said(item, item.PlannedUsername__c)).sort(byNumber);
}

/** A live run keeps no items of those whom it created: their users tell. */
export async function doneBy(served: ServedOrg, processId: string): Promise<Said[]> {
  const made = await served.query<{ EmployeeNumber: string; Username: string; ProvisionedEmployee__c: string }>(
    `SELECT EmployeeNumber, Username, ProvisionedEmployee__c FROM User WHERE ProvisioningProcessId__c = '${processId}'`,
  );
  const usernames = new Map(made.map((user) => [user.ProvisionedEmployee__c.split(':')[1], user.Username]));
  const items = await itemsOf(served, processId);
  const told = new Set(items.map((item) => item.EmployeeId__c));
  const created = made.filter((user) => !told.has(user.ProvisionedEmployee__c.split(':')[1] ?? ''));
  return [
    ...items.map((item) => said(item, usernames.get(item.EmployeeId__c) ?? null)),
    ...created.map((user) => ({ number: user.EmployeeNumber, outcome: 'Created', cause: null, code: null, username: user.Username })),
  ].sort(byNumber);
}

/** Causes, and outcomes of those without one. */
export const kinds = (rows: readonly Said[]): string[] => [...new Set(rows.map((row) => row.cause ?? row.outcome))].sort();

export function counters({ total, processed, created, linked, skipped, failed }: ProcessJson): object {
  return { total, processed, created, linked, skipped, failed };
}

function byNumber(one: Said, other: Said): number {
  return one.number < other.number ? -1 : 1;
}
