/** Time zones through Intl. A zone is an IANA id; unknown ids behave as GMT (aer's changelog: TimeZone.getTimeZone). */

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offsets by quarter hour: zones change their offset only on one. */
  readonly offsets: Map<number, number>;
}
const zones = new Map<string, Zone | null>();
const QUARTER = 900_000;

function zoneOf(id: string): Zone | null {
  const known = zones.get(id);
  if (known !== undefined) return known;
  let zone: Zone | null = null;
  if (isKnownZone(id) && !['GMT', 'UTC'].includes(id)) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: id, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short',
    }); // prettier-ignore
    zone = { format, offsets: new Map() };
  }
  zones.set(id, zone);
  return zone;
}

/** True for ids that Intl knows. */
export function isKnownZone(id: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: id });
    return true;
  } catch {
    // RangeError is Intl's way to say no.
    return false;
  }
}

/** Milliseconds to add to GMT for local time at that instant. */
export function offsetAt(ms: number, id: string): number {
  const zone = zoneOf(id);
  if (!zone) return 0;
  const quarter = Math.floor(ms / QUARTER);
  const known = zone.offsets.get(quarter);
  if (known !== undefined) return known;
  const start = quarter * QUARTER;
  const at: Record<string, string> = {};
  for (const part of zone.format.formatToParts(start)) at[part.type] = part.value;
  const year = at['era'] === 'BC' ? 1 - Number(at['year']) : Number(at['year']);
  const local = utc(year, Number(at['month']), Number(at['day'])) +
    ((Number(at['hour']) * 60 + Number(at['minute'])) * 60 + Number(at['second'])) * 1000; // prettier-ignore
  if (zone.offsets.size > 20_000) zone.offsets.clear();
  zone.offsets.set(quarter, local - start);
  return local - start;
}

/** The wall-clock time of an instant, as if it were GMT. */
export function localMs(ms: number, id: string): number {
  return ms + offsetAt(ms, id);
}

/** The instant of a wall-clock time. In a gap the clock is taken as before the change, in an overlap as the first of the two (Java). */
export function instantOf(local: number, id: string): number {
  const before = offsetAt(local - 86_400_000, id);
  const after = offsetAt(local + 86_400_000, id);
  if (before === after && offsetAt(local - before, id) === before) return local - before;
  for (const offset of [before, after]) if (offsetAt(local - offset, id) === offset) return local - offset;
  return local - before;
}

/** True when the offset at that instant is larger than the smallest of its year: daylight saving time. */
export function inDaylightTime(ms: number, id: string): boolean {
  const year = new Date(ms).getUTCFullYear();
  return offsetAt(ms, id) > Math.min(offsetAt(utc(year, 1, 1), id), offsetAt(utc(year, 7, 1), id));
}

/** Midnight GMT of a day; month and day overflow like a calendar's. Years below 100 are meant literally. */
export function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}
