import { LightningElement, api } from 'lwc';
import { count, format } from 'c/provisioningTexts';
import { isLive, statusLabel } from 'c/provisioningProcessTexts';
import ALMOST_DONE from '@salesforce/label/c.Process_Almost_Done';
import CREATED from '@salesforce/label/c.Outcome_Created';
import FAILED from '@salesforce/label/c.Outcome_Failed';
import LINKED from '@salesforce/label/c.Outcome_Linked';
import PEOPLE from '@salesforce/label/c.Process_People';
import RATE from '@salesforce/label/c.Process_Rate';
import SHOW from '@salesforce/label/c.Process_Show_Outcome';
import SKIPPED from '@salesforce/label/c.Outcome_Skipped';
import TIME_LEFT from '@salesforce/label/c.Process_Time_Left';
import UPDATED from '@salesforce/label/c.Outcome_Updated';
import { progressOf, type Progress } from './rate';

/** How far a run is: bar, people, rate, time left and the outcomes so far. Fires `show` with the outcome whose people somebody wants to see. */
export default class ProvisioningProcessProgress extends LightningElement {
  @api process: Apex.ProvisioningProcessView | undefined;

  get progress(): Progress {
    return this.process ? progressOf(this.process, Date.now()) : { percent: 0, perMinute: null, minutesLeft: null };
  }
  get countText(): string {
    return format(PEOPLE, this.process?.processed ?? 0, this.process?.total ?? 0);
  }
  get rateText(): string {
    const { perMinute, minutesLeft } = this.progress;
    const timeLeft = minutesLeft === null ? '' : minutesLeft === 0 ? ALMOST_DONE : format(TIME_LEFT, minutesLeft);
    return [perMinute === null ? '' : format(RATE, perMinute), timeLeft].filter(Boolean).join(' · ');
  }
  /** Read out at every tenth only: a screen reader that never stops helps nobody. */
  get announcement(): string {
    const { process } = this;
    if (!process) return '';
    return isLive(process) ? `${Math.floor(this.progress.percent / 10) * 10} %` : statusLabel(process.status);
  }
  get outcomes() {
    const { process } = this;
    const outcomes = [
      { name: 'Created', label: CREATED, people: process?.created },
      { name: 'Linked', label: LINKED, people: process?.linked },
      { name: 'Updated', label: UPDATED, people: process?.updated },
      { name: 'Skipped', label: SKIPPED, people: process?.skipped },
      { name: 'Failed', label: FAILED, people: process?.failed },
    ];
    return outcomes.map(({ name, label, people }) => ({
      name,
      label,
      count: count(people),
      shown: (people ?? 0) > 0,
      show: format(SHOW, label, count(people)),
    }));
  }

  handleShow(event: Event): void {
    this.dispatchEvent(new CustomEvent('show', { detail: (event.currentTarget as HTMLElement).dataset.name }));
  }
}
