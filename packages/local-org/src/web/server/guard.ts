import type { IncomingMessage } from 'node:http';
import { MAX_HEAD, sizeOfHead } from './limits';
import { normalTarget } from './normal-path';
import { Refusal } from './refusal';

/**
 * Looks at a request before anything else does, and leaves its target in the normal form. Refuses what a page of another site could make (a foreign
 * Host, as DNS rebinding sends it; a foreign Origin; a request that the browser says another site made) and request lines that two readers could
 * understand differently. `servedHost` is the address that is listened on.
 */
export function refusalOf(request: IncomingMessage, servedHost: string): Refusal | null {
  const { url = '', headers } = request;
  if (!request.httpVersion.startsWith('1.')) return bad('The request is not HTTP/1.1');
  const tooLong = lengthRefusal(request);
  if (tooLong) return tooLong;
  const [host, ...others] = request.headersDistinct['host'] ?? [];
  if (host === undefined || others.length > 0) return bad('A request has to name one Host');
  if (!isServed(host, servedHost)) return forbidden(`Host ${host} is not served: use ${servedHost} or localhost`);
  const target = originForm(url, host);
  if (target === null) return bad('The request line names another server than the Host header');
  const normal = normalTarget(target);
  if (normal === null) return bad('The path of the request is malformed');
  request.url = normal;
  const { origin } = headers;
  if (origin !== undefined && origin.toLowerCase() !== ownOrigin(host)) return forbidden(`Requests from ${origin} are not accepted`);
  return isForeign(request) ? forbidden('Requests from other sites are not accepted') : null;
}

/** Whether the browser says that the request comes from a page of this server, or from the person (Fetch Metadata, `Sec-Fetch-Site`). Others do not say. */
export function isOwnWish(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'] ?? 'none';
  return site === 'none' || site === 'same-origin';
}

/** Another site may link to a page of this server, but neither send nor embed anything. */
function isForeign(request: IncomingMessage): boolean {
  const { method, headers } = request;
  const follows = method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return !isOwnWish(request) && !follows;
}

function isServed(host: string, servedHost: string): boolean {
  const [, name = ''] = /^(\[[0-9a-f:]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(host) ?? [];
  const own = servedHost.includes(':') ? `[${servedHost}]` : servedHost;
  return [own, 'localhost'].includes(name.toLowerCase());
}

function ownOrigin(host: string): string {
  return `http://${host.toLowerCase().replace(/:0*80$/, '')}`;
}

/** A target may name the server as well (RFC 9112, 3.2.2): then it has to be the one of the Host header. */
function originForm(target: string, host: string): string | null {
  const absolute = /^[a-z][a-z\d+.-]*:\/\/[^/?]*/i.exec(target)?.[0];
  if (absolute === undefined) return target;
  if (absolute.toLowerCase() !== `http://${host.toLowerCase()}`) return null;
  const rest = target.slice(absolute.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function lengthRefusal(request: IncomingMessage): Refusal | null {
  const { url = '' } = request;
  if (url.length > MAX_HEAD) return new Refusal(414, 'URI_TOO_LONG', `The URI is longer than ${MAX_HEAD} bytes`);
  if (sizeOfHead(request) <= MAX_HEAD) return null;
  return new Refusal(431, 'REQUEST_HEADER_FIELDS_TOO_LARGE', `The URI and the headers are longer than ${MAX_HEAD} bytes`);
}

const bad = (message: string): Refusal => new Refusal(400, 'BAD_REQUEST', message);
const forbidden = (message: string): Refusal => new Refusal(403, 'FORBIDDEN', message);
