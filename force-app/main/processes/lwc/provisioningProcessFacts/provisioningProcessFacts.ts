import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import { modeLabel, scopeLabel, triggerLabel } from 'c/provisioningProcessTexts';
import { labels } from './labels';

interface Fact {
  readonly label: string;
  readonly text: string | null;
  readonly time: string | null;
  readonly page?: PageReference;
}

/** Whom a run is about, who started it, how, when, and with which settings. What is not known yet is left out. */
export default class ProvisioningProcessFacts extends LightningElement {
  @api process: Apex.ProvisioningProcessView | undefined;

  get facts(): readonly Fact[] {
    const { process } = this;
    if (!process) return [];
    const all: Fact[] = [
      ...parentOf(process),
      { label: labels.processScope, text: scopeLabel(process.scope), time: null },
      { label: labels.processStartedBy, text: triggerLabel(process.startedBy), time: null },
      { label: labels.processMode, text: modeLabel(process.mode), time: null },
      { label: labels.processRequestedBy, text: process.requestedBy, time: null },
      { label: labels.processRunsAs, text: process.runsAs, time: null },
      { label: labels.processEmailConfirmations, text: process.emailConfirmations ? String(process.emailConfirmations) : null, time: null },
      { label: labels.processSettings, text: process.settingsVersion, time: null },
      { label: labels.processStarted, text: null, time: process.startTime },
      { label: labels.processEnded, text: null, time: process.endTime },
    ];
    return all.filter((fact) => fact.text || fact.time);
  }
}

/** The run whose failures it tries again, or which it takes back. */
function parentOf({ parentId, parentName, startedBy }: Apex.ProvisioningProcessView): readonly Fact[] {
  if (!parentId || !parentName) return [];
  const page = { type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' }, state: { c__process: parentId } };
  return [{ label: startedBy === 'Retry' ? labels.processRetryOf : labels.processUndoes, text: parentName, time: null, page }];
}
