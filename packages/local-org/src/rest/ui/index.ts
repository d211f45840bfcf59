import { route, type Call, type Reply, type Route, type Subrequest } from '../shared/call';
import { restError } from '../shared/errors';
import { parseJsonObject } from '../shared/json';

/**
 * `POST /ui/call` `{method, url, body?}`: how a page of the org reads and writes records. The answer is that of the REST resource, run
 * as the session's user. Our own format: the platform's pages have a private one.
 */
export const uiRoutes: readonly Route[] = [route('POST', '/ui/call', call)];

function call(request: Call): Reply {
  return request.dispatch(subrequestOf(request));
}

function subrequestOf({ body: bytes }: Call): Subrequest {
  const { method, url, body } = parseJsonObject(bytes);
  if (typeof method !== 'string' || typeof url !== 'string') throw restError(400, 'INVALID_INPUT', 'method and url are required');
  return { method, url, headers: {}, body };
}
