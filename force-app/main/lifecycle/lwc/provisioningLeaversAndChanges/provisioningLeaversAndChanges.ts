import { LightningElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import startLifecycleRun from '@salesforce/apex/EmployeeLifecycleController.startLifecycleRun';
import { labels } from './labels';

const peopleOf = (view: string) => ({
  type: 'standard__navItemPage',
  attributes: { apiName: 'Provisioning_Employees' },
  state: { c__view: view },
});

const SCOPES = [
  { scope: 'Leavers', title: labels.lifecyclePageLeavers, text: labels.lifecyclePageLeaversText, people: peopleOf('Leavers') },
  { scope: 'Changes', title: labels.lifecyclePageChanges, text: labels.lifecyclePageChangesText, people: null },
  { scope: 'Returns', title: labels.lifecyclePageReturns, text: labels.lifecyclePageReturnsText, people: peopleOf('Returns') },
];

/** Starts runs over people who have a user: leavers, changes and returns, dry or live. */
export default class ProvisioningLeaversAndChanges extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly runs = SCOPES.map((run) => ({
    ...run,
    dryRunLabel: format(labels.lifecyclePageStartOf, run.title, labels.lifecyclePageDryRun),
    startLabel: format(labels.lifecyclePageStartOf, run.title, labels.lifecyclePageStart),
  }));
  /** Why a run was not started. */
  refused = '';
  private readonly calls = new Calls();

  handleStart(event: Event): Promise<void> {
    const { scope = '', dry } = (event.currentTarget as HTMLElement).dataset;
    return this.calls.act(
      () => this.start(scope, dry !== undefined),
      ({ message }) => (this.refused = message),
    );
  }

  private async start(scope: string, isDryRun: boolean): Promise<void> {
    const title = this.runs.find((run) => run.scope === scope)?.title ?? scope;
    if (!isDryRun && !(await LightningConfirm.open({ message: labels.lifecyclePageQuestion, label: title, theme: 'warning' }))) return;
    const process = await startLifecycleRun({ scope, isDryRun });
    this.dispatchEvent(new ShowToastEvent({ title: format(labels.lifecyclePageStarted, process.name), variant: 'success' }));
    this[NavigationMixin.Navigate]({
      type: 'standard__navItemPage',
      attributes: { apiName: 'View_Processes' },
      state: { c__process: process.id ?? undefined },
    });
  }
}
