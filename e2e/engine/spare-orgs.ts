import { changeDatabase, spawnOrg, whenReady, type OrgProcess } from 'local-org/serve';

export interface Wanted {
  readonly db: string;
  readonly project: string;
  /** Its files may be others than when it was served last. */
  readonly mayDiffer?: boolean;
}

/** A process whose org a test has for itself until it stops it. */
export type Lease = Pick<OrgProcess, 'baseUrl' | 'dead' | 'ended' | 'errors' | 'kill' | 'stop'>;

/** An org of a test lives for seconds: to optimise its code as eagerly as that of a server costs a quarter of the processor time. */
export const SHORT_LIVED = ['--interrupt-budget=2000000'];
const FLAGS = ['--headless', '--no-seed'];
/** Processes that wait for a test; each holds the memory of an org. */
const KEPT = 2;

interface Spare {
  readonly process: OrgProcess;
  readonly project: string;
}

/**
 * Processes whose test has stopped its org: their database is closed, and the next test has them open its own. Of an org that starts anew, two
 * thirds of the processor time is the start, and none of its code is warm.
 */
const spare: Spare[] = [];

// Vitest ends its workers by this signal; the orgs go with them
process.once('SIGTERM', () => process.exit());

/** Starts an org, whatever is spare; `flags` are what the start is asked for. */
export const start = ({
  db,
  project,
  port,
  flags = [],
}: Wanted & { port?: number | undefined; flags?: readonly string[] }): Promise<OrgProcess> =>
  spawnOrg({ db, project, flags: [...FLAGS, ...flags], nodeFlags: SHORT_LIVED, ...(port === undefined ? {} : { port }) });

/** Serves the database in a process that is spare, or in a new one. */
export async function lease(wanted: Wanted): Promise<Lease> {
  const process = await reused(wanted);
  if (process) return leased(process, wanted.project);
  const started = await start(wanted);
  await whenReady(started);
  return leased(started, wanted.project);
}

/** Ends the processes that are spare. */
export async function endSpares(): Promise<void> {
  await Promise.all(spare.splice(0).map((one) => one.process.stop()));
}

async function reused({ db, project, mayDiffer }: Wanted): Promise<OrgProcess | null> {
  const living = spare.splice(0).filter((one) => !one.process.dead);
  const one = living.find((candidate) => candidate.project === project) ?? living[0];
  spare.push(...living.filter((other) => other !== one));
  if (!one) return null;
  const problem = await changeDatabase(one.process.baseUrl, { file: db, ...(one.project === project && !mayDiffer ? {} : { project }) });
  if (problem === null) return one.process;
  await one.process.stop();
  throw new Error(`The org does not open ${db}: ${problem}`);
}

function leased(process: OrgProcess, project: string): Lease {
  const from = process.errors.length;
  let errors: string | null = null;
  let over: (code: number | null) => void = () => undefined;
  const ended = Promise.race([process.ended, new Promise<number | null>((done) => (over = done))]);
  return {
    baseUrl: process.baseUrl,
    ended,
    get dead() {
      return errors !== null || process.dead;
    },
    get errors() {
      return errors ?? process.errors.slice(from);
    },
    kill: () => process.kill(),
    stop: async () => {
      if (errors !== null) return;
      // one that waits for a target, or that is dead, is not kept
      const isClosed = !process.dead && spare.length < KEPT && (await changeDatabase(process.baseUrl, { file: null })) === null;
      errors = process.errors.slice(from);
      if (isClosed) spare.push({ process, project });
      else await process.stop();
      over(0);
    },
  };
}
