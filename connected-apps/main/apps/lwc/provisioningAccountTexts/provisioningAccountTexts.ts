import { format } from 'c/provisioningTexts';
import type { Tone } from 'c/provisioningStatusBadge';
import { labels } from './labels';

/** A word with its sign. */
export interface Look {
  readonly label: string;
  readonly icon: string;
  readonly tone: Tone;
}

const LINKS: Readonly<Record<string, Look>> = {
  linked: { label: labels.appsLinkLinked, icon: 'utility:link', tone: 'good' },
  orphaned: { label: labels.appsLinkOrphaned, icon: 'utility:unlinked', tone: 'warning' },
  duplicate: { label: labels.appsLinkDuplicate, icon: 'utility:copy', tone: 'bad' },
  ignored: { label: labels.appsLinkIgnored, icon: 'utility:dash', tone: 'neutral' },
};
const STATUSES: Readonly<Record<string, Look>> = {
  Active: { label: labels.appsStatusActive, icon: 'utility:success', tone: 'good' },
  Deactivated: { label: labels.appsStatusDeactivated, icon: 'utility:dash', tone: 'neutral' },
  Deleted: { label: labels.appsStatusDeleted, icon: 'utility:ban', tone: 'neutral' },
};
const DRIFT: Readonly<Record<string, Look>> = {
  ATTRIBUTES: { label: labels.appsDriftAttributes, icon: 'utility:warning', tone: 'warning' },
  MISSING: { label: labels.appsDriftMissing, icon: 'utility:info', tone: 'neutral' },
  ACTIVE_THERE: { label: labels.appsDriftActiveThere, icon: 'utility:ban', tone: 'bad' },
  UNKNOWN: { label: labels.appsDriftUnknown, icon: 'utility:info', tone: 'neutral' },
};
const REASONS: Readonly<Record<string, string>> = {
  SAME_LINK: labels.appsWhySameLink,
  SAME_EMAIL: labels.appsWhySameEmail,
  SAME_USERNAME: labels.appsWhySameUsername,
  SAME_LAST_NAME: labels.appsWhySameLastName,
  SAME_FIRST_NAME: labels.appsWhySameFirstName,
  FIRST_NAME_ALIKE: labels.appsWhyFirstNameAlike,
  EMAIL_DIFFERS: labels.appsWhyEmailDiffers,
  FIRST_NAME_DIFFERS: labels.appsWhyFirstNameDiffers,
  USER_INACTIVE: labels.appsWhyUserInactive,
  HAS_ACCOUNT: labels.appsWhyHasAccount,
};
/** Reasons that speak against somebody. */
const AGAINST = new Set(['EMAIL_DIFFERS', 'FIRST_NAME_DIFFERS', 'USER_INACTIVE', 'HAS_ACCOUNT']);

const plain = (code: string | null): Look => ({ label: code ?? '', icon: 'utility:dash', tone: 'neutral' });

export const DRIFT_KINDS = ['ATTRIBUTES', 'MISSING', 'ACTIVE_THERE', 'UNKNOWN'] as const;
export const linkLook = (state: string | null): Look => LINKS[state ?? ''] ?? plain(state);
export const accountStatusLook = (status: string | null): Look => STATUSES[status ?? ''] ?? plain(status);
export const driftLook = (kind: string | null): Look => DRIFT[kind ?? ''] ?? plain(kind);
export const reasonLabel = (code: string): string => REASONS[code] ?? code;
export const isAgainst = (code: string): boolean => AGAINST.has(code);

/** What became of several rows, in one sentence; the first reason stands for those that failed. */
export function rowsText(rows: readonly Apex.AppRowResult[]): string {
  const many = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length;
  const done = format(labels.appsRowsDone, many('Done'), many('Unchanged'));
  const failed = rows.find((row) => row.outcome === 'Failed');
  return failed ? `${done} ${format(labels.appsRowsFailed, many('Failed'), failed.message ?? '')}` : done;
}
