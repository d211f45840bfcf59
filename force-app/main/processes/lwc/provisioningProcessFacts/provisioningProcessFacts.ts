import { LightningElement, api } from 'lwc';
import { modeLabel, scopeLabel, triggerLabel } from 'c/provisioningProcessTexts';
import { labels } from './labels';

interface Fact {
  readonly label: string;
  readonly text: string | null;
  readonly time: string | null;
}

/** Whom a run is about, who started it, how, when, and with which settings. What is not known yet is left out. */
export default class ProvisioningProcessFacts extends LightningElement {
  @api process: Apex.ProvisioningProcessView | undefined;

  get facts(): readonly Fact[] {
    const { process } = this;
    if (!process) return [];
    const all: Fact[] = [
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
