import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { ChartColumn } from 'c/provisioningChartColumns';
import type { ChartRow } from 'c/provisioningChartFrame';
import type { Share } from 'c/provisioningCharts';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Run = Apex.ProvisioningProcessView;

const day = new Intl.DateTimeFormat(LOCALE, { timeZone: TIME_ZONE, day: 'numeric', month: 'short' });

/** The columns of the table. */
export const HEADINGS = [
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
export const columnsOf = (runs: readonly Run[]): readonly ChartColumn[] =>
  [...runs].reverse().map((run) => ({
    name: run.id ?? '',
    label: run.startTime ? day.format(Date.parse(run.startTime)) : '',
    note: (run.name ?? '').replace(/-0+/, '-'),
    parts: outcomesOf(run),
  }));
export const rowsOf = (runs: readonly Run[]): readonly ChartRow[] =>
  runs.map((run) => ({ name: run.id ?? '', label: run.name ?? '', values: outcomesOf(run).map(({ value }) => value) }));
export const textOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => `${run.name}: ${format(labels.overviewOutcomes, run.created, run.linked, run.updated, run.skipped, run.failed)}`)
    .join('; ');
