import type { IncomingHttpHeaders } from 'node:http';
import type { Door, Lane, LaneResponse } from '../../host/port';
import { ask } from './forward';

/** A cheap resource of each door that nobody sees without a session. */
const ASKED = {
  api: { method: 'GET', url: '/services/oauth2/userinfo' },
  page: { method: 'POST', url: '/aura/context' },
} as const;

/** Asks the engine whether these headers open a session at a door: 200, or the answer that the sender gets instead. */
export function askSession(lane: Lane, door: Exclude<Door, 'control'>, headers: IncomingHttpHeaders): Promise<LaneResponse> {
  const { host = '', authorization, cookie } = headers;
  const sent = { host, 'content-type': 'application/json', ...(authorization && { authorization }), ...(cookie && { cookie }) };
  return ask(lane, { door, ...ASKED[door], headers: sent, body: null });
}
