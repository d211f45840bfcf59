import { FAULT_POINTS, type FaultPoint } from '../../engine/faults';
import { deliverability, listEmails, listNotifications, setDeliverability } from '../../outbox';
import { ok, openRoute, route, type Call, type Reply, type Route } from '../shared/call';
import { restError, type RestError } from '../shared/errors';
import { parseJsonObject, type Json, type JsonObject } from '../shared/json';

/** Jobs that one `clock` or `jobs/run` call runs at most when no number is given. */
const MAX_JOBS = 1_000;

/** Test controls `/__local/*`; the server lets them through only where they are switched on. The outbox takes a session: it holds everybody's mail. */
export const controlRoutes: readonly Route[] = [
  openRoute('POST', '/__local/reset', reset),
  openRoute('POST', '/__local/clock', clock),
  openRoute('POST', '/__local/jobs/run', runJobs),
  openRoute('POST', '/__local/faults', faults),
  route('GET', '/__local/emails', emails),
  route('GET', '/__local/notifications', notifications),
  openRoute('POST', '/__local/email', emailAccess),
];

/** Empties the database and deploys the metadata anew; sessions end with it. Sample data are the caller's business. */
function reset(call: Call): Reply {
  parseJsonObject(call.body);
  call.org.reset();
  return ok({ reset: true });
}

/** SOQL and SOSL Reference, "Date Formats and Date Literals in WHERE": datetimes end with the year 4000. */
const LAST_INSTANT = Date.UTC(4001, 0, 1) - 1;

/** `{advance: milliseconds}` or `{advance: "90m"}`: moves the org's clock and runs what is due. */
function clock(call: Call): Reply {
  const milliseconds = durationOf(parseJsonObject(call.body));
  if (call.org.clock.now() + milliseconds > LAST_INSTANT) throw invalid('advance may not lead beyond the year 4000');
  call.org.advanceClock(milliseconds);
  return ok({ now: new Date(call.org.clock.now()).toISOString(), ran: call.org.jobs.runDue(MAX_JOBS) });
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function durationOf(body: JsonObject): number {
  const { advance } = body;
  if (typeof advance === 'number' && Number.isFinite(advance) && advance >= 0) return advance;
  const match = typeof advance === 'string' ? /^(\d+)(ms|s|m|h|d)$/.exec(advance) : null;
  if (!match) throw invalid('advance has to be milliseconds or a text such as "90s", "15m", "2h" or "1d"');
  return Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1);
}

/** `{max}`: runs jobs that are due now. */
function runJobs(call: Call): Reply {
  const { max } = parseJsonObject(call.body);
  if (max !== undefined && (typeof max !== 'number' || !Number.isInteger(max) || max < 1))
    throw invalid('max has to be a whole number from 1');
  return ok({ ran: call.org.jobs.runDue(max ?? MAX_JOBS), nextDue: call.org.jobs.nextDue() });
}

/** `{point, nth, action}` arms a fault; `{clear: true}` disarms all. */
function faults(call: Call): Reply {
  const { point, nth, action, clear } = parseJsonObject(call.body);
  if (clear === true) {
    call.org.faults.clear();
    return ok({ armed: false });
  }
  const known = FAULT_POINTS.find((p): p is FaultPoint => p === point);
  if (!known) throw invalid(`point has to be one of ${FAULT_POINTS.join(', ')}`);
  if (typeof nth !== 'number' || !Number.isInteger(nth) || nth < 1) throw invalid('nth has to be a whole number from 1');
  if (action !== 'error' && action !== 'kill') throw invalid('action has to be error or kill');
  call.org.faults.arm({ point: known, nth, action });
  return ok({ armed: true });
}

/** The outbox: every e-mail that a committed transaction sent, oldest first. */
function emails(call: Call): Reply {
  return ok(call.transaction(({ store }) => ({ deliverability: deliverability(store), emails: listEmails(store) as unknown as Json })));
}

/** Every custom notification that a committed transaction sent, one per recipient, oldest first. */
function notifications(call: Call): Reply {
  return ok(call.transaction(({ store }) => ({ notifications: listNotifications(store) as unknown as Json })));
}

/** `{deliverability: "all" | "none"}`: what Setup, Deliverability sets on the platform. */
function emailAccess(call: Call): Reply {
  const { deliverability: access } = parseJsonObject(call.body);
  if (access !== 'all' && access !== 'none') throw invalid('deliverability has to be all or none');
  call.transaction((transaction) => {
    transaction.beginWrite();
    setDeliverability(transaction.store, access);
  });
  return ok({ deliverability: access });
}

const invalid = (message: string): RestError => restError(400, 'INVALID_INPUT', message);
