import type { PageReference } from 'lightning/navigation';
import mayOpenRuns from '@salesforce/customPermission/View_Provisioning';
import { count, format } from 'c/provisioningTexts';
import type { Share } from 'c/provisioningCharts';
import type { Tone } from 'c/provisioningStatusBadge';
import { labels } from './labels';

/** A state as icon and word. */
export interface StateLook {
  readonly label: string;
  readonly icon: string | null;
  readonly tone: Tone;
}

const STATES: Readonly<Record<string, StateLook>> = {
  On: { label: labels.appsStateOn, icon: 'utility:success', tone: 'good' },
  Off: { label: labels.appsStateOff, icon: 'utility:dash', tone: 'neutral' },
  Setup: { label: labels.appsStateSetup, icon: 'utility:settings', tone: 'info' },
  Paused: { label: labels.appsStatePaused, icon: 'utility:pause', tone: 'warning' },
  Stopped: { label: labels.appsStateStopped, icon: 'utility:ban', tone: 'bad' },
  NotPossible: { label: labels.appsStateNotPossible, icon: 'utility:dash', tone: 'neutral' },
};
const KINDS: Readonly<Record<string, string>> = {
  ConnectedApp: labels.appsKindConnectedApp,
  Target: labels.appsKindTarget,
  ExternalClientApp: labels.appsKindExternalClientApp,
};
const ENGINES: Readonly<Record<string, string>> = { Package: labels.appsEnginePackage, Platform: labels.appsEnginePlatform };
const SCOPES: Readonly<Record<string, string>> = {
  AppRequests: labels.appsScopeRequests,
  AppRetry: labels.appsScopeRetry,
  AppCollect: labels.appsScopeCollect,
  AppAnalyze: labels.appsScopeAnalyze,
  AppCommit: labels.appsScopeCommit,
  AppProcessAll: labels.appsScopeProcessAll,
  AppPush: labels.appsScopePush,
  AppUpdateAccounts: labels.appsScopeUpdate,
  AppPushAccounts: labels.appsScopePushMatching,
  AppUnlinkAccounts: labels.appsScopeUnlink,
  AppIgnoreAccounts: labels.appsScopeIgnore,
  AppAdoptAccounts: labels.appsScopeAdopt,
};

export const stateLook = (state: string | null): StateLook => STATES[state ?? ''] ?? { label: state ?? '', icon: null, tone: 'neutral' };
export const kindLabel = (kind: string | null): string => KINDS[kind ?? ''] ?? kind ?? '';
export const engineLabel = (engine: string | null): string => ENGINES[engine ?? ''] ?? engine ?? '';
export const appScopeLabel = (scope: string | null): string => SCOPES[scope ?? ''] ?? scope ?? '';

type Counts = Readonly<Record<string, number>> | null;

/** How many requests have not ended. */
export const openRequests = (requests: Counts): number => (requests?.New ?? 0) + (requests?.Requested ?? 0) + (requests?.ToApprove ?? 0);

/** Accounts by link state in words, those that there are. */
export function accountsText(accounts: Counts): string {
  return worded(labels.appsAccountsNone, [
    [labels.appsAccountsLinked, accounts?.linked],
    [labels.appsAccountsOrphaned, accounts?.orphaned],
    [labels.appsAccountsDuplicate, accounts?.duplicate],
    [labels.appsAccountsIgnored, accounts?.ignored],
  ]);
}

/** The same accounts as shares of a bar; none where there are none. */
export function sharesOf(accounts: Counts): readonly Share[] | null {
  const shares: readonly Share[] = [
    { name: 'linked', value: accounts?.linked ?? 0, series: 'created' },
    { name: 'orphaned', value: accounts?.orphaned ?? 0, series: 'waiting' },
    { name: 'duplicate', value: accounts?.duplicate ?? 0, series: 'failed' },
    { name: 'ignored', value: accounts?.ignored ?? 0, series: 'skipped' },
  ];
  return shares.some(({ value }) => value > 0) ? shares : null;
}

/** Requests in words, what needs somebody first. */
export function requestsText(requests: Counts): string {
  return worded(labels.appsRequestsNone, [
    [labels.appsRequestsFailed, requests?.Failed],
    [labels.appsRequestsToApprove, requests?.ToApprove],
    [labels.appsRequestsWait, (requests?.New ?? 0) + (requests?.Requested ?? 0)],
  ]);
}

function worded(none: string, parts: readonly (readonly [string, number | undefined])[]): string {
  const some = parts.filter(([, many]) => (many ?? 0) > 0).map(([label, many]) => format(label, many ?? 0));
  return some.length === 0 ? none : some.join(', ');
}

/** Whether the reader may open the page of a run. */
export const canOpenRuns = Boolean(mayOpenRuns);

/** Where the page of a run is; null for who may not open it. */
export function processReference(id: string | null): PageReference | null {
  return canOpenRuns
    ? { type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' }, state: { c__process: id ?? undefined } }
    : null;
}

/** What became of a decision about all that match, with what its run has to say. */
export function decidedText({ name, updated, skipped, failed, statusMessage }: Apex.ProvisioningProcessView): string {
  const numbers = format(labels.appsForAllDone, name ?? '', count(updated ?? 0), count((skipped ?? 0) + (failed ?? 0)));
  return `${numbers} ${statusMessage ?? ''}`.trim();
}
