import { absentSoap, confirmEmail, revoke, soap, token, type Anonymous } from './session';
import type { Params, Reply, Route } from './shared/call';
import { createMatcher } from './shared/routing';

/** A resource that takes no session: signing in and out, and following a link that was mailed. */
interface OpenRoute extends Pick<Route, 'pattern'> {
  readonly method: 'POST';
  readonly handler: (request: Anonymous, params: Params) => Reply;
}

const open = (pattern: string, handler: OpenRoute['handler']): OpenRoute => ({ method: 'POST', pattern, handler });

const match = createMatcher([
  open('/services/oauth2/token', token),
  open('/services/oauth2/revoke', revoke),
  open('/secur/emailchange', confirmEmail),
  open('/services/Soap/u/:version/*rest', soap),
  open('/services/Soap/:service/*rest', absentSoap),
]);

/** The answer of a resource that needs no session; null when the path is of another kind. */
export function answerOpen(method: string, path: string, request: Anonymous): Reply | null {
  if (!/^\/(services\/(oauth2\/(token|revoke)|soap)|secur\/emailchange)(\/|$)/i.test(path)) return null;
  const { route, params } = match(method, path);
  return route.handler(request, params);
}
