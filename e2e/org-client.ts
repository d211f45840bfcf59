import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { restClient, sampleUsers, userWithAlias, type SampleUser } from 'local-org/serve';

const root = resolve(import.meta.dirname, '..');
const baseUrl = process.env.E2E_BASE_URL!;

/** A sample user as `/__local/info` tells it. */
export async function sampleUser(alias: string): Promise<SampleUser> {
  return userWithAlias(await sampleUsers(baseUrl), alias);
}

/** A REST client as one of the sample users. Never throws for an HTTP status: tests look at it. */
export async function clientFor(alias: string) {
  const { call, query } = restClient(baseUrl, await sampleUsers(baseUrl));
  return {
    get: <T>(path: string) => call<T>(alias, 'GET', path),
    post: <T>(path: string, body: unknown) => call<T>(alias, 'POST', path, body),
    put: <T>(path: string, body: unknown) => call<T>(alias, 'PUT', path, body),
    patch: <T>(path: string, body: unknown) => call<T>(alias, 'PATCH', path, body),
    query: <T>(soql: string): Promise<T[]> => query<T>(alias, soql),
  };
}

export type Client = Awaited<ReturnType<typeof clientFor>>;

/** The rows of one sample CSV, keyed by column header. */
export function sampleRows(object: string): Record<string, string>[] {
  return parse(readFileSync(join(root, 'sample-data', `${object}.csv`)), { columns: true }) as Record<string, string>[];
}
