import { LightningElement, api } from 'lwc';
import { count, format } from 'c/provisioningTexts';
import { scopeLabel, stateOf, triggerLabel, updatedText } from 'c/provisioningProcessTexts';
import { labels } from './labels';

/** Runs in a table, each with a link to its detail. */
export default class ProvisioningProcessList extends LightningElement {
  @api processes: readonly Apex.ProvisioningProcessView[] = [];
  readonly labels = labels;

  get rows() {
    return this.processes.map((process) => ({
      id: process.id,
      name: process.name,
      state: stateOf(process),
      isDryRun: process.mode === 'DryRun',
      people: format(labels.processPeople, process.processed ?? 0, process.total ?? 0),
      created: count(process.created),
      linked: count(process.linked),
      updated: updatedText(process.scope, count(process.updated)),
      failed: count(process.failed),
      scope: scopeLabel(process.scope),
      startedBy: triggerLabel(process.startedBy),
      requestedBy: process.requestedBy,
      startTime: process.startTime,
      reference: {
        type: 'standard__navItemPage',
        attributes: { apiName: 'View_Processes' },
        state: { c__process: process.id ?? undefined },
      },
    }));
  }
}
