import { LightningElement, api } from 'lwc';
import { modeLabel, scopeLabel, triggerLabel } from 'c/provisioningProcessTexts';
import EMAIL_CONFIRMATIONS from '@salesforce/label/c.Process_Email_Confirmations';
import ENDED from '@salesforce/label/c.Process_Ended';
import MODE from '@salesforce/label/c.Process_Mode';
import REQUESTED_BY from '@salesforce/label/c.Process_Requested_By';
import RUNS_AS from '@salesforce/label/c.Process_Runs_As';
import SCOPE from '@salesforce/label/c.Process_Scope';
import SETTINGS from '@salesforce/label/c.Process_Settings';
import STARTED from '@salesforce/label/c.Process_Started';
import STARTED_BY from '@salesforce/label/c.Process_Started_By';

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
      { label: SCOPE, text: scopeLabel(process.scope), time: null },
      { label: STARTED_BY, text: triggerLabel(process.startedBy), time: null },
      { label: MODE, text: modeLabel(process.mode), time: null },
      { label: REQUESTED_BY, text: process.requestedBy, time: null },
      { label: RUNS_AS, text: process.runsAs, time: null },
      { label: EMAIL_CONFIRMATIONS, text: process.emailConfirmations ? String(process.emailConfirmations) : null, time: null },
      { label: SETTINGS, text: process.settingsVersion, time: null },
      { label: STARTED, text: null, time: process.startTime },
      { label: ENDED, text: null, time: process.endTime },
    ];
    return all.filter((fact) => fact.text || fact.time);
  }
}
