import type { TableRow } from 'c/provisioningRecordTable';
import { appScopeLabel, canOpenRuns, processReference } from 'c/provisioningAppTexts';
import { modeLabel, statusLabel, triggerLabel } from 'c/provisioningProcessTexts';
import { format } from 'c/provisioningTexts';
import type { Tone } from 'c/provisioningStatusBadge';
import { labels } from './labels';

export { canOpenRuns };

const TONES: Readonly<Record<string, Tone>> = { Finished: 'good', Failed: 'bad', Aborted: 'bad', Cancelled: 'warning' };

export const COLUMNS = [
  { name: 'run', label: labels.processName },
  { name: 'status', label: labels.processStatus },
  { name: 'scope', label: labels.processScope },
  { name: 'progress', label: labels.processProgress },
  { name: 'by', label: labels.processStartedBy },
  { name: 'started', label: labels.processStarted },
];

/** Runs that go through accounts there, who has them or not; all others go through people. */
const OF_ACCOUNTS: ReadonlySet<string> = new Set([
  'AppCollect',
  'AppAnalyze',
  'AppCommit',
  'AppUpdateAccounts',
  'AppPushAccounts',
  'AppUnlinkAccounts',
  'AppIgnoreAccounts',
  'AppAdoptAccounts',
]);

/** What the run did, those parts that there are. */
function resultText({ created, linked, updated, skipped, failed }: Apex.ProvisioningProcessView): string {
  const parts: readonly (readonly [string, number | null])[] = [
    [labels.appsProcessesCreated, created],
    [labels.appsAccountsLinked, linked],
    [labels.appsProcessesUpdated, updated],
    [labels.appsProcessesSkipped, skipped],
    [labels.appsRequestsFailed, failed],
  ];
  return parts
    .filter(([, many]) => (many ?? 0) > 0)
    .map(([label, many]) => format(label, many))
    .join(', ');
}

/** A run of an app as a row; it leads to the run's own page for whoever may see it. */
export function rowOf(process: Apex.ProvisioningProcessView): TableRow {
  const done = format(
    OF_ACCOUNTS.has(process.scope ?? '') ? labels.appsProcessesAccounts : labels.processPeople,
    process.processed ?? 0,
    process.total ?? 0,
  );
  return {
    id: process.id ?? '',
    label: process.name ?? '',
    cells: {
      run: {
        text: process.name,
        reference: processReference(process.id),
      },
      status: { text: statusLabel(process.status), badge: true, tone: TONES[process.status ?? ''] ?? 'info' },
      scope: { text: appScopeLabel(process.scope), second: process.mode === 'DryRun' ? modeLabel(process.mode) : null },
      progress: { text: done, second: process.statusMessage ?? resultText(process) },
      by: { text: triggerLabel(process.startedBy), second: process.requestedBy },
      started: { moment: process.startTime },
    },
  };
}
