import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** A step on the way to the first run. */
export interface GuideStep {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly isDone: boolean;
  /** Whether this person can do it now. */
  readonly isPossible: boolean;
}

/** The way to the first run, step by step. Fires `step` with the name of the step whose button was pressed. */
export default class ProvisioningSetupGuide extends LightningElement {
  @api steps: readonly GuideStep[] = [];
  readonly labels = labels;

  get doneText(): string {
    return format(labels.overviewGuideDone, this.steps.filter(({ isDone }) => isDone).length, this.steps.length);
  }
  get shown() {
    const next = this.steps.find(({ isDone }) => !isDone)?.name;
    return this.steps.map((step, index) => ({
      ...step,
      number: index + 1,
      step: format(labels.overviewStep, index + 1),
      mark: step.isDone ? 'mark done' : step.name === next ? 'mark next' : 'mark',
      variant: step.name === next ? 'brand' : 'neutral',
      isBarred: !step.isPossible,
      current: step.name === next ? 'step' : undefined,
    }));
  }

  handleStep(event: Event): void {
    this.dispatchEvent(new CustomEvent('step', { detail: (event.currentTarget as HTMLElement).dataset.name }));
  }
}
