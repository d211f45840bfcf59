import type { Bar } from 'c/provisioningChartBars';
import type { ChartColumn } from 'c/provisioningChartColumns';
import type { ChartRow } from 'c/provisioningChartFrame';
import type { Share } from 'c/provisioningCharts';
import { format } from 'c/provisioningTexts';
import { dateText, dayOf } from './facts';
import { labels } from './labels';

type Run = Apex.ProvisioningProcessView;

export const causeBars = (causes: readonly Apex.RunCauseView[]): readonly Bar[] =>
  causes.map(({ cause, label, count, howToFix }) => ({
    name: cause ?? '',
    label: label ?? '',
    value: count ?? 0,
    note: howToFix,
    series: 'failed',
  }));
export const causeRows = (causes: readonly Apex.RunCauseView[]): readonly ChartRow[] =>
  causes.map(({ cause, label, count }) => ({ name: cause ?? '', label: label ?? '', values: [count ?? 0] }));

export const OUTCOMES = [
  labels.overviewRun,
  labels.outcomeCreated,
  labels.outcomeLinked,
  labels.outcomeUpdated,
  labels.outcomeSkipped,
  labels.outcomeFailed,
];

export function outcomesOf({ created, linked, updated, skipped, failed }: Run): readonly Share[] {
  return [
    { name: 'created', label: labels.outcomeCreated, value: created ?? 0, series: 'created' },
    { name: 'linked', label: labels.outcomeLinked, value: linked ?? 0, series: 'linked' },
    { name: 'updated', label: labels.outcomeUpdated, value: updated ?? 0, series: 'updated' },
    { name: 'skipped', label: labels.outcomeSkipped, value: skipped ?? 0, series: 'skipped' },
    { name: 'failed', label: labels.outcomeFailed, value: failed ?? 0, series: 'failed' },
  ];
}

/** The newest first become columns from the oldest on. */
export const runColumns = (runs: readonly Run[]): readonly ChartColumn[] =>
  [...runs].reverse().map((run) => ({
    name: run.id ?? '',
    label: dayOf(run.startTime),
    note: (run.name ?? '').replace(/-0+/, '-'),
    parts: outcomesOf(run),
  }));
export const runRows = (runs: readonly Run[]): readonly ChartRow[] =>
  runs.map((run) => ({ name: run.id ?? '', label: run.name ?? '', values: outcomesOf(run).map(({ value }) => value) }));
export const runsText = (runs: readonly Run[]): string =>
  runs
    .map((run) => `${run.name}: ${format(labels.overviewOutcomes, run.created, run.linked, run.updated, run.skipped, run.failed)}`)
    .join('; ');

export interface Fact {
  readonly label: string;
  readonly text: string;
}

export function monthFacts({ runs, created, linked, updated, failed, settled }: Apex.ProvisioningOverviewMonth): readonly Fact[] {
  const fact = (label: string, value: number | null) => ({ label, text: format('{0}', value) });
  return [
    fact(labels.overviewRuns, runs),
    fact(labels.overviewMonthCreated, created),
    fact(labels.overviewMonthLinked, linked),
    fact(labels.overviewMonthUpdated, updated),
    { label: labels.overviewMonthSettled, text: format(labels.overviewMonthSettledText, settled, failed) },
  ];
}

/** Failures that nobody had settled, day by day. */
export function unresolvedOf({ firstDay, unresolved }: Apex.ProvisioningOverviewMonth) {
  const from = dateText(firstDay);
  const today = unresolved?.at(-1) ?? 0;
  return {
    points: unresolved ?? [],
    from,
    to: format(labels.overviewToday, today),
    text: format(labels.overviewUnresolvedText, unresolved?.[0] ?? 0, from, today),
  };
}
