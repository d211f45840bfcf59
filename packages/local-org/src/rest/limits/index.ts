import { ok, route, type Call, type Reply, type Route } from '../shared/call';

/** API calls a day that the local org advertises; nothing is refused. */
export const DAILY_CALLS = 100_000;

/** `GET /limits` */
export function limitRoutes(data: string): Route[] {
  return [route('GET', `${data}/limits`, limits)];
}

function limits({ org, user }: Call): Reply {
  const jobs = org.step({ userId: user.userId, commit: false }, () =>
    org.schema.object('AsyncApexJob')
      ? org.data.countText('SELECT Id FROM AsyncApexJob', new Map(), { mode: 'system', sharing: false, api: true })
      : 0,
  );
  const of = (max: number, used = 0) => ({ Max: max, Remaining: Math.max(0, max - used) });
  return ok({
    DailyApiRequests: of(DAILY_CALLS),
    DailyAsyncApexExecutions: of(250_000, jobs),
    DailyBulkV2QueryJobs: of(10_000),
    DailyBulkApiBatches: of(15_000),
    DataStorageMB: of(1024),
    FileStorageMB: of(1024),
  });
}
