import { setTimeout as pause } from 'node:timers/promises';
import type { ServedOrg } from './served-org';

/** How long a process that answers no more may take to end, on a machine with other things to do. */
const MAX_DYING_MS = 60_000;

/**
 * How much this run of the tests does of what is tried again and again, at another point or with another seed each time: `npm test` does a sample
 * (at most 30 kills in all, in the files that vitest.config.ts leaves to it), `npm run test:kills` and `test:more` the others, and `npm run check:long` all of them with more seeds.
 */
const share = (process.env['SHARE'] ?? 'test') as 'test' | 'kills' | 'long';

/** The amount that belongs to this run of the tests; a file without a sample names none. */
export function amount<T>({ kills, test = kills, long = kills }: { readonly test?: T; readonly kills: T; readonly long?: T }): T {
  return { test, kills, long }[share];
}

/** Passages of a point, of which `npm test` strikes the sample where there is one; the others go on until a run gets through. */
export function* passages(sample: readonly number[] = [], apart = 1): Generator<number> {
  if (share === 'test') yield* sample;
  else for (let nth = 1; ; nth += apart) if (share === 'long' || !sample.includes(nth)) yield nth;
}

/** Where an armed fault strikes. */
export interface Strike {
  readonly point: string;
  readonly nth: number;
}

/** Arms a kill in a running org; part of the work that `unlessKilled` watches, because a job may be under way that it strikes at once. */
export async function armKill(org: ServedOrg, strike: Strike): Promise<void> {
  await org.call('admin', 'POST', '/__local/faults', { ...strike, action: 'kill' });
}

/**
 * What `work` gave, or null when an armed fault killed the org before it was done; a fault that did not strike is disarmed. An error
 * of an org that lives is thrown: whether it lives is asked, not guessed from the error or from the time that passes.
 */
export async function unlessKilled<T>(org: ServedOrg, work: () => Promise<T>): Promise<T | null> {
  try {
    const result = await work();
    await org.call('admin', 'POST', '/__local/faults', { clear: true });
    return result;
  } catch (error) {
    if (!org.dead && (await answers(org))) throw error;
    await Promise.race([org.ended, tooLong()]);
    return null;
  }
}

async function answers(org: ServedOrg): Promise<boolean> {
  return fetch(`${org.baseUrl}/__local/info`).then(
    (response) => response.ok,
    () => false,
  );
}

async function tooLong(): Promise<never> {
  await pause(MAX_DYING_MS, undefined, { ref: false });
  throw new Error(`The org neither answers nor ends, ${MAX_DYING_MS} ms after a fault`);
}
