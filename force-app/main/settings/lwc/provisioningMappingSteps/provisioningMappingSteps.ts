import { LightningElement, api } from 'lwc';
import { RowOrder, type Act } from 'c/provisioningOrderedRow';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Step = Apex.EmployeeMappingStep;

const ACTIONS = [
  { value: 'first', label: labels.settingsStepsFirst },
  { value: 'join', label: labels.settingsStepsJoin },
  { value: 'lower', label: labels.settingsStepsLower },
  { value: 'upper', label: labels.settingsStepsUpper },
  { value: 'left', label: labels.settingsStepsLeft },
  { value: 'part', label: labels.settingsStepsPart },
  { value: 'replace', label: labels.settingsStepsReplace },
  { value: 'table', label: labels.settingsStepsTable },
  { value: 'managerByNumber', label: labels.settingsStepsManager },
];
/** What each step asks for besides: the member, its label, and whether it is a number. */
const INPUTS: Readonly<Record<string, readonly { readonly member: keyof Step; readonly label: string; readonly type: string }[]>> = {
  join: [{ member: 'separator', label: labels.settingsStepsWith, type: 'text' }],
  left: [{ member: 'length', label: labels.settingsStepsLength, type: 'number' }],
  part: [
    { member: 'separator', label: labels.settingsStepsSplit, type: 'text' },
    { member: 'position', label: labels.settingsStepsPosition, type: 'number' },
  ],
  replace: [
    { member: 'search', label: labels.settingsStepsSearch, type: 'text' },
    { member: 'replacement', label: labels.settingsStepsReplacement, type: 'text' },
  ],
};
const BLANK: Step = { action: 'lower', separator: null, length: null, position: null, search: null, replacement: null, tableName: null };

/** What is made of the values of a mapping's paths, step by step. Fires `stepschange` `{steps}`. */
export default class ProvisioningMappingSteps extends LightningElement {
  @api steps: readonly Step[] = [];
  /** Names of the value tables. */
  @api tables: readonly string[] = [];
  @api disabled = false;

  readonly labels = labels;
  readonly actions = ACTIONS;
  /** Where the step that was moved stands now, for those who do not see it. */
  place = '';
  /** The step that the keyboard moves. */
  picked: number | undefined;
  private readonly order = new RowOrder<Step>({
    rows: () => this.steps,
    nameOf: (step) => ACTIONS.find(({ value }) => value === step.action)?.label ?? '',
    change: (steps) => this.fire(steps),
    say: (text) => (this.place = text),
    pick: (index) => (this.picked = index),
  });

  get count(): number {
    return this.steps.length;
  }
  get enabled(): boolean {
    return !this.disabled;
  }
  get tableOptions() {
    return ['', ...this.tables].map((name) => ({ value: name, label: name || '–' }));
  }
  get rows() {
    return this.steps.map((step, index) => ({
      index,
      action: step.action ?? '',
      table: step.tableName ?? '',
      isTable: step.action === 'table',
      position: index + 1,
      isPicked: this.picked === index,
      label: format(labels.settingsStepsStep, String(index + 1)),
      remove: format(labels.settingsStepsRemove, String(index + 1)),
      inputs: (INPUTS[step.action ?? ''] ?? []).map((input) => ({ ...input, value: step[input.member] ?? '' })),
    }));
  }

  renderedCallback(): void {
    this.order.follow(this.template as ShadowRoot);
  }

  handleAdd(): void {
    this.fire([...this.steps, BLANK]);
  }
  handleRemove(event: Event): void {
    const removed = indexOf(event);
    this.fire(this.steps.filter((_, index) => index !== removed));
  }
  handleOrder(event: CustomEvent<{ act: Act; index: number }>): void {
    this.order.act(event.detail);
  }
  handleAction(event: CustomEvent<{ value: string }>): void {
    this.change(indexOf(event), { ...BLANK, action: event.detail.value });
  }
  handleTable(event: CustomEvent<{ value: string }>): void {
    this.change(indexOf(event), { tableName: event.detail.value || null });
  }
  handleInput(event: CustomEvent<{ value: string }>): void {
    const { member, type } = (event.currentTarget as HTMLElement).dataset;
    const { value } = event.detail;
    if (member) this.change(indexOf(event), { [member]: type === 'number' ? numberOf(value) : value || null });
  }

  private change(changed: number, changes: Partial<Step>): void {
    this.fire(this.steps.map((step, index) => (index === changed ? { ...step, ...changes } : step)));
  }
  private fire(steps: readonly Step[]): void {
    this.dispatchEvent(new CustomEvent('stepschange', { detail: { steps } }));
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
