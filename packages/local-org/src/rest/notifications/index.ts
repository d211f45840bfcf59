import { route, type Route } from '../shared/call';
import { list, mark, markOne, one, status } from './operations';

/** The signed-in user's in-app notifications (Connect REST API Developer Guide, "Notifications Resources"). */
export function notificationRoutes(data: string): Route[] {
  const base = `${data}/connect/notifications`;
  return [
    route('GET', base, list),
    route('PATCH', base, mark),
    route('GET', `${base}/status`, status),
    route('GET', `${base}/:id`, one),
    route('PATCH', `${base}/:id`, markOne),
  ];
}
