import type { Bar } from 'c/provisioningChartBars';
import type { ChartRow } from 'c/provisioningChartFrame';
import { format } from 'c/provisioningTexts';
import { dateText } from './facts';
import { labels } from './labels';

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
