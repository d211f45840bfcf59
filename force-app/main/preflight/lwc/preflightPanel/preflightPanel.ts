import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { refusalOf } from 'c/apexErrors';
import { poll, type Delay } from 'c/polling';
import { format } from 'c/texts';
import getPreflight from '@salesforce/apex/PreflightController.getPreflight';
import startCheck from '@salesforce/apex/PreflightController.startCheck';
import { label } from './labels';

/** Pause between two looks while a check is under way, in milliseconds. */
const PAUSE = 2000;

/** What stands in the way of a run: settings and org at once, everybody who waits in the background. */
export default class PreflightPanel extends LightningElement {
  /** Version of the saved settings: another one asks again. */
  @api
  get version(): number | null {
    return this.currentVersion;
  }
  set version(value: number | null) {
    const changed = value !== this.currentVersion;
    this.currentVersion = value;
    if (changed && this.isConnected) this.watch();
  }

  readonly label = label;
  view: Apex.PreflightView | undefined;
  failure = '';
  startError = '';
  private busy = false;
  private currentVersion: number | null = null;
  private stop: (() => void) | undefined;

  connectedCallback(): void {
    this.watch();
  }
  disconnectedCallback(): void {
    this.stop?.();
  }

  get isEmpty(): boolean {
    return this.view?.hasSettings === false;
  }
  get canCheck(): boolean {
    return Boolean(this.view?.hasSettings && this.view.canCheck);
  }
  get isRunning(): boolean {
    return this.view?.status === 'Running';
  }
  get isFinished(): boolean {
    return this.view?.status === 'Finished';
  }
  get percent(): number {
    return this.view?.total ? Math.round((100 * (this.view.checked ?? 0)) / this.view.total) : 0;
  }
  get checkedText(): string {
    return format(label.checked, this.view?.checked ?? 0, this.view?.total ?? 0);
  }
  get failedText(): string {
    return this.view?.status === 'Failed' ? format(label.failed, this.view.statusMessage) : '';
  }
  get nothingFound(): boolean {
    return !this.view?.findings.length;
  }

  handleRetry(): void {
    this.watch();
  }
  async handleCheck(): Promise<void> {
    // a disabled button would lose the keyboard's place, so a second click is ignored instead
    if (this.busy) return;
    this.busy = true;
    this.startError = '';
    try {
      this.view = await startCheck();
      this.dispatchEvent(new ShowToastEvent({ title: label.started, variant: 'success' }));
      this.watch();
    } catch (error) {
      this.startError = refusalOf(error).message;
    } finally {
      this.busy = false;
    }
  }

  private watch(): void {
    this.stop?.();
    this.failure = '';
    this.stop = poll(() => this.look());
  }

  /** What was found changes by itself only while a check is under way. */
  private async look(): Promise<Delay> {
    try {
      this.view = await getPreflight();
      return this.isRunning ? PAUSE : null;
    } catch (error) {
      this.failure = refusalOf(error).message;
      return null;
    }
  }
}
