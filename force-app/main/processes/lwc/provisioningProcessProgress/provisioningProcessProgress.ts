import { LightningElement, api } from 'lwc';
import { count, format } from 'c/provisioningTexts';
import { isLive, stateOf, updatedLabel } from 'c/provisioningProcessTexts';
import { progressOf, type Progress } from './rate';
import { labels } from './labels';

/** How far a run is: bar, people, rate, time left and the outcomes so far. Fires `show` with the outcome whose people somebody wants to see. */
export default class ProvisioningProcessProgress extends LightningElement {
  @api process: Apex.ProvisioningProcessView | undefined;

  get progress(): Progress {
    return this.process ? progressOf(this.process, Date.now()) : { percent: 0, perMinute: null, minutesLeft: null };
  }
  get countText(): string {
    return format(labels.processPeople, this.process?.processed ?? 0, this.process?.total ?? 0);
  }
  get rateText(): string {
    const { perMinute, minutesLeft } = this.progress;
    const timeLeft = minutesLeft === null ? '' : minutesLeft === 0 ? labels.processAlmostDone : format(labels.processTimeLeft, minutesLeft);
    return [perMinute === null ? '' : format(labels.processRate, perMinute), timeLeft].filter(Boolean).join(' · ');
  }
  /** Read out at every tenth only: a screen reader that never stops helps nobody. */
  get announcement(): string {
    const { process } = this;
    if (!process) return '';
    return isLive(process) ? `${Math.floor(this.progress.percent / 10) * 10} %` : stateOf(process).word;
  }
  get outcomes() {
    const { process } = this;
    const outcomes = [
      { name: 'Created', label: labels.outcomeCreated, people: process?.created },
      { name: 'Linked', label: labels.outcomeLinked, people: process?.linked },
      { name: 'Updated', label: updatedLabel(process?.scope ?? null), people: process?.updated },
      { name: 'Skipped', label: labels.outcomeSkipped, people: process?.skipped },
      { name: 'Failed', label: labels.outcomeFailed, people: process?.failed },
    ];
    return outcomes.map(({ name, label, people }) => ({
      name,
      label,
      count: count(people),
      shown: (people ?? 0) > 0,
      show: format(labels.processShowOutcome, label, count(people)),
    }));
  }

  handleShow(event: Event): void {
    this.dispatchEvent(new CustomEvent('show', { detail: (event.currentTarget as HTMLElement).dataset.name }));
  }
}

export { progressOf } from './rate';
