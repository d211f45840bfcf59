import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { copyDatabase, restClient, sampleUsers, whenReady, type Answer, type SampleUser } from 'local-org/serve';
import { lease, start, type Lease } from './spare-orgs';

export { copyDatabase, type Answer } from 'local-org/serve';

export const root = resolve(import.meta.dirname, '../..');
/** Environment variable with the database of a deployed org (prepared-org.ts). */
export const PREPARED_ORG = 'PREPARED_ORG';

/** A headless local org in a process of its own, which a test may kill at any time. */
export interface ServedOrg {
  readonly baseUrl: string;
  /** Calls as a sample user; rejects when the org dies before it answers. */
  call<T>(alias: string, method: string, path: string, body?: unknown): Promise<Answer<T>>;
  /** Sends CSV for a bulk job. */
  upload(alias: string, path: string, csv: string): Promise<void>;
  query<T>(soql: string): Promise<T[]>;
  /** True once the process has ended, by itself or by a fault. */
  readonly dead: boolean;
  /** What it wrote to standard error so far: its log. */
  readonly errors: string;
  /** Resolves when the process has ended. */
  readonly ended: Promise<unknown>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServeOptions {
  readonly db: string;
  readonly project?: string;
  readonly port?: number;
  readonly flags?: readonly string[];
}

/**
 * Serves an org and waits until it is ready or dead: an armed fault may kill it while it starts. A new org starts from a copy of the one in which
 * the repository's project is deployed already; a customer's project brings what is theirs to it.
 */
export async function serve(options: ServeOptions): Promise<ServedOrg> {
  const prepared = process.env[PREPARED_ORG];
  if (prepared !== undefined && !existsSync(options.db)) copyDatabase(prepared, options.db);
  const { org, users } = await open(options);
  const { call, upload, query } = restClient(org.baseUrl, users);
  return {
    baseUrl: org.baseUrl,
    call,
    upload,
    query: (soql) => query('admin', soql),
    get dead() {
      return org.dead;
    },
    get errors() {
      return org.errors;
    },
    ended: org.ended,
    kill: org.kill,
    stop: org.stop,
  };
}

/** What is asked of a start needs one; whoever asks for nothing gets the next process that there is. */
async function open({ project = root, ...options }: ServeOptions): Promise<{ org: Lease; users: readonly SampleUser[] }> {
  if (options.flags === undefined && options.port === undefined) {
    const org = await lease({ ...options, project, mayDiffer: project !== root });
    return { org, users: await sampleUsers(org.baseUrl) };
  }
  const org = await start({ ...options, project });
  return { org, users: (await whenReady(org)) ?? [] };
}

/** Starts an org that is to be refused; its exit code, and what it wrote to standard error. */
export async function startToTheEnd(options: ServeOptions): Promise<{ code: number | null; errors: string }> {
  const org = await start({ project: root, ...options });
  const code = await org.ended;
  return { code, errors: org.errors };
}

/** Works with an org that serves a copy, beside it and by that name, of the database of a stopped org. */
export async function onCopy<T>(template: string, name: string, work: (org: ServedOrg) => Promise<T>): Promise<T> {
  const org = await serve({ db: copyDatabase(template, join(dirname(template), `${name}.db`)) });
  try {
    return await work(org);
  } finally {
    await org.stop();
  }
}
