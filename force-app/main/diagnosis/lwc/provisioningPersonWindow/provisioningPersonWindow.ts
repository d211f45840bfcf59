import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { PageReference } from 'lightning/navigation';
import { labels } from './labels';

/** The question before a run for one employee, with what it would do. Closes with `'run'`, the page that somebody follows, or nothing. */
export default class ProvisioningPersonWindow extends LightningModal {
  @api employeeId: string | null = null;
  readonly labels = labels;

  handleFollow(event: CustomEvent<PageReference>): void {
    event.preventDefault();
    this.close(event.detail);
  }
  handleCancel(): void {
    this.close();
  }
  handleRun(): void {
    this.close('run');
  }
}
