import { LightningElement, api } from 'lwc';
import { lanesOf } from './rows';
import { labels } from './labels';

/** The runs that have not ended, lane by lane. Fires `decide` and `stop` with the id of the run, to whoever may. */
export default class ProvisioningActiveRuns extends LightningElement {
  @api runs: readonly Apex.ProvisioningProcessView[] = [];
  readonly labels = labels;

  get lanes() {
    return lanesOf(this.runs, Date.now());
  }
  get isIdle(): boolean {
    return this.runs.length === 0;
  }

  handleDecide(event: Event): void {
    this.tell('decide', event);
  }
  handleStop(event: Event): void {
    this.tell('stop', event);
  }

  private tell(wish: string, event: Event): void {
    this.dispatchEvent(new CustomEvent(wish, { detail: (event.currentTarget as HTMLElement).dataset.id }));
  }
}
