import type { IncomingMessage } from 'node:http';

const KB = 1_024;
const MB = 1_024 * KB;

/** Bytes of URI and headers together: more is 431, and 414 when the URI alone is longer (Salesforce Help, article 000386264). */
export const MAX_HEAD = 16 * KB;
/** Bytes that a body may have before anybody is asked who sends it. */
export const UNSIGNED_BODY = 256 * KB;

/** The largest body that a resource takes. */
export interface BodyLimit {
  readonly path: RegExp;
  readonly bytes: number;
  /** The door where a session has to be shown before more than `UNSIGNED_BODY` is read, or that it stands in the message; null where nobody needs one. */
  readonly session: 'api' | 'page' | 'message' | null;
}

/** The first that matches a normal path counts; the engine takes paths in any case. */
const BODY_LIMITS: readonly BodyLimit[] = [
  // Whoever signs in sends a name and a password.
  { path: /^\/(login|logout|secur)\b/i, bytes: UNSIGNED_BODY, session: null },
  // Metadata API Developer Guide, "Metadata Limits": 39 MB of zip file, which base64 makes a third larger.
  { path: /^\/services\/soap\/m\//i, bytes: 54 * MB, session: 'message' },
  { path: /^\/services\/(oauth2|soap)\b/i, bytes: UNSIGNED_BODY, session: null },
  // Apex Developer Guide, "Introduction to Apex REST": 6 MB for synchronous Apex.
  { path: /^\/services\/apexrest\//i, bytes: 6 * MB, session: 'api' },
  // Bulk API 2.0 and Bulk API Developer Guide, "Limits": maximum file size.
  { path: /^\/services\/data\/[^/]+\/jobs\/ingest\/[^/]+\/batches\/?$/i, bytes: 150 * MB, session: 'api' },
  // REST API Developer Guide, "Insert or Update Blob Data": 50 MB of text in a message that is not multipart.
  { path: /^\/services\/data\//i, bytes: 50 * MB, session: 'api' },
  // Lightning Aura Components Developer Guide, "Action Limits and Considerations": request payload.
  { path: /^\/(aura|ui)\//i, bytes: 4 * MB, session: 'page' },
  { path: /^\/__local\//, bytes: MB, session: null },
];
const ELSEWHERE: BodyLimit = { path: /^/, bytes: UNSIGNED_BODY, session: null };

export function bodyLimitOf(url: string): BodyLimit {
  const [path = ''] = url.split('?');
  return BODY_LIMITS.find((limit) => limit.path.test(path)) ?? ELSEWHERE;
}

/** Bytes of a request up to its body, but for the few of the method and the version. */
export function sizeOfHead({ url = '', rawHeaders }: IncomingMessage): number {
  return rawHeaders.reduce((sum, text) => sum + text.length + 2, url.length);
}

/** Milliseconds that a client may take. */
export interface Patience {
  /** From the first byte of a request, or from the connection, to the end of its headers. */
  readonly headers: number;
  /** Between two pieces of a body, and after an answer for the rest of a body that nobody reads. */
  readonly idleBody: number;
  /** From the first byte of a request to its last: a large upload may take long, but not for ever. */
  readonly request: number;
  /** Between an answer and the next request of a connection. */
  readonly keepAlive: number;
  /** Between two looks at how long the connections have waited. */
  readonly check: number;
}

export const PATIENCE: Patience = { headers: 15_000, idleBody: 15_000, request: 1_200_000, keepAlive: 72_000, check: 5_000 };
