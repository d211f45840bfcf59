import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { PageReference } from 'lightning/navigation';
import { labels } from './labels';

/** The window "Why Not This Person?" over any list of people. Closes with the page that somebody follows, or nothing. */
export default class ProvisioningDiagnosisWindow extends LightningModal {
  @api employeeId: string | null = null;
  readonly labels = labels;

  handleFollow(event: CustomEvent<PageReference>): void {
    event.preventDefault();
    this.close(event.detail);
  }
  handleClose(): void {
    this.close();
  }
}
