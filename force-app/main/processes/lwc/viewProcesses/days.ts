import TIME_ZONE from '@salesforce/i18n/timeZone';

const DAY = 86_400_000;
/** The form in which the server takes a day, in the reader's time zone: it begins there at midnight. */
const iso = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The first of so many days, of which today is the last. */
export const firstOf = (days: number, now: number): string => iso.format(now - (days - 1) * DAY);
