import type { Step } from 'c/provisioningStepPath';
import { leftOf, type Done } from './left';
import { isRun, isRunDone, stepsOf, type WizardStep } from './steps';

/** Where somebody stands, and what is known of the app. */
export interface Standing {
  readonly step: string;
  readonly draft: Apex.AppSettings | undefined;
  readonly view: Apex.AppSettingsView | undefined;
  readonly done: Done;
  /** The farthest step at which somebody was. */
  readonly reached: number;
  readonly isReadOnly: boolean;
  /** Whether the app was set up before. */
  readonly isRerun: boolean;
}

/** The way through the wizard: its steps in their order, what each of them has left, and which may be opened from here. */
export class Way {
  readonly steps: readonly WizardStep[];
  /** The step at which somebody stands. */
  readonly index: number;
  private readonly here: Standing;

  constructor(here: Standing) {
    this.here = here;
    this.steps = stepsOf(here.draft?.engine ?? null);
    this.index = Math.max(
      0,
      this.steps.findIndex(({ name }) => name === here.step),
    );
  }

  get current(): WizardStep | undefined {
    return this.steps[this.index];
  }
  get next(): WizardStep | undefined {
    return this.steps[this.index + 1];
  }
  get before(): WizardStep | undefined {
    return this.steps[this.index - 1];
  }
  /** What is left here before somebody goes on. */
  get left(): readonly string[] {
    return this.leftAt(this.here.step);
  }
  get path(): readonly Step[] {
    return this.steps.map(({ name, label }, index) => ({
      name,
      label,
      state: index === this.index ? 'current' : this.isDone(name, index) ? 'done' : 'open',
      opens: index <= this.index || this.here.isReadOnly || this.isFreeBefore(index),
    }));
  }

  private isFreeBefore(index: number): boolean {
    return this.steps.slice(0, index).every(({ name }) => this.leftAt(name).length === 0);
  }
  /** A step of the configuration is done when somebody was there and left nothing out; one of the runs when that is so there. */
  private isDone(name: string, index: number): boolean {
    const { view, reached, isRerun } = this.here;
    if (!view) return false;
    if (isRun(name)) return isRunDone(name, view);
    const isReached = index < reached || isRerun || isRunDone('collect', view);
    return isReached && (Boolean(view.settings?.enabled) || this.leftAt(name).length === 0);
  }
  private leftAt(step: string): readonly string[] {
    const { draft, view, done } = this.here;
    return draft && view ? leftOf(step, draft, done) : [];
  }
}
