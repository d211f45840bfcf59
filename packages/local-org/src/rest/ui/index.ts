import { route, type Call, type Reply, type Route, type Subrequest } from '../shared/call';
import { notFound, restError } from '../shared/errors';
import { parseJsonObject } from '../shared/json';
import { search } from './search';

/**
 * `POST /ui/call` `{method, url, body?}`: how a page of the org reads and writes records. The answer is that of the REST resource, run
 * as the session's user. Our own format: the platform's pages have a private one. `POST /ui/resource` `{name}`: the bytes of a static resource
 * for whoever has a session, whatever else the person may; how they may be kept stands in the header `x-cache-control`. `POST /ui/search`: see there.
 */
export const uiRoutes: readonly Route[] = [
  route('POST', '/ui/call', call),
  route('POST', '/ui/resource', resource),
  route('POST', '/ui/search', search),
];

function call(request: Call): Reply {
  return request.dispatch(subrequestOf(request));
}

function subrequestOf({ body: bytes }: Call): Subrequest {
  const { method, url, body } = parseJsonObject(bytes);
  if (typeof method !== 'string' || typeof url !== 'string') throw restError(400, 'INVALID_INPUT', 'method and url are required');
  return { method, url, headers: {}, body };
}

function resource({ body, transaction }: Call): Reply {
  const { name } = parseJsonObject(body);
  if (typeof name !== 'string') throw restError(400, 'INVALID_INPUT', 'name is required');
  const row = transaction(({ store }) =>
    store.prepare('SELECT "Body", "ContentType", "CacheControl" FROM "StaticResource" WHERE "Name$k" = ?').get(name.toLowerCase()),
  );
  if (!row) throw notFound();
  const [bytes, type, cacheControl] = row;
  const headers = { 'content-type': String(type) || 'application/octet-stream', 'x-cache-control': String(cacheControl) };
  return { status: 200, bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(), headers };
}
