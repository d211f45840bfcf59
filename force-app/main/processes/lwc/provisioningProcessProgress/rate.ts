import LOCALE from '@salesforce/i18n/locale';
import { isMoving } from 'c/provisioningProcessTexts';

const MINUTE = 60_000;
/** Times come in whole seconds: below this a rate would be a guess. */
const SHORT = 5000;

export interface Progress {
  /** 0 to 100, whole. */
  readonly percent: number;
  /** People per minute; null before the first is done and while the run stands. */
  readonly perMinute: number | null;
  /** Whole minutes until the end at this rate, 0 for less than one; null when it cannot be told. */
  readonly minutesLeft: number | null;
}

type Numbers = Pick<Apex.ProvisioningProcessView, 'total' | 'processed' | 'startTime' | 'endTime' | 'paceSince' | 'paceDone' | 'state'>;

/**
 * How far a run is and how fast it goes since it was last taken up. What stands still has no speed and no end. `now` in milliseconds
 * since 1970.
 */
export function progressOf(process: Numbers, now: number): Progress {
  const total = process.total ?? 0;
  const done = Math.min(process.processed ?? 0, total);
  const percent = total === 0 ? (process.endTime ? 100 : 0) : Math.floor((done / total) * 100);
  const end = process.endTime ? Date.parse(process.endTime) : now;
  const since = process.paceSince ?? process.startTime;
  const elapsed = since ? end - Date.parse(since) : 0;
  const people = done - (process.paceDone ?? 0);
  const stands = !process.endTime && !isMoving(process);
  if (stands || people <= 0 || elapsed < SHORT) return { percent, perMinute: null, minutesLeft: null };
  const perMinute = (people / elapsed) * MINUTE;
  const minutesLeft = process.endTime || done === total ? null : Math.floor((total - done) / perMinute);
  return { percent, perMinute: Math.round(perMinute), minutesLeft };
}

const shares = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
/** The least that is written of a share above nothing. */
const LEAST = 0.001;

/** A share in words: none above 0 is written as 0. */
export function percentOf(people: number, all: number): string {
  if (people === 0 || all === 0) return shares.format(0);
  const share = people / all;
  return share < LEAST ? `< ${shares.format(LEAST)}` : shares.format(share);
}
