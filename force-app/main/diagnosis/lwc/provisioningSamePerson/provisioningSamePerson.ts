import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls, type Refusal } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import confirmSamePerson from '@salesforce/apex/EmployeeIdentityController.confirmSamePerson';
import takeOver from '@salesforce/apex/EmployeeIdentityController.takeOver';
import { labels } from './labels';

const REASONS: Readonly<Record<string, string>> = {
  SAME_NAME: labels.samePersonName,
  SAME_EMAIL: labels.samePersonEmail,
  SAME_NUMBER_WITHOUT_ZEROS: labels.samePersonNumber,
};

/**
 * Who is who: offers to take over the user of another record of the same human, seen before it is done, and to confirm somebody whose names have
 * all changed. Fires `decided` when something was written.
 */
export default class ProvisioningSamePerson extends LightningElement {
  @api diagnosis: Apex.EmployeeDiagnosis | undefined;

  readonly labels = labels;
  preview: Apex.EmployeeTakeOver | null = null;
  failure = '';
  private isOpening = false;
  private readonly calls = new Calls();

  get isDifferent(): boolean {
    return this.diagnosis?.forecast?.changesCause === 'DIFFERENT_PERSON';
  }
  /** Whose user could be taken over by somebody who has none. */
  get others(): readonly { id: string; text: string }[] {
    if (this.diagnosis?.userId || this.diagnosis?.succeededBy) return [];
    return (this.diagnosis?.samePerson ?? [])
      .filter((other) => other.userId)
      .map((other) => ({
        id: other.employeeId ?? '',
        text: format(
          labels.diagnosisUser,
          `${other.employeeNumber ?? ''} ${other.name ?? ''}`.trim(),
          (other.reasons ?? []).map((reason) => REASONS[reason] ?? reason).join(', '),
        ),
      }));
  }
  /** The two records beside each other. */
  get sides(): readonly { key: string; what: string; old: string; now: string }[] {
    const { preview } = this;
    if (!preview) return [];
    const word = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(' ');
    const old = word(preview.fromEmployeeNumber, preview.fromName);
    const now = word(preview.employeeNumber, preview.name);
    const none = labels.samePersonNone;
    return [
      { key: 'employee', what: labels.employeesColumnPerson, old, now },
      { key: 'user', what: labels.employeesColumnUser, old: preview.username ?? '', now: none },
      { key: 'after', what: labels.samePersonAfter, old: none, now: preview.username ?? '' },
    ];
  }
  get takeOverText(): string {
    return format(labels.samePersonTakes, this.sides[0]?.now ?? '', this.sides[0]?.old ?? '');
  }
  get sentences(): readonly string[] {
    return this.preview?.sentences ?? [];
  }

  /** What was opened begins on the harmless choice. */
  renderedCallback(): void {
    if (!this.isOpening) return;
    this.isOpening = false;
    this.focus('[data-part="cancel"]');
  }

  handleConfirm(): Promise<void> {
    return this.calls.act(async () => {
      await confirmSamePerson({ employee: this.diagnosis?.employeeId ?? '' });
      this.decided(labels.samePersonConfirmed);
    }, this.refuse);
  }
  handleTakeOver(event: Event): Promise<void> {
    const fromEmployee = (event.currentTarget as HTMLElement).dataset.id ?? '';
    return this.calls.act(async () => {
      this.preview = await takeOver({ employee: this.diagnosis?.employeeId ?? '', fromEmployee, isConfirmed: false });
      this.isOpening = true;
    }, this.refuse);
  }
  handleCancel(): void {
    const id = this.preview?.fromEmployeeId ?? '';
    this.preview = null;
    this.focus(`[data-id="${id}"]`);
  }
  handleSure(): Promise<void> {
    const fromEmployee = this.preview?.fromEmployeeId ?? '';
    return this.calls.act(async () => {
      await takeOver({ employee: this.diagnosis?.employeeId ?? '', fromEmployee, isConfirmed: true });
      this.preview = null;
      this.decided(labels.samePersonTakenOver);
    }, this.refuse);
  }

  private readonly refuse = ({ message }: Refusal): void => {
    this.failure = message;
  };

  private focus(selector: string): void {
    this.template?.querySelector<HTMLElement>(selector)?.focus();
  }

  private decided(title: string): void {
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    this.dispatchEvent(new CustomEvent('decided'));
  }
}
