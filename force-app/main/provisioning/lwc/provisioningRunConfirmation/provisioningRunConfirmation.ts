import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { PageReference } from 'lightning/navigation';
import { format } from 'c/provisioningTexts';
import { whoWaits } from 'c/provisioningWhoWaits';
import CANCEL from '@salesforce/label/c.Console_Cancel';
import DRY_EXPLANATION from '@salesforce/label/c.Run_Dry_Explanation';
import DRY_RUN from '@salesforce/label/c.Run_Dry_Run';
import EXPLANATION from '@salesforce/label/c.Run_Explanation';
import LIVE from '@salesforce/label/c.Run_Already_Running';
import RUN from '@salesforce/label/c.Run_Run';
import TITLE from '@salesforce/label/c.Run_User_Provisioning';

/** The confirmation window: how many people a run will touch and what stands in its way. Closes with `'run'`, `'dryRun'`, the page that somebody follows, or nothing. */
export default class ProvisioningRunConfirmation extends LightningModal {
  @api preview: Apex.RunPreview | undefined;
  readonly title = TITLE;
  readonly labels = { cancel: CANCEL, dryExplanation: DRY_EXPLANATION, dryRun: DRY_RUN, explanation: EXPLANATION, run: RUN };

  get summary(): string {
    return this.preview ? whoWaits(this.preview) : '';
  }
  get findings(): readonly Apex.ProvisioningFinding[] {
    return this.preview?.findings ?? [];
  }
  get liveText(): string {
    const live = this.preview?.liveProcess;
    return live ? format(LIVE, live.name) : '';
  }
  get blocked(): boolean {
    return !this.preview?.ready;
  }

  handleFollow(event: CustomEvent<PageReference>): void {
    event.preventDefault();
    this.close(event.detail);
  }
  handleCancel(): void {
    this.close();
  }
  handleDryRun(): void {
    this.close('dryRun');
  }
  handleRun(): void {
    this.close('run');
  }
}
