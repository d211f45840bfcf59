import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** A step of something that is done one by one. */
export interface Step {
  readonly name: string;
  readonly label: string;
  readonly state: 'done' | 'current' | 'open';
  /** Whether it may be gone to; where it is left out, what is done and what is current. */
  readonly opens?: boolean;
}

const WORDS = { done: labels.consoleStepDone, current: labels.consoleStepCurrent, open: labels.consoleStepOpen };

/**
 * Steps in their order: side by side, or one below the other where `vertical`. Steps that may be gone to are buttons. Fires `step` with the
 * name of one.
 */
export default class ProvisioningStepPath extends LightningElement {
  /** What the steps lead to, for screen readers. */
  @api label = '';
  @api steps: readonly Step[] = [];
  @api vertical = false;

  get look(): string {
    return this.vertical ? 'steps vertical' : 'steps path';
  }
  get shown() {
    return this.steps.map((step, index) => ({
      ...step,
      look: `step ${step.state}`,
      mark: step.state === 'done' ? 'utility:check' : null,
      number: String(index + 1),
      word: WORDS[step.state],
      current: step.state === 'current' ? 'step' : null,
      opens: step.opens ?? step.state !== 'open',
    }));
  }

  handleStep(event: Event): void {
    this.dispatchEvent(new CustomEvent('step', { detail: (event.currentTarget as HTMLElement).dataset.name }));
  }
}
