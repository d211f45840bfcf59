import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** Scopes whose runs take access away: they have a lane of their own. */
const TAKING: ReadonlySet<string> = new Set(['Leavers', 'Deactivation']);
/** The guard of which more can be done than to decide. */
const SEATS = 'SEATS';

interface Sides {
  /** What waits meanwhile and what goes on. */
  readonly meanwhile: string;
  readonly continued: string;
  readonly stopped: string;
}
const TAKES: Sides = { meanwhile: labels.guardMeanwhileTaking, continued: labels.guardContinueTaking, stopped: labels.guardStopTaking };
const GIVES: Sides = { meanwhile: labels.guardMeanwhileGiving, continued: labels.guardContinueGiving, stopped: labels.guardStopGiving };

/**
 * The decision that a parked run waits for: why it was parked, how far it got, what follows if it goes on and if it is stopped, and who it is
 * about. Fires `continue` and `stop`; both ask again.
 */
export default class ProvisioningGuardDecision extends LightningElement {
  @api process: Apex.ProvisioningProcessView | undefined;
  readonly labels = labels;

  get reason(): string {
    return this.process?.statusMessage ?? labels.guardHeading;
  }
  get next(): string {
    return this.process?.guard === SEATS ? labels.provisioningGuardSeatsNext : '';
  }
  get farText(): string {
    const { processed, total } = this.process ?? {};
    return processed ? format(labels.guardSoFar, processed, total ?? 0) : labels.guardNobodyYet;
  }
  get sides(): Sides {
    return this.isTaking ? TAKES : GIVES;
  }
  get concerned(): { readonly label: string; readonly reference: PageReference } {
    const apiName = this.isTaking ? 'Leavers_And_Changes' : 'Provisioning_Employees';
    return { label: labels.guardConcerned, reference: { type: 'standard__navItemPage', attributes: { apiName } } };
  }
  private get isTaking(): boolean {
    return TAKING.has(this.process?.scope ?? '');
  }

  handleContinue(): void {
    this.dispatchEvent(new CustomEvent('continue'));
  }
  handleStop(): void {
    this.dispatchEvent(new CustomEvent('stop'));
  }
}
