import { scopeLabel, stateOf, triggerLabel, updatedText } from 'c/provisioningProcessTexts';
import { outcomesOf } from 'c/provisioningChartRuns';
import type { Column, RowAction, TableRow } from 'c/provisioningRecordTable';
import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

type Run = Apex.ProvisioningProcessView;

/** What can be done with a run from the list, by the name that `rowaction` tells. */
export type Wish = 'open' | 'retry' | 'resume' | 'runForReal' | 'export';

export const COLUMNS: readonly Column[] = [
  { name: 'name', label: labels.processName },
  { name: 'status', label: labels.processStatus },
  { name: 'scope', label: labels.processScope },
  { name: 'progress', label: labels.processProgress },
  { name: 'created', label: labels.outcomeCreated },
  { name: 'linked', label: labels.outcomeLinked },
  { name: 'updated', label: labels.outcomeUpdated },
  { name: 'failed', label: labels.outcomeFailed },
  { name: 'startedBy', label: labels.processStartedBy },
  { name: 'started', label: labels.processStarted },
];

/** A run that has ended, as the table shows it. */
export function rowOf(run: Run): TableRow {
  const { word, icon, tone } = stateOf(run);
  return {
    id: run.id ?? '',
    label: run.name ?? '',
    cells: {
      name: { text: run.name, reference: pageOf(run) },
      status: { text: word, icon, tone, badge: true, second: run.mode === 'DryRun' ? labels.runDryRun : null },
      scope: { text: scopeLabel(run.scope), second: run.parentName },
      progress: { text: format(labels.processPeople, run.processed ?? 0, run.total ?? 0), bar: outcomesOf(run) },
      created: { text: count(run.created) },
      linked: { text: count(run.linked) },
      updated: { text: updatedText(run.scope, count(run.updated)) },
      failed: { text: count(run.failed) },
      startedBy: { text: triggerLabel(run.startedBy), second: run.requestedBy },
      started: { moment: run.startTime },
    },
    actions: actionsOf(run),
  };
}

/** Only what whoever looks may do; to look and to take a file home is everybody's who sees the list. */
function actionsOf(run: Run): readonly RowAction[] {
  const some: readonly (readonly [Wish, string, boolean])[] = [
    ['open', labels.processesOpen, true],
    ['retry', labels.processesRetryFailed, run.canRetry === true],
    ['resume', labels.processResume, run.canResume === true],
    ['runForReal', labels.processRunForReal, run.canRunForReal === true],
    ['export', labels.consoleExport, true],
  ];
  return some.filter(([, , may]) => may).map(([name, label]) => ({ name, label }));
}

export const pageOf = ({ id }: Pick<Run, 'id'>) => ({
  type: 'standard__navItemPage',
  attributes: { apiName: 'View_Processes' },
  state: { c__process: id ?? undefined },
});
