import type { Bar } from 'c/provisioningChartBars';
import type { ChartRow } from 'c/provisioningChartFrame';
import { format } from 'c/provisioningTexts';
import { dateText, durationText } from './facts';
import { labels } from './labels';
import { peoplePage } from './pages';

/** Causes that are drawn; the table has all of them. */
const DRAWN = 5;

export const causeBars = (causes: readonly Apex.RunCauseView[]): readonly Bar[] =>
  causes.slice(0, DRAWN).map(({ cause, label, count, howToFix }) => ({
    name: cause ?? '',
    label: label ?? '',
    value: count ?? 0,
    note: howToFix,
    series: 'failed',
    reference: peoplePage('Waiting', 'Failed', cause ?? undefined),
  }));
/** How many more there are than are drawn, in words; nothing where all are. */
export function moreCauses(causes: readonly Apex.RunCauseView[]): string {
  return causes.length > DRAWN ? format(labels.overviewMoreCauses, causes.length - DRAWN) : '';
}
export const causeRows = (causes: readonly Apex.RunCauseView[]): readonly ChartRow[] =>
  causes.map(({ cause, label, count }) => ({ name: cause ?? '', label: label ?? '', values: [count ?? 0] }));

export interface Fact {
  readonly label: string;
  readonly text: string;
}

export function monthFacts({
  runs,
  created,
  linked,
  updated,
  failed,
  settled,
  medianMinutes,
}: Apex.ProvisioningOverviewMonth): readonly Fact[] {
  const fact = (label: string, value: number | null) => ({ label, text: format('{0}', value) });
  return [
    fact(labels.overviewRuns, runs),
    fact(labels.overviewMonthCreated, created),
    fact(labels.overviewMonthLinked, linked),
    fact(labels.overviewMonthUpdated, updated),
    { label: labels.overviewMonthSettled, text: format(labels.overviewMonthSettledText, settled, failed) },
    ...(medianMinutes === null ? [] : [{ label: labels.overviewMedian, text: durationText(medianMinutes) }]),
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
