import type { DataContext } from './port';

const zones = new WeakMap<DataContext, Map<string, string>>();

/** The running user's time zone, read once per transaction and user; GMT where the org has no such user. */
export function userTimeZone(context: DataContext): string {
  let known = zones.get(context);
  if (!known) zones.set(context, (known = new Map()));
  let zone = known.get(context.userId);
  if (zone === undefined) known.set(context.userId, (zone = readZone(context)));
  return zone;
}

function readZone(context: DataContext): string {
  const users = context.schema.object('User');
  if (!users?.field('TimeZoneSidKey')) return 'GMT';
  return (
    (context.store.prepare('SELECT "TimeZoneSidKey" FROM "User" WHERE "Id" = ?').get(context.userId)?.[0] as string | null | undefined) ??
    'GMT'
  );
}
