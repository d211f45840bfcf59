import { LightningElement, api } from 'lwc';
import type { Series, Share } from 'c/provisioningCharts';
import { count, format } from 'c/provisioningTexts';
import { isLive, stateOf, updatedLabel } from 'c/provisioningProcessTexts';
import { percentOf, progressOf, type Progress } from './rate';
import { labels } from './labels';

interface Outcome {
  readonly name: string;
  readonly label: string;
  readonly series: Series;
  readonly people: number;
}

/** How far a run is: a bar while it is under way and a ring when it has ended, people, rate, time left and the outcomes as a table. Fires `show` with the outcome whose people somebody wants to see. */
export default class ProvisioningProcessProgress extends LightningElement {
  @api process: Apex.ProvisioningProcessView | undefined;
  readonly labels = labels;

  get progress(): Progress {
    return this.process ? progressOf(this.process, Date.now()) : { percent: 0, perMinute: null, minutesLeft: null };
  }
  get hasEnded(): boolean {
    return Boolean(this.process?.endTime);
  }
  get processed(): string {
    return count(this.process?.processed);
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
  get total(): number {
    return this.process?.total ?? 0;
  }
  get parts(): readonly Share[] {
    return this.all.map(({ name, label, series, people }) => ({ name, label, series, value: people }));
  }
  /** The numbers of the chart in words. */
  get chartLabel(): string {
    const some = this.all.filter(({ people }) => people > 0).map(({ label, people }) => `${label} ${count(people)}`);
    return [this.countText, ...some].join(', ');
  }
  get outcomes() {
    return this.all.map(({ name, label, people }) => ({
      name,
      label,
      count: count(people),
      percent: percentOf(people, this.process?.processed ?? 0),
      shown: people > 0,
      show: format(labels.processShowOutcome, label, count(people)),
    }));
  }
  private get all(): readonly Outcome[] {
    const { process } = this;
    const isDry = process?.mode === 'DryRun';
    return [
      {
        name: 'Created',
        label: isDry ? labels.outcomeWouldCreate : labels.outcomeCreated,
        series: 'created',
        people: process?.created ?? 0,
      },
      { name: 'Linked', label: isDry ? labels.outcomeWouldLink : labels.outcomeLinked, series: 'linked', people: process?.linked ?? 0 },
      {
        name: 'Updated',
        label: isDry ? labels.outcomeWouldUpdate : updatedLabel(process?.scope ?? null),
        series: 'updated',
        people: process?.updated ?? 0,
      },
      { name: 'Skipped', label: isDry ? labels.outcomeWouldSkip : labels.outcomeSkipped, series: 'skipped', people: process?.skipped ?? 0 },
      { name: 'Failed', label: isDry ? labels.outcomeWouldFail : labels.outcomeFailed, series: 'failed', people: process?.failed ?? 0 },
    ];
  }

  handleShow(event: Event): void {
    this.dispatchEvent(new CustomEvent('show', { detail: (event.currentTarget as HTMLElement).dataset.name }));
  }
}

export { progressOf } from './rate';
