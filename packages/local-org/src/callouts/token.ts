import { refuse } from './admission';
import type { Outgoing } from './send';
import type { Secret } from './secrets';
import type { WireResponse } from './wire';

/** How a client asks for a token by its own credentials (RFC 6749, section 4.4). */
export interface TokenRequest {
  readonly url: string;
  readonly scope: string | null;
  /** Where the secret goes: the Authorization header or the body. */
  readonly secretInHeader: boolean;
  readonly secret: Secret;
}

const TIMEOUT_MS = 10_000;

/** Asks for an access token. What is refused is told by its error code alone: descriptions may repeat what was sent. */
export function requestToken({ url, scope, secretInHeader, secret }: TokenRequest, send: (outgoing: Outgoing) => WireResponse): string {
  const { clientId = '', clientSecret = '' } = secret;
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope !== null) form.set('scope', scope);
  const headers: [string, string][] = [
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Accept', 'application/json'],
  ];
  if (secretInHeader) headers.push(['Authorization', basic(formEncoded(clientId), formEncoded(clientSecret))]);
  else {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
  }
  const { status, body } = send({
    method: 'POST',
    url,
    headers,
    body: new TextEncoder().encode(form.toString()),
    timeoutMs: TIMEOUT_MS,
  });
  const answer = jsonOf(body);
  const token = answer['access_token'];
  if (status === 200 && typeof token === 'string') return token;
  const code = typeof answer['error'] === 'string' && /^\w+$/.test(answer['error']) ? answer['error'] : `HTTP ${status}`;
  return refuse(`Unable to fetch the OAuth token. Error: ${code}.`);
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

/** RFC 6749, section 2.3.1: both parts are encoded before they are joined. */
function formEncoded(text: string): string {
  return new URLSearchParams({ x: text }).toString().slice(2);
}

function jsonOf(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // No JSON, no token: the status says what there is to say.
    return {};
  }
}
