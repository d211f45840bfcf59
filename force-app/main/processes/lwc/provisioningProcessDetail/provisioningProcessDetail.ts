import { LightningElement, api } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { refusalOf } from 'c/provisioningApexErrors';
import { statusLabel, statusTheme } from 'c/provisioningProcessTexts';
import { format } from 'c/provisioningTexts';
import cancelRun from '@salesforce/apex/ProvisioningController.cancelRun';
import resumeRun from '@salesforce/apex/ProvisioningController.resumeRun';
import retryRun from '@salesforce/apex/ProvisioningController.retryRun';
import { label } from './labels';
import { watchRun } from './watch';

/** One run: watches it while it is live, and shows progress, causes and people. */
export default class ProvisioningProcessDetail extends NavigationMixin(LightningElement) {
  @api
  get processId(): string | null {
    return this.wanted;
  }
  set processId(value: string | null) {
    this.wanted = value;
    if (this.isConnected) this.watch();
  }

  readonly label = label;
  readonly listReference = { type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' } };
  process: Apex.ProcessView | undefined;
  causes: readonly Apex.CauseView[] = [];
  cause: string | null = null;
  failure = '';
  busy = false;
  private wanted: string | null = null;
  private stop: (() => void) | undefined;

  connectedCallback(): void {
    this.watch();
  }
  disconnectedCallback(): void {
    this.stop?.();
  }

  get statusText(): string {
    return statusLabel(this.process?.status ?? null);
  }
  get statusTheme(): string {
    return statusTheme(this.process?.status ?? null);
  }
  get guardText(): string {
    return this.process?.guard ? format(label.guard, this.process.statusMessage ?? this.process.guard) : '';
  }
  get statusMessage(): string | null {
    return this.process?.guard ? null : (this.process?.statusMessage ?? null);
  }
  /** The guard says more than that somebody has to decide. */
  get waitsFor(): string | null {
    return this.process?.guard ? null : (this.process?.waitsFor ?? null);
  }
  get isDryRun(): boolean {
    return this.process?.mode === 'DryRun';
  }
  get canRetry(): boolean {
    return (this.process?.canRetry ?? false) && !this.busy;
  }
  get causeLabel(): string | null {
    return this.causes.find((cause) => cause.cause === this.cause)?.label ?? null;
  }
  /** Changes when there are new rows to see. */
  get stamp(): string {
    const { process } = this;
    return `${process?.created}/${process?.failed}/${process?.linked}/${process?.updated}/${process?.skipped}`;
  }

  handleRetry(): void {
    this.watch();
  }
  handleShowCause(event: CustomEvent<string>): void {
    this.cause = event.detail;
    (this.refs?.items as HTMLElement | undefined)?.scrollIntoView?.({ behavior: 'smooth' });
  }
  handleShowOutcome(event: CustomEvent<string>): void {
    const items = this.refs?.items as (HTMLElement & { show(outcome: string): void }) | undefined;
    items?.show(event.detail);
    items?.scrollIntoView?.({ behavior: 'smooth' });
  }
  handleClearCause(): void {
    this.cause = null;
  }
  async handleCancel(): Promise<void> {
    const sure = await LightningConfirm.open({ message: label.cancelQuestion, label: label.cancel, theme: 'warning' });
    if (sure) await this.change(async (processId) => (this.process = await cancelRun({ processId })));
  }
  async handleResume(): Promise<void> {
    const sure =
      !this.process?.guard || (await LightningConfirm.open({ message: label.resumeQuestion, label: label.resume, theme: 'warning' }));
    if (!sure) return;
    await this.change(async (processId) => {
      await resumeRun({ processId });
      this.watch();
    });
  }
  async handleRetryAll(): Promise<void> {
    await this.retry(null, []);
  }
  async handleRetryCause(event: CustomEvent<string>): Promise<void> {
    await this.retry(event.detail, []);
  }
  async handleRetrySelected(event: CustomEvent<readonly string[]>): Promise<void> {
    await this.retry(null, event.detail);
  }

  /** Starts the retry and shows the run that does it. */
  private async retry(cause: string | null, employeeIds: readonly string[]): Promise<void> {
    await this.change(async (processId) => {
      const child = await retryRun({ processId, cause, employeeIds: [...employeeIds] });
      this.dispatchEvent(new ShowToastEvent({ title: format(label.retryStarted, child.name), variant: 'success' }));
      this[NavigationMixin.Navigate]({ ...this.listReference, state: { c__process: child.id ?? undefined } });
    });
  }

  /** One change at a time; a refusal is shown and changes nothing. */
  private async change(work: (processId: string) => Promise<unknown>): Promise<void> {
    const id = this.process?.id;
    if (!id || this.busy) return;
    this.busy = true;
    this.failure = '';
    try {
      await work(id);
    } catch (error) {
      this.failure = refusalOf(error).message;
    } finally {
      this.busy = false;
    }
  }

  private watch(): void {
    this.stop?.();
    this.process = undefined;
    this.causes = [];
    this.cause = null;
    this.failure = '';
    const id = this.wanted;
    if (!id) return;
    this.stop = watchRun(id, {
      saw: (process, causes) => {
        this.process = process;
        this.causes = causes ?? this.causes;
        this.failure = '';
      },
      failed: (message) => (this.failure = message),
    });
  }
}
