import { ApexException } from '../kernel/exceptions';

/** A parsed cron expression of System.schedule: seconds minutes hours day-of-month month day-of-week [year]. */
export interface Cron {
  readonly second: readonly number[];
  readonly minute: readonly number[];
  readonly hour: readonly number[];
  readonly dayOfMonth: DayRule;
  readonly month: readonly number[];
  readonly dayOfWeek: WeekRule;
  /** Null: every year. */
  readonly years: readonly number[] | null;
}
type DayRule =
  | { readonly kind: 'any' }
  | { readonly kind: 'days'; readonly days: readonly number[] }
  | { readonly kind: 'last' }
  | { readonly kind: 'weekday'; readonly day: number };
type WeekRule =
  | { readonly kind: 'any' }
  | { readonly kind: 'days'; readonly days: readonly number[] }
  | { readonly kind: 'last'; readonly day: number }
  | { readonly kind: 'nth'; readonly day: number; readonly nth: number };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** Last year that an expression may name. */
const LAST_YEAR = 2099;

/** Throws System.StringException with the platform's text for expressions that it refuses. */
export function parseCron(text: string): Cron {
  const parts = text.trim().toUpperCase().split(/\s+/);
  const [second, minute, hour, dayOfMonth, month, dayOfWeek, year] = parts;
  if (parts.length < 6 || parts.length > 7) throw refused(`Illegal cron expression format (${text})`);
  if (!/^\d+$/.test(second ?? '') || !/^\d+$/.test(minute ?? '')) {
    throw refused('Seconds and minutes must be specified as integers: ' + text);
  }
  if ((dayOfMonth === '?') === (dayOfWeek === '?') && dayOfMonth === '?') {
    throw refused("'?' can only be specified for Day-of-Month -OR- Day-of-Week.");
  }
  return {
    second: values(second, 0, 59),
    minute: values(minute, 0, 59),
    hour: values(hour, 0, 23),
    dayOfMonth: dayRule(dayOfMonth ?? '*'),
    month: values(month, 1, 12, MONTHS, 1),
    dayOfWeek: weekRule(dayOfWeek ?? '?'),
    years: year === undefined || year === '*' ? null : values(year, 1970, LAST_YEAR),
  };
}

function refused(message: string): ApexException {
  return new ApexException('System.StringException', message);
}

/** A field as a sorted list: `*`, `a`, `a-b`, `a,b`, `a/n`, names where given. */
function values(field: string | undefined, min: number, max: number, names: readonly string[] = [], base = 0): number[] {
  const found = new Set<number>();
  for (const part of (field ?? '').split(',')) {
    const [range, step] = part.split('/');
    const [low, high] = bounds(range ?? '', min, max, names, base, step !== undefined);
    const by = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(by) || by < 1) throw refused(`Illegal increment in cron expression: ${part}`);
    for (let value = low; value <= high; value += by) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

function bounds(range: string, min: number, max: number, names: readonly string[], base: number, stepped: boolean): [number, number] {
  if (range === '*' || range === '?') return [min, max];
  const ends = range.split('-').map((end) => (names.includes(end) ? names.indexOf(end) + base : /^\d+$/.test(end) ? Number(end) : NaN));
  const low = ends[0] ?? NaN;
  const high = ends.length > 1 ? (ends[1] ?? NaN) : stepped ? max : low;
  if (!(low >= min && high <= max && low <= high)) throw refused(`Illegal value in cron expression: ${range}`);
  return [low, high];
}

function dayRule(field: string): DayRule {
  if (field === '*' || field === '?') return { kind: 'any' };
  if (field === 'L') return { kind: 'last' };
  const weekday = /^(\d+)W$/.exec(field);
  return weekday ? { kind: 'weekday', day: Number(weekday[1]) } : { kind: 'days', days: values(field, 1, 31) };
}

function weekRule(field: string): WeekRule {
  if (field === '*' || field === '?') return { kind: 'any' };
  const special = /^([A-Z]{3}|\d)(?:(L)|#(\d))$/.exec(field);
  if (!special) return { kind: 'days', days: values(field, 1, 7, DAYS, 1) };
  const day = values(special[1], 1, 7, DAYS, 1)[0] ?? 1;
  return special[2] ? { kind: 'last', day } : { kind: 'nth', day, nth: Number(special[3]) };
}

/** First instant after `after` (milliseconds) that matches, read in an IANA time zone; null when there is none. */
export function nextFireTime(cron: Cron, after: number, zone: string): number | null {
  const start = localParts(after + 1000, zone);
  for (let offset = 0; ; offset++) {
    const day = new Date(Date.UTC(start.year, start.month - 1, start.day + offset));
    if (day.getUTCFullYear() > LAST_YEAR) return null;
    if (!dayMatches(cron, day)) continue;
    const at = firstTimeOfDay(cron, day, after, zone);
    if (at !== null) return at;
  }
}

function firstTimeOfDay(cron: Cron, day: Date, after: number, zone: string): number | null {
  for (const hour of cron.hour) {
    for (const minute of cron.minute) {
      for (const second of cron.second) {
        const at = toInstant(day, hour, minute, second, zone);
        if (at > after) return at;
      }
    }
  }
  return null;
}

function dayMatches(cron: Cron, day: Date): boolean {
  const year = day.getUTCFullYear();
  const month = day.getUTCMonth();
  const date = day.getUTCDate();
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  if (cron.years && !cron.years.includes(year)) return false;
  if (!cron.month.includes(month + 1)) return false;
  const weekDay = day.getUTCDay() + 1;
  return monthDayMatches(cron.dayOfMonth, day, last) && weekDayMatches(cron.dayOfWeek, weekDay, date, last);
}

function monthDayMatches(rule: DayRule, day: Date, last: number): boolean {
  const date = day.getUTCDate();
  if (rule.kind === 'any') return true;
  if (rule.kind === 'last') return date === last;
  if (rule.kind === 'days') return rule.days.includes(date);
  const wanted = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), Math.min(rule.day, last)));
  const weekDay = wanted.getUTCDay();
  const shift = weekDay === 6 ? (rule.day === 1 ? 2 : -1) : weekDay === 0 ? (rule.day >= last ? -2 : 1) : 0;
  return date === wanted.getUTCDate() + shift;
}

function weekDayMatches(rule: WeekRule, weekDay: number, date: number, last: number): boolean {
  if (rule.kind === 'any') return true;
  if (rule.kind === 'days') return rule.days.includes(weekDay);
  if (weekDay !== rule.day) return false;
  return rule.kind === 'last' ? date + 7 > last : Math.ceil(date / 7) === rule.nth;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(ms: number, zone: string): Parts {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(ms).map((part) => [part.type, Number(part.value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute'), second: of('second') };
}

/** Wall-clock time in a zone as an instant. In the hour that a clock change skips, the time after it. */
function toInstant(day: Date, hour: number, minute: number, second: number, zone: string): number {
  const wanted = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour, minute, second);
  let at = wanted;
  for (let pass = 0; pass < 2; pass++) {
    const shown = localParts(at, zone);
    at += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
  }
  return at;
}
