import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import previewUser from '@salesforce/apex/EmployeeUserSettingsController.previewUser';
import { labels } from './labels';

/** The user that a real employee would get with the settings as they stand in the form. */
export default class ProvisioningUserPreview extends LightningElement {
  /** The settings that are not saved yet; what was shown for others goes. */
  @api
  get settings(): Apex.ProvisioningSettingsData | undefined {
    return this.current;
  }
  set settings(value: Apex.ProvisioningSettingsData | undefined) {
    this.current = value;
    this.preview = undefined;
    this.isAsked = false;
    this.calls.end();
  }

  readonly labels = labels;
  preview: Apex.EmployeeUserPreview | undefined;
  failure = '';
  findings: readonly Apex.ProvisioningFinding[] = [];
  isNobody = false;
  private isAsked = false;
  private readonly calls = new Calls();
  private employeeId = '';
  private current: Apex.ProvisioningSettingsData | undefined;

  get heading(): string {
    return format(labels.userPreviewOf, this.preview?.employeeName ?? '', this.preview?.employeeNumber ?? '');
  }
  get isLoading(): boolean {
    return this.isAsked && !this.preview && !this.isNobody && !this.failure;
  }

  disconnectedCallback(): void {
    this.calls.end();
  }

  handleEmployeeId(event: CustomEvent<{ value: string }>): void {
    this.employeeId = event.detail.value.trim();
  }
  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.handleShow();
  }
  handleShow(): void {
    this.isAsked = true;
    this.preview = undefined;
    this.isNobody = false;
    this.calls.look({
      ask: () => previewUser({ settings: this.settings ?? null, employeeId: this.employeeId || null }),
      show: (preview) => {
        this.preview = preview ?? undefined;
        this.isNobody = !preview;
      },
      refuse: ({ message, findings }) => {
        this.failure = message;
        this.findings = findings;
      },
    });
  }
}
