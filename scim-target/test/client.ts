import { startTarget } from '../target.mjs';

export type Target = Awaited<ReturnType<typeof startTarget>>;
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown> & { Resources?: Record<string, unknown>[] };
}

export const SECRET = { clientId: 'test', clientSecret: 'made for this test' };

export const startTestTarget = (): Promise<Target> => startTarget(SECRET);

export async function token({ url }: Target, secret = SECRET): Promise<{ status: number; token: string }> {
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${secret.clientId}:${secret.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return { status: answer.status, token: ((await answer.json()) as { access_token: string }).access_token };
}

/** Calls the service as a client that has signed in. */
export async function client(target: Target) {
  const signedIn = await token(target);
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const answer = await fetch(`${target.url}/scim/v2${path}`, {
      method,
      redirect: 'manual',
      headers: { Authorization: `Bearer ${signedIn.token}`, 'Content-Type': 'application/scim+json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: text.startsWith('{') && text.endsWith('}') ? (JSON.parse(text) as Answer['body']) : {},
    };
  };
}

export const user = (userName: string, more: object = {}): object => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName,
  active: true,
  ...more,
});
export const patch = (...operations: object[]): object => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: operations,
});
