import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import ProvisioningPersonWindow from 'c/provisioningPersonWindow';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import provision from '@salesforce/apex/EmployeeListController.provision';
import { labels } from './labels';

/**
 * The quick action Provision on an employee's record: asks, starts a run for that employee alone, and says where to follow it or why it was
 * refused. It navigates itself, because a window cannot.
 */
export default class ProvisioningPersonAction extends NavigationMixin(LightningElement) {
  @api recordId: string | null = null;
  /** The platform may call a second time while the window is open; the second is left out. */
  private readonly calls = new Calls();

  @api
  invoke(): Promise<void> {
    return this.calls.act(
      () => this.ask(this.recordId ?? ''),
      ({ message }) => {
        if (message) this.dispatchEvent(new ShowToastEvent({ title: labels.personRefused, message, variant: 'error', mode: 'sticky' }));
      },
    );
  }

  private async ask(employeeId: string): Promise<void> {
    const answer = await ProvisioningPersonWindow.open({ size: 'medium', label: labels.personTitle, employeeId });
    if (typeof answer === 'object' && answer) this[NavigationMixin.Navigate](answer as PageReference);
    if (answer !== 'run') return;
    const { id, name } = await provision({ employeeIds: [employeeId], dryRun: false });
    const url = await this[NavigationMixin.GenerateUrl]({
      type: 'standard__navItemPage',
      attributes: { apiName: 'View_Processes' },
      state: { c__process: id ?? undefined },
    });
    this.dispatchEvent(
      new ShowToastEvent({
        title: format(labels.runStarted, name),
        message: '{0}',
        messageData: [{ url, label: labels.processesPageTitle }],
        variant: 'success',
      }),
    );
  }
}
