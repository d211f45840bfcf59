import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import RunConfirmation from 'c/runConfirmation';
import { refusalOf } from 'c/apexErrors';
import { poll, type Delay } from 'c/polling';
import { format } from 'c/texts';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import startDryRun from '@salesforce/apex/ProvisioningController.startDryRun';
import startRun from '@salesforce/apex/ProvisioningController.startRun';
import DRY_STARTED from '@salesforce/label/c.Run_Dry_Started';
import LIVE from '@salesforce/label/c.Run_Already_Running';
import LOADING from '@salesforce/label/c.Console_Loading';
import RUN from '@salesforce/label/c.Run_User_Provisioning';
import SECTION from '@salesforce/label/c.Run_Section';
import STARTED from '@salesforce/label/c.Run_Started';
import SUMMARY from '@salesforce/label/c.Run_Summary';
import SUMMARY_NONE from '@salesforce/label/c.Run_Summary_None';
import SUMMARY_ONE from '@salesforce/label/c.Run_Summary_One';
import VIEW_PROCESSES from '@salesforce/label/c.Processes_Page_Title';

/** Pause between two looks while a run is live, in milliseconds. */
const PAUSE = 3000;

/** The section User Provisioning: who is waiting, Run after a confirmation, and the way to the runs. */
export default class RunSection extends NavigationMixin(LightningElement) {
  @api canRun = false;
  /** Version of the saved settings: another one asks for a new preview. */
  @api
  get version(): number | null {
    return this.currentVersion;
  }
  set version(value: number | null) {
    const changed = value !== this.currentVersion;
    this.currentVersion = value;
    if (changed && this.isConnected) this.watch();
  }

  readonly label = { title: SECTION, run: RUN, viewProcesses: VIEW_PROCESSES, loading: LOADING };
  preview: Apex.RunPreview | undefined;
  failure = '';
  runError = '';
  private busy = false;
  private currentVersion: number | null = null;
  private stop: (() => void) | undefined;

  connectedCallback(): void {
    this.watch();
  }
  disconnectedCallback(): void {
    this.stop?.();
  }

  get summary(): string {
    const eligible = this.preview?.eligible ?? 0;
    if (eligible === 0) return SUMMARY_NONE;
    return eligible === 1 ? SUMMARY_ONE : format(SUMMARY, eligible);
  }
  get liveText(): string {
    return format(LIVE, this.preview?.liveProcess?.name ?? '');
  }

  handleRetry(): void {
    this.watch();
  }
  handleView(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' } });
  }
  async handleRun(): Promise<void> {
    // a disabled button could not take the focus back from the window, so a second click is ignored instead
    if (this.busy) return;
    this.busy = true;
    this.runError = '';
    try {
      // the numbers of a page that has stood open may be old
      const preview = await getRunPreview();
      this.preview = preview;
      const answer = await RunConfirmation.open({ size: 'small', label: RUN, preview });
      if (answer !== 'run' && answer !== 'dryRun') return;
      const started = answer === 'run' ? await startRun() : await startDryRun();
      this.dispatchEvent(new ShowToastEvent({ title: format(answer === 'run' ? STARTED : DRY_STARTED, started.name), variant: 'success' }));
      this.watch();
    } catch (error) {
      this.runError = refusalOf(error).message;
    } finally {
      this.busy = false;
    }
  }

  private watch(): void {
    this.stop?.();
    this.failure = '';
    this.stop = poll(() => this.look());
  }

  /** The numbers change by themselves only while a run is live. */
  private async look(): Promise<Delay> {
    try {
      this.preview = await getRunPreview();
      return this.preview.liveProcess ? PAUSE : null;
    } catch (error) {
      this.failure = refusalOf(error).message;
      return null;
    }
  }
}
