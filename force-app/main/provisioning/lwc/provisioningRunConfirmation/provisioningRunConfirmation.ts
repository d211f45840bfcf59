import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { PageReference } from 'lightning/navigation';
import { whatRuns, whoWaits } from 'c/provisioningWhoWaits';
import { labels } from './labels';

/** The confirmation window: how many people a run will touch and what stands in its way. Closes with `'run'`, `'dryRun'`, the page that somebody follows, or nothing. */
export default class ProvisioningRunConfirmation extends LightningModal {
  @api preview: Apex.RunPreview | undefined;
  readonly labels = labels;

  get summary(): string {
    return this.preview ? whoWaits(this.preview) : '';
  }
  get findings(): readonly Apex.ProvisioningFinding[] {
    return this.preview?.findings ?? [];
  }
  get liveText(): string {
    return this.preview ? whatRuns(this.preview) : '';
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
