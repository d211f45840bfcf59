import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { Tone } from 'c/provisioningStatusBadge';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

const STATUS: Readonly<Record<string, { label: string; theme: string; live: boolean }>> = {
  Queued: { label: labels.processStatusQueued, theme: '', live: true },
  Initializing: { label: labels.processStatusInitializing, theme: '', live: true },
  Processing: { label: labels.processStatusProcessing, theme: 'slds-badge_lightest', live: true },
  Finished: { label: labels.processStatusFinished, theme: 'slds-theme_success', live: false },
  Failed: { label: labels.processStatusFailed, theme: 'slds-theme_error', live: false },
  Cancelled: { label: labels.processStatusCancelled, theme: 'slds-theme_warning', live: false },
  Aborted: { label: labels.processStatusAborted, theme: 'slds-theme_error', live: false },
};

export const statusLabel = (status: string | null): string => STATUS[status ?? '']?.label ?? status ?? '';
export const statusTheme = (status: string | null): string => STATUS[status ?? '']?.theme ?? '';

/** True while the status can still change by itself. */
export const isLive = (process: { readonly status: string | null }): boolean => STATUS[process.status ?? '']?.live ?? false;

const SIGNS: Readonly<Record<string, { readonly icon: string; readonly tone: Tone }>> = {
  Queued: { icon: 'utility:clock', tone: 'neutral' },
  Initializing: { icon: 'utility:spinner', tone: 'info' },
  Processing: { icon: 'utility:sync', tone: 'info' },
  Parked: { icon: 'utility:pause', tone: 'warning' },
  Silent: { icon: 'utility:warning', tone: 'warning' },
  Finished: { icon: 'utility:success', tone: 'good' },
  WithFailures: { icon: 'utility:warning', tone: 'warning' },
  AllFailed: { icon: 'utility:error', tone: 'bad' },
  Failed: { icon: 'utility:error', tone: 'bad' },
  Aborted: { icon: 'utility:error', tone: 'bad' },
  Cancelled: { icon: 'utility:ban', tone: 'neutral' },
};

/** What a run is at: the word that mails and the bell have for it too, with a sign and how it is meant. */
export interface State {
  readonly word: string;
  readonly icon: string | null;
  readonly tone: Tone;
}

type Stateful = Pick<Apex.ProvisioningProcessView, 'status' | 'state' | 'stateText'>;

export function stateOf({ status, state, stateText }: Stateful): State {
  return { word: stateText ?? statusLabel(status), ...(SIGNS[state ?? status ?? ''] ?? { icon: null, tone: 'neutral' }) };
}

/** True while people are being worked on: not while it waits for its turn or for a decision, nor while it gives no sign of life. */
export const isMoving = ({ state }: Pick<Apex.ProvisioningProcessView, 'state'>): boolean => state === 'Processing';

const time = new Intl.DateTimeFormat(LOCALE, { timeZone: TIME_ZONE, hour: 'numeric', minute: '2-digit' });

/** Since when a run has given no sign of life, and what happens next; nothing for one that gives some. */
export function silenceText(
  { silentSince, revivalTime }: Pick<Apex.ProvisioningProcessView, 'silentSince' | 'revivalTime'>,
  now: number,
): string {
  if (!silentSince) return '';
  const since = format(labels.processSilentSince, time.format(Date.parse(silentSince)));
  const isAhead = Boolean(revivalTime) && Date.parse(revivalTime ?? '') > now;
  return isAhead ? `${since} ${format(labels.processSilentRevival, time.format(Date.parse(revivalTime ?? '')))}` : since;
}

const MODES: Readonly<Record<string, string>> = { Live: labels.processModeLive, DryRun: labels.runDryRun };
const SCOPES: Readonly<Record<string, string>> = {
  All: labels.processScopeAll,
  Selection: labels.processScopeSelection,
  Retry: labels.processScopeRetry,
  Leavers: labels.processScopeLeavers,
  Changes: labels.processScopeChanges,
  Deactivation: labels.processScopeDeactivation,
  Returns: labels.processScopeReturns,
  BringBack: labels.processScopeBringBack,
  BringBackLeavers: labels.processScopeBringBack,
  Links: labels.processScopeLinks,
};
const TRIGGERS: Readonly<Record<string, string>> = {
  API: labels.processTriggerAPI,
  Automatic: labels.processTriggerAutomatic,
  Manual: labels.processTriggerManual,
  Retry: labels.processTriggerRetry,
  Scheduled: labels.processTriggerScheduled,
};

export const modeLabel = (mode: string | null): string => MODES[mode ?? ''] ?? mode ?? '';
export const scopeLabel = (scope: string | null): string => SCOPES[scope ?? ''] ?? scope ?? '';
export const triggerLabel = (trigger: string | null): string => TRIGGERS[trigger ?? ''] ?? trigger ?? '';

/** Scopes that let people in who have a user. */
const LETTING_IN: ReadonlySet<string> = new Set(['Returns', 'BringBack', 'BringBackLeavers']);

/** What it means in this scope that a user was updated. */
export function updatedLabel(scope: string | null): string {
  return LETTING_IN.has(scope ?? '') ? labels.outcomeLetIn : labels.outcomeUpdated;
}
export function updatedText(scope: string | null, people: string): string {
  return LETTING_IN.has(scope ?? '') ? format(labels.processesLetIn, people) : people;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}
const choicesOf = (known: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(known).map(([value, label]) => ({ value, label }));

/** What lists of runs can be narrowed to, by the names of the API. */
export const endedChoices = choicesOf(
  Object.fromEntries(
    Object.entries(STATUS)
      .filter(([, { live }]) => !live)
      .map(([value, { label }]) => [value, label]),
  ),
);
export const scopeChoices = choicesOf(SCOPES);
export const triggerChoices = choicesOf(TRIGGERS);
