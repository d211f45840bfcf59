import { join } from 'node:path';
import { expect } from 'vitest';
import { projectWithSeats } from './project';
import { serve, type ServedOrg } from './served-org';
import { idle, load, people, processes, saveSettings, startRun, type Person, type ProcessJson } from './workforce';

const WAITING = "SELECT COUNT(Id) n FROM Employee2 WHERE EmployeeStatus = 'Active' AND UserId = null";
const PEOPLE = 60_000;

/** A database whose org provisions automatically, and who may arrive in it. */
export interface AutomaticOrg {
  readonly template: string;
  readonly project: string;
  /** The next people, each hired once. */
  hire(count: number): Person[];
}

/** An org whose automatic provisioning is on: one run has finished with the settings (R2). */
export async function prepareAutomatic(folder: string): Promise<AutomaticOrg> {
  const template = join(folder, 'template.db');
  const project = projectWithSeats(join(folder, 'project'), PEOPLE);
  const everybody = people(PEOPLE).filter((person) => person.email !== null);
  const hire = (count: number): Person[] => {
    if (everybody.length < count) throw new Error('Nobody is left to hire');
    return everybody.splice(0, count);
  };
  const org = await serve({ db: template, project });
  await load(org, hire(1));
  await saveSettings(org, { automaticProvisioning: true });
  await startRun(org);
  await idle(org);
  await org.stop();
  return { template, project, hire };
}

export async function advance(org: ServedOrg, time: string): Promise<void> {
  expect((await org.call('admin', 'POST', '/__local/clock', { advance: time })).status).toBe(200);
}

/** All but the first run, which the template made. */
export async function newProcesses(org: ServedOrg): Promise<ProcessJson[]> {
  return (await processes(org)).slice(0, -1);
}

export async function waiting(org: ServedOrg): Promise<number> {
  return (await org.query<{ n: number }>(WAITING))[0]!.n;
}
