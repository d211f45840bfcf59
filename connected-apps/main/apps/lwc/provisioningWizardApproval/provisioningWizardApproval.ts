import { LightningElement, api } from 'lwc';
import { labels } from './labels';

const CHOICES = [
  { value: 'None', label: labels.appsApprovalNone },
  { value: 'Manager', label: labels.appsApprovalManager },
  { value: 'Users', label: labels.appsApprovalUsers },
];

/** Who agrees before access is given. Fires `change` with the approval. */
export default class ProvisioningWizardApproval extends LightningElement {
  @api settings: Apex.AppSettings | undefined;
  @api options: Apex.AppSettingsOptions | undefined;
  @api disabled = false;
  readonly labels = labels;
  readonly choices = CHOICES;

  get approval(): Apex.AppSettings_Approval | null | undefined {
    return this.settings?.approval;
  }
  get asksPeople(): boolean {
    return this.approval?.decidedBy !== 'None';
  }
  get approvers() {
    return this.options?.approvers ?? [];
  }
  get users(): readonly string[] {
    return this.approval?.users ?? [];
  }

  handleBy(event: CustomEvent<{ value: string }>): void {
    this.tell({ decidedBy: event.detail.value });
  }
  handleUsers(event: CustomEvent<{ value: readonly string[] }>): void {
    this.tell({ users: event.detail.value });
  }
  handleDays(event: CustomEvent<{ value: string }>): void {
    this.tell({ days: event.detail.value === '' ? null : Number(event.detail.value) });
  }

  private tell(change: Partial<Apex.AppSettings_Approval>): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { approval: { ...this.approval, ...change } } }));
  }
}
