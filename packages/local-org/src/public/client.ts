/** A REST client for tests and measurements. No HTTP status is an error here: whoever asks looks at it. */
import type { DatabaseChange } from '../host/port';

/** What `/__local/info` tells of a sample user. */
export interface SampleUser {
  readonly alias: string;
  readonly username: string;
  readonly password: string;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** The users of a served org's local-org.json. */
export async function sampleUsers(baseUrl: string): Promise<readonly SampleUser[]> {
  const response = await fetch(`${baseUrl}/__local/info`);
  return ((await response.json()) as { users: readonly SampleUser[] }).users;
}

/** Has a served org close its database and open another one, or none (`POST /__local/database`); the reason when it does not, else null. */
export async function changeDatabase(baseUrl: string, change: DatabaseChange): Promise<string | null> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${baseUrl}/__local/database`, { method: 'POST', headers, body: JSON.stringify(change) });
  return response.ok ? null : response.text();
}

/** The sample user with this alias. */
export function userWithAlias(users: readonly SampleUser[], alias: string): SampleUser {
  const user = users.find((one) => one.alias === alias);
  if (!user) throw new Error(`No sample user ${alias}`);
  return user;
}

/** Signs a sample user in by REST. The token is that of the session. */
export async function signIn(baseUrl: string, { username, password }: SampleUser): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'password', client_id: 'tests', client_secret: 'tests', username, password });
  const response = await fetch(`${baseUrl}/services/oauth2/token`, { method: 'POST', body: form });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`${username} cannot sign in: ${response.status}`);
  return token;
}

/** Requests of sample users, each signed in at their first one. */
export interface RestClient {
  call<T>(alias: string, method: string, path: string, body?: unknown): Promise<Answer<T>>;
  /** Sends CSV for a bulk job. */
  upload(alias: string, path: string, csv: string): Promise<void>;
  /** All rows of a query, following the locators. */
  query<T>(alias: string, soql: string): Promise<T[]>;
}

interface Message {
  readonly text: string | null;
  readonly type: string;
}

export function restClient(baseUrl: string, users: readonly SampleUser[]): RestClient {
  const tokens = new Map<string, string>();

  async function send(alias: string, method: string, path: string, { text, type }: Message): Promise<Response> {
    const token = tokens.get(alias) ?? (await signIn(baseUrl, userWithAlias(users, alias)));
    tokens.set(alias, token);
    const headers = { authorization: `Bearer ${token}`, ...(text === null ? {} : { 'content-type': type }) };
    return fetch(baseUrl + path, { method, headers, body: text });
  }

  async function call<T>(alias: string, method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const text = body === undefined ? null : JSON.stringify(body);
    const response = await send(alias, method, path, { text, type: 'application/json' });
    const answer = await response.text();
    return { status: response.status, body: (answer === '' ? null : JSON.parse(answer)) as T };
  }

  return {
    call,
    async upload(alias, path, csv) {
      const response = await send(alias, 'PUT', path, { text: csv, type: 'text/csv' });
      if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    },
    async query<T>(alias: string, soql: string) {
      const rows: T[] = [];
      for (let next: string | undefined = `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`; next !== undefined;) {
        const page: Answer<{ records: T[]; nextRecordsUrl?: string }> = await call(alias, 'GET', next);
        if (page.status !== 200) throw new Error(`${soql}: ${JSON.stringify(page.body)}`);
        rows.push(...page.body.records);
        next = page.body.nextRecordsUrl;
      }
      return rows;
    },
  };
}
