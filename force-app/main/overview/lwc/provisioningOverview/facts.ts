import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Overview = Apex.ProvisioningOverview;

const day = new Intl.DateTimeFormat(LOCALE, { timeZone: TIME_ZONE, day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat(LOCALE, { timeZone: TIME_ZONE, hour: 'numeric', minute: '2-digit', second: '2-digit' });
/** A day has no time zone: it is the same day everywhere. */
const bareDay = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: 'numeric', month: 'short' });

export const dayOf = (moment: string | null): string => (moment ? day.format(Date.parse(moment)) : '');
export const timeOf = (moment: number): string => time.format(moment);
export const dateText = (date: string | null): string => (date ? bareDay.format(Date.parse(date)) : '');

const HOUR = 60;
const DAY = 24 * HOUR;

/** As exact as it matters: minutes, then hours, then days. */
export function durationText(minutes: number): string {
  if (minutes < 1) return labels.overviewUnderMinute;
  if (minutes < 2 * HOUR) return format(labels.overviewMinutes, minutes);
  return minutes < 2 * DAY
    ? format(labels.overviewHours, Math.round(minutes / HOUR))
    : format(labels.overviewDays, Math.round(minutes / DAY));
}

export const versionText = ({ versionNumber, savedAt, savedBy }: Overview): string =>
  format(labels.overviewVersion, versionNumber, dayOf(savedAt), savedBy);

/** What the page is about, below its name. */
export function subtitleOf(overview: Overview): string {
  if (!overview.hasSettings) return overview.sourceLabel ?? '';
  const automatic = overview.isAutomatic ? labels.overviewAutomaticOn : labels.overviewAutomaticOff;
  return [overview.sourceLabel, versionText(overview), automatic].filter(Boolean).join(' · ');
}
