import { SeedError } from './seed-error';
import type { LaneRequest, LaneResponse, SampleUser } from '../host/port';

/** Sends one request to the org. */
export type Send = (request: LaneRequest) => Promise<LaneResponse>;

/** The org as a sample user sees it through its REST API. Whatever it refuses is a `SeedError`. */
export interface OrgCalls {
  /** `path` as a client has it, such as `/services/apexrest/...`; one that begins with no slash is below `/services/data/vXX.X/`. */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  query(soql: string): Promise<Record<string, unknown>[]>;
}

/** Signs in as an integration would. */
export async function callsOf(send: Send, user: SampleUser): Promise<OrgCalls> {
  const form = new URLSearchParams({
    grant_type: 'password',
    client_id: 'seed',
    client_secret: 'seed',
    username: user.username,
    password: user.password,
  });
  const grant = await request(send, 'POST', '/services/oauth2/token', FORM, form.toString());
  const authorization = `Bearer ${(grant as { access_token: string }).access_token}`;
  const versions = (await request(send, 'GET', '/services/data', {}, null)) as { url: string }[];
  const base = versions.at(-1)?.url ?? '';
  const call = (method: string, path: string, body?: unknown): Promise<unknown> => {
    const url = path.startsWith('/') ? path : `${base}/${path}`;
    if (body === undefined) return request(send, method, url, { authorization }, null);
    return request(send, method, url, { authorization, ...JSON_BODY }, JSON.stringify(body));
  };
  return {
    call,
    query: async (soql) => {
      const records: Record<string, unknown>[] = [];
      let url: string | undefined = `query?q=${encodeURIComponent(soql)}`;
      while (url !== undefined) {
        const page = (await call('GET', url)) as { records: Record<string, unknown>[]; nextRecordsUrl?: string };
        records.push(...page.records);
        url = page.nextRecordsUrl;
      }
      return records;
    },
  };
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_BODY = { 'content-type': 'application/json' };

/** Test controls, which need nobody who is signed in, have a door of their own. */
export const control = (send: Send, path: string, body: unknown): Promise<unknown> =>
  request(send, 'POST', path, JSON_BODY, JSON.stringify(body), 'control');

async function request(
  send: Send,
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string | null,
  door: LaneRequest['door'] = 'api',
): Promise<unknown> {
  const bytes = body === null ? null : new TextEncoder().encode(body);
  const response = await send({ door, method, url, headers: { host: '127.0.0.1', ...headers }, body: bytes });
  const text = typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body);
  if (response.status >= 400) throw new SeedError(`${method} ${url.split('?')[0]} gave ${response.status}: ${text}`);
  return text === '' ? null : (JSON.parse(text) as unknown);
}
