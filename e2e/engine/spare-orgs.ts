import { changeDatabase, spawnOrg, whenReady, type OrgProcess } from 'local-org/serve';

export interface Wanted {
  readonly db: string;
  readonly project: string;
  /** A customer's project, whose files may be others than when it was served last. */
  readonly mayDiffer?: boolean;
}

/** A process whose org a test has for itself until it stops it. */
export type Lease = Pick<OrgProcess, 'baseUrl' | 'dead' | 'ended' | 'errors' | 'kill' | 'stop'>;

/** An org of a test lives for seconds: to optimise its code as eagerly as that of a server costs a quarter of the processor time. */
export const SHORT_LIVED = ['--interrupt-budget=2000000'];
const FLAGS = ['--headless', '--no-seed'];
/** Processes that wait for a test; each holds the memory of an org. */
const KEPT = 2;

/**
 * Processes whose test has stopped its org: their database is closed, and the next test has them open its own. Of an org that starts anew, two
 * thirds of the processor time is the start, and none of its code is warm. Orgs of customers' projects start anew: those call out, and a process
 * that served another org before has been seen to wait in vain for the thread that does.
 */
const spare: OrgProcess[] = [];

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
  const mayBeKept = !wanted.mayDiffer;
  const process = mayBeKept ? await reused(wanted.db) : null;
  if (process) return leased(process, mayBeKept);
  const started = await start(wanted);
  await whenReady(started);
  return leased(started, mayBeKept);
}

/** Ends the processes that are spare. */
export async function endSpares(): Promise<void> {
  await Promise.all(spare.splice(0).map((one) => one.stop()));
}

async function reused(db: string): Promise<OrgProcess | null> {
  const [one, ...others] = spare.splice(0).filter((candidate) => !candidate.dead);
  spare.push(...others);
  if (!one) return null;
  const problem = await changeDatabase(one.baseUrl, { file: db });
  if (problem === null) return one;
  await one.stop();
  throw new Error(`The org does not open ${db}: ${problem}`);
}

function leased(process: OrgProcess, mayBeKept: boolean): Lease {
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
      const isClosed =
        mayBeKept && !process.dead && spare.length < KEPT && (await changeDatabase(process.baseUrl, { file: null })) === null;
      errors = process.errors.slice(from);
      if (isClosed) spare.push(process);
      else await process.stop();
      over(0);
    },
  };
}
