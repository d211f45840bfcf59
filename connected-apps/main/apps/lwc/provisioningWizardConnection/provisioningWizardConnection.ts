import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** How a target is reached: its named credential (`step` credential) or its connector (`step` connector). Fires `change` with what changed. */
export default class ProvisioningWizardConnection extends LightningElement {
  @api step: 'credential' | 'connector' = 'credential';
  @api name = '';
  @api settings: Apex.AppSettings | undefined;
  @api options: Apex.AppSettingsOptions | undefined;
  @api disabled = false;
  readonly labels = labels;

  get isCredential(): boolean {
    return this.step === 'credential';
  }
  get credentialText(): string {
    return format(labels.appsCredentialText, this.name);
  }
  get credential(): string {
    return this.settings?.namedCredential ?? '';
  }
  get credentials() {
    return [{ value: '', label: labels.appsCredentialNone }, ...(this.options?.credentials ?? [])];
  }
  /** Where the chosen credential leads. */
  get address(): string | null {
    return this.options?.credentials.find(({ value }) => value === this.settings?.namedCredential)?.type ?? null;
  }
  get connectors() {
    return this.options?.connectors ?? [];
  }
  get connector(): string | null {
    return this.settings?.connector ?? null;
  }

  handleCredential(event: CustomEvent<{ value: string }>): void {
    const namedCredential = event.detail.value || null;
    // a credential leads to a service, and SCIM is what services speak; the next step may say otherwise
    this.tell({ namedCredential, ...(namedCredential && !this.settings?.connector && { connector: 'SCIM' }) });
  }
  handleConnector(event: CustomEvent<{ value: string }>): void {
    this.tell({ connector: event.detail.value });
  }

  private tell(change: Partial<Apex.AppSettings>): void {
    this.dispatchEvent(new CustomEvent('change', { detail: change }));
  }
}
