import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { allRows, answerOf, jsonMessage, send, signIn, userWithAlias, type Answer, type SampleUser } from './rest-client';

const root = resolve(import.meta.dirname, '..');
const baseUrl = process.env.E2E_BASE_URL!;

/** A sample user as `/__local/info` tells it. */
export async function sampleUser(alias: string): Promise<SampleUser> {
  const { users } = (await (await fetch(`${baseUrl}/__local/info`)).json()) as { users: SampleUser[] };
  return userWithAlias(users, alias);
}

/** A signed-in REST client as one of the sample users. Never throws for an HTTP status: tests look at it. */
export async function clientFor(alias: string) {
  const token = await signIn(baseUrl, await sampleUser(alias));
  const call = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> =>
    answerOf<T>(await send(baseUrl, token, method, path, jsonMessage(body)));
  return {
    get: <T>(path: string) => call<T>('GET', path),
    post: <T>(path: string, body: unknown) => call<T>('POST', path, body),
    put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
    patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, body),
    query: <T>(soql: string): Promise<T[]> => allRows<T>((path) => call('GET', path), soql),
  };
}

export type Client = Awaited<ReturnType<typeof clientFor>>;

/** The rows of one sample CSV, keyed by column header. */
export function sampleRows(object: string): Record<string, string>[] {
  return parse(readFileSync(join(root, 'sample-data', `${object}.csv`)), { columns: true }) as Record<string, string>[];
}
