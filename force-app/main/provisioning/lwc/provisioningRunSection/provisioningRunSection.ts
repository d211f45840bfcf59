import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls } from 'c/provisioningCalls';
import { confirmRun } from 'c/provisioningRunStart';
import { pageOf, whatRuns, whoWaits } from 'c/provisioningWhoWaits';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import { labels } from './labels';

/** Pause between two looks while a run is live, in milliseconds. */
const PAUSE = 3000;
/** Pause while none is: somebody else may start one. */
const REST = 30_000;

/**
 * The section User Provisioning: who is waiting, Run after a confirmation, and the way to the runs. Fires `known` once it has its size, and
 * what stands below no longer jumps.
 */
export default class ProvisioningRunSection extends NavigationMixin(LightningElement) {
  @api canRun = false;
  /** Version of the saved settings: another one asks for a new preview. */
  @api
  get version(): number | null {
    return this.currentVersion;
  }
  set version(value: number | null) {
    const changed = value !== this.currentVersion;
    this.currentVersion = value;
    if (changed && this.isConnected) this.look();
  }

  readonly labels = labels;
  preview: Apex.RunPreview | undefined;
  failure = '';
  runError = '';
  private readonly calls = new Calls();
  private currentVersion: number | null = null;

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get summary(): string {
    return this.preview ? whoWaits(this.preview) : '';
  }
  get liveText(): string {
    return this.preview ? whatRuns(this.preview) : '';
  }
  get liveReference(): PageReference {
    return pageOf(this.preview?.liveProcess?.id ?? null);
  }

  handleRetry(): void {
    this.look();
  }
  handleView(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' } });
  }
  handleRun(): Promise<void> {
    return this.calls.act(
      () => this.confirm(),
      ({ message }) => (this.runError = message),
    );
  }

  private async confirm(): Promise<void> {
    const { text, page, run } = await confirmRun({
      seen: (preview) => (this.preview = preview),
      closed: () => this.dispatchEvent(new CustomEvent('confirmed')),
    });
    if (page) this[NavigationMixin.Navigate](page);
    if (text === null) return;
    const url = run ? await this[NavigationMixin.GenerateUrl](run) : '';
    const message = { message: labels.runFree, messageData: [{ url, label: labels.runOpen }] };
    this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success', ...(run && message) }));
    this.look();
  }

  /** The numbers change by themselves while a run is live; else it is enough to learn of runs that start elsewhere. */
  private look(): void {
    this.calls.look({
      ask: () => getRunPreview(),
      show: (preview) => {
        this.preview = preview;
        this.tellKnown();
      },
      refuse: ({ message }) => {
        this.failure = message;
        if (message) this.tellKnown();
      },
      pause: (preview) => (preview?.liveProcess ? PAUSE : preview ? REST : 0),
    });
  }
  private tellKnown(): void {
    this.dispatchEvent(new CustomEvent('known'));
  }
}
