import { LightningElement, api } from 'lwc';
import { refusalOf } from 'c/provisioningApexErrors';
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
  get settings(): Apex.SettingsData | undefined {
    return this.current;
  }
  set settings(value: Apex.SettingsData | undefined) {
    this.current = value;
    this.preview = undefined;
  }

  readonly label = { employeeId: EMPLOYEE_ID, help: HELP, nobody: NOBODY, show: SHOW, title: TITLE };
  preview: Apex.UserPreview | undefined;
  failure = '';
  findings: readonly Apex.Finding[] = [];
  isNobody = false;
  busy = false;
  private employeeId = '';
  private current: Apex.SettingsData | undefined;

  get heading(): string {
    return format(OF, this.preview?.employeeName ?? '', this.preview?.employeeNumber ?? '');
  }

  handleEmployeeId(event: CustomEvent<{ value: string }>): void {
    this.employeeId = event.detail.value.trim();
  }
  async handleShow(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = '';
    this.findings = [];
    this.preview = undefined;
    this.isNobody = false;
    try {
      const preview = await previewUser({ settings: this.settings ?? null, employeeId: this.employeeId || null });
      this.preview = preview ?? undefined;
      this.isNobody = !preview;
    } catch (error) {
      const refusal = refusalOf(error);
      this.failure = refusal.message;
      this.findings = refusal.findings;
    } finally {
      this.busy = false;
    }
  }
}
