import { LightningElement, api } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { refusalOf } from 'c/apexErrors';
import { poll, type Delay } from 'c/polling';
import { isLive, statusLabel, statusTheme } from 'c/processTexts';
import { format } from 'c/texts';
import cancelRun from '@salesforce/apex/ProvisioningController.cancelRun';
import getCauses from '@salesforce/apex/ProcessController.getCauses';
import getProcess from '@salesforce/apex/ProcessController.getProcess';
import { label } from './labels';

/** Pause between two looks at a live run, and after a failed one, in milliseconds. */
const LIVE = 1500;
const TROUBLED = 5000;

/** One run: watches it while it is live, and shows progress, causes and people. */
export default class ProcessDetail extends LightningElement {
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
    return this.process?.guard ? format(label.guard, this.process.guard) : '';
  }
  get causeLabel(): string | null {
    return this.causes.find((cause) => cause.cause === this.cause)?.label ?? null;
  }
  /** Changes when there are new rows to see. */
  get stamp(): string {
    const { process } = this;
    return `${process?.failed}/${process?.linked}/${process?.updated}/${process?.skipped}`;
  }

  handleRetry(): void {
    this.watch();
  }
  handleShowCause(event: CustomEvent<string>): void {
    this.cause = event.detail;
    (this.refs?.items as HTMLElement | undefined)?.scrollIntoView?.({ behavior: 'smooth' });
  }
  handleClearCause(): void {
    this.cause = null;
  }
  async handleCancel(): Promise<void> {
    const sure = await LightningConfirm.open({ message: label.cancelQuestion, label: label.cancel, theme: 'warning' });
    if (!sure || !this.process) return;
    this.busy = true;
    try {
      this.process = await cancelRun({ processId: this.process.id });
      this.failure = '';
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
    if (id) this.stop = poll(() => this.look(id));
  }

  private async look(id: string): Promise<Delay> {
    try {
      const process = await getProcess({ processId: id });
      const failedBefore = this.process?.failed ?? 0;
      if (id !== this.wanted) return null;
      if ((process.failed ?? 0) !== failedBefore || !isLive(process)) this.causes = await getCauses({ processId: id });
      this.process = process;
      this.failure = '';
      return isLive(process) ? LIVE : null;
    } catch (error) {
      if (id !== this.wanted) return null;
      this.failure = refusalOf(error).message;
      // a run that was seen alive is worth another look; one that never showed waits for "Try Again"
      return this.process ? TROUBLED : null;
    }
  }
}
