import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import explain from '@salesforce/apex/EmployeeDiagnosisController.explain';
import keepLockedOut from '@salesforce/apex/EmployeeLifecycleController.keepLockedOut';
import letRunsDecide from '@salesforce/apex/EmployeeLifecycleController.letRunsDecide';
import { labels } from './labels';
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
    if (changed && this.isConnected) this.load();
  }

  /** A run for this person was asked for already: it starts by itself. */
  @api begins = false;

  readonly labels = labels;
  diagnosis: Apex.EmployeeDiagnosis | undefined;
  failure = '';
  /** Why a decision was refused. */
  refused = '';
  reason = '';
  /** What became of copying. */
  copied = '';
  private wanted: string | null = null;
  private readonly calls = new Calls();

  /** Also when a cached page comes back, whose answer was dropped. */
  connectedCallback(): void {
    if (!this.diagnosis) this.load();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get isEmpty(): boolean {
    return !this.wanted;
  }
  get hasPerson(): boolean {
    return !this.isEmpty;
  }
  /** Somebody in scope who has no user. */
  get canProvision(): boolean {
    return this.diagnosis?.eligible === true && !this.diagnosis.userId;
  }
  get heading(): string {
    return format(this.diagnosis?.userId ? labels.employeesAbout : labels.diagnosisOf, this.personName);
  }
  get personName(): string {
    return this.diagnosis?.name ?? this.diagnosis?.employeeNumber ?? '';
  }
  get sentences(): readonly { key: string; text: string }[] {
    return (this.diagnosis?.sentences ?? []).map((text, index) => ({ key: `${index}`, text }));
  }
  get remedy(): string {
    return this.diagnosis ? remedyOf(this.diagnosis) : '';
  }
  get obstacles(): readonly Apex.ProvisioningFinding[] {
    return this.diagnosis?.forecast?.obstacles ?? [];
  }
  get rules(): readonly RuleRow[] {
    return (this.diagnosis?.matches ?? []).map((match) =>
      ruleRow(match, (username, state) => format(labels.diagnosisUser, username, state)),
    );
  }
  get runs(): readonly Apex.EmployeeDiagnosisRun[] {
    return this.diagnosis?.runs ?? [];
  }

  /** Whoever cannot sign in may be kept out, and whoever is kept out may be let to runs again. */
  get canKeep(): boolean {
    const { diagnosis } = this;
    return diagnosis?.canKeepLockedOut === true && (this.isKept || diagnosis.returns != null);
  }
  get isKept(): boolean {
    return this.diagnosis?.keptLockedOut != null;
  }

  /** For a colleague, or a ticket. */
  async handleCopy(): Promise<void> {
    const { diagnosis } = this;
    const lines = [this.heading, diagnosis?.employeeNumber, ...(diagnosis?.sentences ?? []), this.remedy];
    try {
      await navigator.clipboard.writeText(lines.filter(Boolean).join('\n'));
      this.copied = labels.diagnosisCopied;
    } catch {
      // a browser gives no reason, and only some pages the right
      this.copied = labels.diagnosisCopyRefused;
    }
  }
  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }
  handleKeep(): Promise<void> {
    return this.decide((employeeId) => keepLockedOut({ employeeId, reason: this.reason }));
  }
  handleRelease(): Promise<void> {
    return this.decide((employeeId) => letRunsDecide({ employeeId }));
  }
  handleRetry(): void {
    this.load();
  }
  /** What is shown stays until there is news; whoever shows a list asks anew, too. */
  handleProvisioned(): void {
    this.ask(this.wanted ?? '');
    this.dispatchEvent(new CustomEvent('changed'));
  }

  private decide(decision: (employeeId: string) => Promise<unknown>): Promise<void> {
    return this.calls.act(
      async () => {
        await decision(this.wanted ?? '');
        this.reason = '';
        this.load();
      },
      ({ message }) => (this.refused = message),
    );
  }

  private load(): void {
    const employeeId = this.wanted;
    this.diagnosis = undefined;
    this.copied = '';
    this.failure = '';
    if (!employeeId) {
      this.calls.end();
      return;
    }
    this.ask(employeeId);
  }
  private ask(employeeId: string): void {
    this.calls.look({
      ask: () => explain({ employeeId }),
      show: (diagnosis) => (this.diagnosis = diagnosis),
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
