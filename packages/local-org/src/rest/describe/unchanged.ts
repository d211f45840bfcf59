import { createHash } from 'node:crypto';
import { ok, type Call, type Reply } from '../shared/call';
import type { Json } from '../shared/json';

/** An answer as it was given, and the first moment from which on it holds, milliseconds of the org's clock. */
interface Given {
  readonly hash: string;
  readonly since: number;
}

/** Answers that are remembered in an org; of an older one nobody knows how long it has held. */
const KEPT = 5_000;
const SECOND = 1_000;

const answers = new WeakMap<object, { readonly opened: number; readonly given: Map<string, Given> }>();

/**
 * Answers with the JSON, or with 304 and nothing when the caller has it already (REST API Developer Guide, "Conditional Request Headers":
 * `If-Modified-Since`). What changes a describe are metadata and rights, from many sides: the answer itself is compared.
 */
export function unlessUnchanged(call: Call, json: Json): Reply {
  const since = holdsSince(call, createHash('sha256').update(JSON.stringify(json)).digest('base64'));
  const headers = { 'last-modified': new Date(since).toUTCString() };
  const known = Date.parse(call.headers['if-modified-since'] ?? '');
  return known >= since ? { status: 304, headers } : { ...ok(json), headers };
}

function holdsSince({ org, user, path }: Call, hash: string): number {
  const now = org.clock.now();
  const remembered = answers.get(org) ?? { opened: Math.floor(now / SECOND) * SECOND, given: new Map<string, Given>() };
  answers.set(org, remembered);
  const { opened, given } = remembered;
  const key = `${user.userId} ${path.toLowerCase()}`;
  const former = given.get(key);
  if (former?.hash === hash) return former.since;
  // Dates of HTTP have whole seconds: what changes within one counts from the next.
  const since = former || given.size >= KEPT ? Math.max(Math.ceil(now / SECOND) * SECOND, (former?.since ?? 0) + SECOND) : opened;
  given.delete(key);
  given.set(key, { hash, since });
  for (const oldest of given.keys()) {
    if (given.size <= KEPT) break;
    given.delete(oldest);
  }
  return since;
}
