import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import type { Share } from 'c/provisioningCharts';
import { progressOf } from 'c/provisioningProcessProgress';
import { scopeLabel, silenceText, stateOf } from 'c/provisioningProcessTexts';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Run = Apex.ProvisioningProcessView;

/** The runs that have not ended: those that have begun with their progress, then those that wait for their turn. */
export default class ProvisioningRunningCard extends LightningElement {
  @api runs: readonly Run[] = [];
  /** Scopes of the runs that start by themselves every night. */
  @api nightly: readonly string[] = [];
  readonly labels = labels;

  get begun() {
    return this.runs.filter(hasBegun).map((run) => ({
      ...named(run),
      silence: silenceText(run, Date.now()),
      parts: partsOf(run),
      total: run.total,
      done: format(labels.overviewDone, run.processed, run.total),
      timeLeft: timeLeftOf(run),
      outcomes: outcomesOf(run),
    }));
  }
  get waiting() {
    return this.runs.filter((run) => !hasBegun(run)).map((run) => ({ ...named(run), text: run.waitsFor ?? stateOf(run).word }));
  }
  get isIdle(): boolean {
    return this.runs.length === 0;
  }
  get nights() {
    return this.nightly.map((scope) => ({ scope, text: format(labels.overviewNightly, scopeLabel(scope)) }));
  }
  get hasNext(): boolean {
    return this.waiting.length + this.nightly.length > 0;
  }
}

const hasBegun = (run: Run): boolean => run.startTime !== null;

function named(run: Run) {
  const page: PageReference = {
    type: 'standard__navItemPage',
    attributes: { apiName: 'View_Processes' },
    state: { c__process: run.id ?? '' },
  };
  const { word, icon, tone } = stateOf(run);
  return { id: run.id, name: run.name, scope: scopeLabel(run.scope), page, word, icon, tone };
}

function partsOf({ created, linked, updated, skipped, failed }: Run): readonly Share[] {
  return [
    { name: 'created', value: created ?? 0, series: 'created' },
    { name: 'linked', value: linked ?? 0, series: 'linked' },
    { name: 'updated', value: updated ?? 0, series: 'updated' },
    { name: 'skipped', value: skipped ?? 0, series: 'skipped' },
    { name: 'failed', value: failed ?? 0, series: 'failed' },
  ];
}

function outcomesOf({ created, linked, updated, skipped, failed }: Run): string {
  return format(labels.overviewOutcomes, created, linked, updated, skipped, failed);
}

function timeLeftOf(run: Run): string {
  const { minutesLeft } = progressOf(run, Date.now());
  if (minutesLeft === null) return '';
  return minutesLeft === 0 ? labels.processAlmostDone : format(labels.processTimeLeft, minutesLeft);
}
