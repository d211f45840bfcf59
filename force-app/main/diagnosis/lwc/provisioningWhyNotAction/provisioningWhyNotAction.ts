import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import ProvisioningDiagnosisWindow from 'c/provisioningDiagnosisWindow';
import { labels } from './labels';

/** The quick action on an employee's record that opens the window "Why Not This Person?". It navigates itself, because a window cannot. */
export default class ProvisioningWhyNotAction extends NavigationMixin(LightningElement) {
  @api recordId: string | null = null;
  /** The platform may call a second time while the window is open. */
  private isOpen = false;

  @api
  async invoke(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    try {
      const page = await ProvisioningDiagnosisWindow.open({ size: 'medium', label: labels.diagnosisTitle, employeeId: this.recordId });
      if (page) this[NavigationMixin.Navigate](page as PageReference);
    } finally {
      this.isOpen = false;
    }
  }
}
