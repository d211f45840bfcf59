import { LightningElement, api } from 'lwc';
import { refusalOf } from 'c/provisioningApexErrors';
import { format } from 'c/provisioningTexts';
import explain from '@salesforce/apex/EmployeeDiagnosisController.explain';
import { label } from './labels';
import { remedyOf, ruleRow, type RuleRow } from './story';

/** Why an employee has no user: in or out of scope, what every matching rule finds, the last runs, and what a run would do now. */
export default class EmployeeDiagnosis extends LightningElement {
  /** The employee; on a record page the platform sets it. */
  @api
  get recordId(): string | null {
    return this.wanted;
  }
  set recordId(value: string | null) {
    const changed = value !== this.wanted;
    this.wanted = value;
    if (changed) void this.load();
  }

  readonly label = label;
  diagnosis: Apex.EmployeeDiagnosis | undefined;
  failure = '';
  private wanted: string | null = null;
  private turn = 0;

  get isEmpty(): boolean {
    return !this.wanted;
  }
  get heading(): string {
    return format(label.of, this.diagnosis?.name ?? this.diagnosis?.employeeNumber ?? '');
  }
  get sentences(): readonly { key: string; text: string }[] {
    return (this.diagnosis?.sentences ?? []).map((text, index) => ({ key: `${index}`, text }));
  }
  get remedy(): string {
    return this.diagnosis ? remedyOf(this.diagnosis) : '';
  }
  get obstacles(): readonly Apex.Finding[] {
    return this.diagnosis?.forecast?.obstacles ?? [];
  }
  get rules(): readonly RuleRow[] {
    return (this.diagnosis?.matches ?? []).map((match) => ruleRow(match, (username, state) => format(label.user, username, state)));
  }
  get runs(): readonly Apex.DiagnosisRun[] {
    return this.diagnosis?.runs ?? [];
  }

  handleRetry(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const turn = ++this.turn;
    this.diagnosis = undefined;
    this.failure = '';
    if (!this.wanted) return;
    try {
      const diagnosis = await explain({ employeeId: this.wanted });
      // another employee may have been chosen meanwhile
      if (turn === this.turn) this.diagnosis = diagnosis;
    } catch (error) {
      if (turn === this.turn) this.failure = refusalOf(error).message;
    }
  }
}
