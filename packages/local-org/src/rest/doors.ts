import type { Door, LaneRequest } from '../host/port';
import { ABSENT, PAGE_OPERATIONS, RESOURCES } from './routes';
import { bearerToken, cookieToken } from './session';
import type { Route } from './shared/call';
import { methodNotAllowed, restError } from './shared/errors';
import { createMatcher, pathFinder, type Matcher } from './shared/routing';

/** What stands behind a door. */
export interface Behind {
  readonly match: Matcher;
  /** What requests of this door may ask for in their bodies. */
  readonly inner: Matcher;
}

export interface Entrance extends Behind {
  /** Whether a path takes a session. */
  readonly needsSession: (path: string) => boolean;
}

/** The resources behind each door. */
export function createDoors(): Readonly<Record<Door, Entrance>> {
  const api = createMatcher([...RESOURCES.api, ...ABSENT]);
  const control = createMatcher(RESOURCES.control);
  return {
    api: { match: api, inner: api, needsSession: closed('api') },
    page: { match: createMatcher(RESOURCES.page), inner: createMatcher(PAGE_OPERATIONS), needsSession: closed('page') },
    control: { match: control, inner: createMatcher<Route>([]), needsSession: closed('control') },
  };
}

/** A path that is no resource's needs a session: it tells strangers nothing. Test controls are there for everybody, and so is what they lack. */
function closed(door: Door): (path: string) => boolean {
  const routes = door === 'api' ? [...RESOURCES.api, ...ABSENT] : RESOURCES[door];
  const known = pathFinder(routes);
  const withSession = pathFinder(routes.filter(({ open }) => !open));
  return (path) => withSession(path) || (door !== 'control' && !known(path));
}

/** The session token that counts at a request's door; null when there is none. */
export function tokenAt({ door, headers }: LaneRequest): string | null {
  return bearerToken(headers) ?? (door === 'api' ? null : cookieToken(headers));
}

/**
 * Refuses what a page of this server would not send. The cookie alone proves little: a browser sends it along with whatever another
 * page of the same site asks for, and ports do not make another site. No page elsewhere can send JSON, or hide where it comes from
 * (Fetch Standard: CORS-safelisted request headers, Origin; Fetch Metadata: Sec-Fetch-Site).
 */
export function requireOwnPage({ method, headers }: LaneRequest): void {
  if (method !== 'POST') throw methodNotAllowed(method, ['POST']);
  const { origin, host = '', 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase()) throw foreign(origin);
  if (site !== undefined && site !== 'same-origin') throw foreign('another site');
  const type = headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw restError(415, 'UNSUPPORTED_MEDIA_TYPE', `Content-Type header specified in HTTP request is not supported: ${type}`);
}

const foreign = (origin: string) => restError(403, 'FORBIDDEN', `Requests from ${origin} are not accepted`);
