import { absentSoap, confirmEmail, frontdoor, revoke, soap, token, type Anonymous } from './session';
import { METADATA_SERVICE } from './metadata';
import { APEX_SERVICE } from './soap/apex';
import { soapHandler } from './soap/service';
import type { Params, Reply, Route } from './shared/call';
import { createMatcher, pathFinder } from './shared/routing';

/** A resource that takes no session: signing in and out, and following a link that was mailed. */
interface OpenRoute extends Pick<Route, 'pattern'> {
  readonly method: 'POST';
  readonly handler: (request: Anonymous, params: Params) => Reply;
}

const open = (pattern: string, handler: OpenRoute['handler']): OpenRoute => ({ method: 'POST', pattern, handler });

/** The only list of them. */
export const OPEN_ROUTES: readonly OpenRoute[] = [
  open('/services/oauth2/token', token),
  open('/services/oauth2/revoke', revoke),
  open('/secur/emailchange', confirmEmail),
  open('/secur/frontdoor', frontdoor),
  open('/services/Soap/u/:version/*rest', soap),
  open('/services/Soap/s/:version/*rest', soapHandler(APEX_SERVICE)),
  open('/services/Soap/m/:version/*rest', soapHandler(METADATA_SERVICE)),
  open('/services/Soap/:service/*rest', absentSoap),
];
const match = createMatcher(OPEN_ROUTES);
/** What lies below their literal beginnings is theirs too: it is not there, whoever asks. */
const begins = pathFinder(OPEN_ROUTES.map(({ method, pattern }) => ({ method, pattern: pattern.replace(/(\/:.*)?$/, '/*rest') })));

/** The answer of a resource that needs no session; null when the path is of another kind. */
export function answerOpen(method: string, path: string, request: Anonymous): Reply | null {
  if (!begins(path)) return null;
  const { route, params } = match(method, path);
  return route.handler(request, params);
}
