import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

const OPERATIONS = [
  { value: 'Create', label: labels.appsOperationCreate },
  { value: 'Update', label: labels.appsOperationUpdate },
  { value: 'EnableAndDisable', label: labels.appsOperationEnable },
  { value: 'SuspendAndRestore', label: labels.appsOperationSuspend },
];
const DEACTIVATIONS = [
  { value: 'Inactive', label: labels.appsDeactivationInactive },
  { value: 'Delete', label: labels.appsDeactivationDelete },
];

/** Who is to have an account, and what is done there. Fires `change` with what changed, `confirmed` with the name that was typed. */
export default class ProvisioningWizardOperations extends LightningElement {
  @api name = '';
  @api settings: Apex.AppSettings | undefined;
  @api options: Apex.AppSettingsOptions | undefined;
  @api disabled = false;
  readonly labels = labels;
  readonly operations = OPERATIONS;
  readonly deactivations = DEACTIVATIONS;

  get title(): string {
    return format(labels.appsOperationsTitle, this.name);
  }
  get chosen(): readonly string[] {
    return this.settings?.operations ?? [];
  }
  get permissionSets(): readonly string[] {
    return this.settings?.permissionSets ?? [];
  }
  get deletes(): boolean {
    return this.settings?.deactivation === 'Delete';
  }
  get confirmLabel(): string {
    return format(labels.appsDeleteConfirm, this.name);
  }

  handleOperations(event: CustomEvent<{ value: readonly string[] }>): void {
    this.tell({ operations: event.detail.value });
  }
  handlePermissionSets(event: CustomEvent<{ value: readonly string[] }>): void {
    this.tell({ permissionSets: event.detail.value });
  }
  handleDeactivation(event: CustomEvent<{ value: string }>): void {
    this.tell({ deactivation: event.detail.value });
  }
  handleDeleteAfter(event: CustomEvent<{ value: string }>): void {
    this.tell({ deleteAfterDays: numberOf(event.detail.value) });
  }
  handleDelay(event: CustomEvent<{ value: string }>): void {
    this.tell({ deactivateAfterHours: numberOf(event.detail.value) });
  }
  handleConfirm(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('confirmed', { detail: event.detail.value }));
  }

  private tell(change: Partial<Apex.AppSettings>): void {
    this.dispatchEvent(new CustomEvent('change', { detail: change }));
  }
}

/** These numbers are never left out: blank is none. */
function numberOf(text: string): number {
  return Number(text) || 0;
}
