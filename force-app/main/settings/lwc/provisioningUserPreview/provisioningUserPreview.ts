import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import previewUser from '@salesforce/apex/EmployeeUserSettingsController.previewUser';
import { labels } from './labels';

/** Milliseconds in which somebody may go on typing. */
const REST = 500;

/** The user that a real employee would get with the settings as they stand in the form. Fires `preview` with it, or with nothing. */
export default class ProvisioningUserPreview extends LightningElement {
  /** Follows the settings: who was shown is shown anew with others. Else what was shown for others goes. */
  @api live = false;
  /** The settings that are not saved yet. */
  @api
  get settings(): Apex.ProvisioningSettingsData | undefined {
    return this.current;
  }
  set settings(value: Apex.ProvisioningSettingsData | undefined) {
    const isSame = JSON.stringify(value) === JSON.stringify(this.current);
    this.current = value;
    if (isSame) return;
    const { preview } = this;
    this.isAsked = false;
    this.calls.end();
    if (this.live && preview) this.look(preview.employeeId, REST);
    else this.preview = undefined;
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
    this.look(this.employeeId || null, 0);
  }

  private look(employeeId: string | null, rest: number): void {
    this.calls.look(
      {
        ask: () => previewUser({ settings: this.settings ?? null, employeeId }),
        show: (preview) => {
          this.isNobody = !preview;
          this.tell(preview ?? undefined);
        },
        refuse: ({ message, findings }) => {
          this.failure = message;
          this.findings = findings;
          if (message) this.tell(undefined);
        },
      },
      rest,
    );
  }
  private tell(preview: Apex.EmployeeUserPreview | undefined): void {
    this.preview = preview;
    this.dispatchEvent(new CustomEvent('preview', { detail: preview }));
  }
}
