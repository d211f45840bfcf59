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

/** Signs a sample user in by REST. The token is that of the session. */
export async function signIn(baseUrl: string, { username, password }: SampleUser): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'password', client_id: 'tests', client_secret: 'tests', username, password });
  const response = await fetch(`${baseUrl}/services/oauth2/token`, { method: 'POST', body: form });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`${username} cannot sign in: ${response.status}`);
  return token;
}

/** The sample user with this alias. */
export function userWithAlias(users: readonly SampleUser[], alias: string): SampleUser {
  const user = users.find((one) => one.alias === alias);
  if (!user) throw new Error(`No sample user ${alias}`);
  return user;
}

/** A body as its sender wrote it, or null for none. */
export interface Message {
  readonly text: string | null;
  readonly type: string;
}

export const jsonMessage = (body: unknown): Message => ({
  text: body === undefined ? null : JSON.stringify(body),
  type: 'application/json',
});

/** One request with a session. */
export function send(baseUrl: string, token: string, method: string, path: string, { text, type }: Message): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, ...(text === null ? {} : { 'content-type': type }) };
  return fetch(baseUrl + path, { method, headers, body: text });
}

/** Status and JSON of a response. Never throws for an HTTP status: tests look at it. */
export async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
}

/** All rows of a query, following the locators. */
export async function allRows<T>(
  get: (path: string) => Promise<Answer<{ records: T[]; nextRecordsUrl?: string }>>,
  soql: string,
): Promise<T[]> {
  const rows: T[] = [];
  for (let next: string | undefined = `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`; next !== undefined;) {
    const page: Answer<{ records: T[]; nextRecordsUrl?: string }> = await get(next);
    if (page.status !== 200) throw new Error(`${soql}: ${JSON.stringify(page.body)}`);
    rows.push(...page.body.records);
    next = page.body.nextRecordsUrl;
  }
  return rows;
}
