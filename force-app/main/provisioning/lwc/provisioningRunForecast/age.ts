import LOCALE from '@salesforce/i18n/locale';

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago the moment is, in the reader's language: the largest unit of which a whole one has passed, minutes at least. */
export function ageOf(moment: string, now: number): string {
  const passed = Math.max(now - Date.parse(moment), 0);
  const [unit, size] = UNITS.find(([, length]) => passed >= length) ?? ['minute', 60_000];
  return relative.format(-Math.floor(passed / size), unit);
}
