import { recentItems } from '../recent';
import { route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { objectOf } from '../shared/resolve';
import { describeObject, summary } from './operations';
import { unlessUnchanged } from './unchanged';

/** Global describe, basic information and describe of one object, as the session's user sees them. */
export function describeRoutes(data: string): Route[] {
  return [
    route('GET', `${data}/sobjects`, global),
    route('GET', `${data}/sobjects/:object`, basics),
    route('GET', `${data}/sobjects/:object/describe`, full),
  ];
}

function global(call: Call): Reply {
  const visible = call.org.schema.objects.filter((object) => call.org.access.hasObject(call.user.userId, object, 'read'));
  return unlessUnchanged(call, { encoding: 'UTF-8', maxBatchSize: 200, sobjects: visible.map((object) => summary(call, object)) });
}

function basics(call: Call, params: Params): Reply {
  const object = objectOf(call, params['object'] ?? '');
  return unlessUnchanged(call, { objectDescribe: summary(call, object), recentItems: recentItems(call, object) });
}

function full(call: Call, params: Params): Reply {
  return unlessUnchanged(call, describeObject(call, objectOf(call, params['object'] ?? '')));
}
