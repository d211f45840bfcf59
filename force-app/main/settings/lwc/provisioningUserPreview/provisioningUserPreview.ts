import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import previewUser from '@salesforce/apex/EmployeeUserSettingsController.previewUser';
import EMPLOYEE_ID from '@salesforce/label/c.User_Preview_Employee_Id';
import HELP from '@salesforce/label/c.User_Preview_Help';
import NOBODY from '@salesforce/label/c.User_Preview_Nobody';
import OF from '@salesforce/label/c.User_Preview_Of';
import SHOW from '@salesforce/label/c.User_Preview_Show';
import TITLE from '@salesforce/label/c.User_Preview_Title';

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

  readonly label = { employeeId: EMPLOYEE_ID, help: HELP, nobody: NOBODY, show: SHOW, title: TITLE };
  preview: Apex.EmployeeUserPreview | undefined;
  failure = '';
  findings: readonly Apex.ProvisioningFinding[] = [];
  isNobody = false;
  private isAsked = false;
  private readonly calls = new Calls();
  private employeeId = '';
  private current: Apex.ProvisioningSettingsData | undefined;

  get heading(): string {
    return format(OF, this.preview?.employeeName ?? '', this.preview?.employeeNumber ?? '');
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
