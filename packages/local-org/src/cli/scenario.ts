import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { callsOf, control, type OrgCalls, type Send } from './org-calls';
import { SeedError } from './seed-error';
import type { SampleUser } from '../host/port';
import type { Scenario } from '../metadata/model';

/** What a scenario has of the org: what its sample users may do, and the time. It writes no row by any other way. */
export interface ScenarioOrg {
  /** The org as the sample user of this alias sees it; anything that the org refuses ends the scenario. */
  as(alias: string): Promise<OrgCalls>;
  /** Moves the clock at once, such as `"90m"` or `"12h"`, and runs what has come due: a job that is due every hour runs once. */
  advance(by: string): Promise<void>;
  /** Runs the jobs that are due now, and those that they enqueue. */
  runJobs(): Promise<void>;
  /** Told to whoever waits. */
  say(text: string): void;
}

/** Plays a scenario of local-org.json. Throws SeedError with what the org refused, or with what is wrong with the module. */
export async function playScenario(
  root: string,
  scenario: Scenario,
  users: readonly SampleUser[],
  send: Send,
  step: (text: string) => void,
): Promise<void> {
  const play = await playerOf(root, scenario);
  const known = new Map<string, Promise<OrgCalls>>();
  await play({
    as: (alias) => {
      const user = users.find((candidate) => candidate.alias === alias);
      if (!user) throw new SeedError(`${scenario.file}: there is no sample user ${alias}`);
      const calls = known.get(alias) ?? callsOf(send, user);
      known.set(alias, calls);
      return calls;
    },
    advance: async (by) => void (await control(send, '/__local/clock', { advance: by })),
    runJobs: async () => {
      while (((await control(send, '/__local/jobs/run', {})) as { ran: number }).ran > 0);
    },
    say: (text) => step(`Scenario ${scenario.name}: ${text}`),
  });
}

async function playerOf(root: string, { name, file }: Scenario): Promise<(org: ScenarioOrg) => Promise<void>> {
  const address = pathToFileURL(join(root, file)).href;
  const module = (await import(address).catch((error: unknown) => {
    throw new SeedError(`The scenario ${name} could not be loaded. ${error instanceof Error ? error.message : String(error)}`);
  })) as { default?: unknown };
  if (typeof module.default === 'function') return module.default as (org: ScenarioOrg) => Promise<void>;
  throw new SeedError(`${file}: the default export has to be a function that is given the org`);
}
