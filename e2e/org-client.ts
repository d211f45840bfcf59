import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

const root = resolve(import.meta.dirname, '..');
const baseUrl = process.env.E2E_BASE_URL!;

export interface SampleUser {
  readonly alias: string;
  readonly username: string;
  readonly password: string;
}

/** A sample user as `/__local/info` tells it. */
export async function sampleUser(alias: string): Promise<SampleUser> {
  const info = (await (await fetch(`${baseUrl}/__local/info`)).json()) as { users: SampleUser[] };
  const user = info.users.find((u) => u.alias === alias);
  if (!user) throw new Error(`No sample user ${alias}`);
  return user;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** A signed-in REST client as one of the sample users. Never throws for an HTTP status: tests look at it. */
export async function clientFor(alias: string) {
  const { username, password } = await sampleUser(alias);
  const form = new URLSearchParams({ grant_type: 'password', client_id: 'e2e', client_secret: 'e2e', username, password });
  const token = (await (await fetch(`${baseUrl}/services/oauth2/token`, { method: 'POST', body: form })).json()) as {
    access_token: string;
  };
  async function call<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token.access_token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }
  return {
    get: <T>(path: string) => call<T>('GET', path),
    post: <T>(path: string, body: unknown) => call<T>('POST', path, body),
    put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
    patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, body),
    /** All rows of a query, following the locators. */
    async query<T>(soql: string): Promise<T[]> {
      const rows: T[] = [];
      let next: string | undefined = `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`;
      while (next) {
        const page: Answer<{ records: T[]; nextRecordsUrl?: string }> = await call('GET', next);
        if (page.status !== 200) throw new Error(`${soql}: ${JSON.stringify(page.body)}`);
        rows.push(...page.body.records);
        next = page.body.nextRecordsUrl;
      }
      return rows;
    },
  };
}

export type Client = Awaited<ReturnType<typeof clientFor>>;

/** The rows of one sample CSV, keyed by column header. */
export function sampleRows(object: string): Record<string, string>[] {
  return parse(readFileSync(join(root, 'sample-data', `${object}.csv`)), { columns: true }) as Record<string, string>[];
}
