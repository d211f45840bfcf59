import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Choice = Apex.EmployeeMatchChoice;

/** Which users are recognized as employees: the rules in the order in which they are asked. Fires `valuechange` `{field: 'matchingRules', value}`. */
export default class ProvisioningMatchingRules extends LightningElement {
  @api rules: readonly Choice[] = [];
  /** Every rule with its label. */
  @api choices: readonly Apex.ProvisioningChoice[] = [];
  @api error = '';
  @api disabled = false;

  readonly labels = labels;
  /** Where the rule that was moved stands now, for those who do not see it. */
  place = '';
  /** The button that was pressed; its rule moves away, and the focus goes with it. */
  private pressed: { index: number; move: 'up' | 'down' } | undefined;

  get canMove(): boolean {
    return !this.disabled;
  }
  get rows() {
    return this.rules.map(({ rule, enabled }, index) => {
      const label = this.labelOf(rule);
      return {
        rule,
        index,
        label,
        enabled: enabled ?? false,
        up: format(labels.settingsMatchingUp, label),
        down: format(labels.settingsMatchingDown, label),
        isFirst: index === 0,
        isLast: index === this.rules.length - 1,
      };
    });
  }

  renderedCallback(): void {
    const { pressed } = this;
    if (!pressed) return;
    this.pressed = undefined;
    const buttons = [
      ...(this.template as ShadowRoot).querySelectorAll<HTMLElement & { disabled: boolean }>(`[data-index="${pressed.index}"][data-move]`),
    ];
    // at either end the button of its own direction is off
    (
      buttons.find(({ dataset, disabled }) => dataset.move === pressed.move && !disabled) ?? buttons.find(({ disabled }) => !disabled)
    )?.focus();
  }

  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    const changed = indexOf(event);
    this.fire(this.rules.map((choice, index) => (index === changed ? { ...choice, enabled: event.detail.checked } : choice)));
  }
  handleUp(event: Event): void {
    this.move(indexOf(event), 'up');
  }
  handleDown(event: Event): void {
    this.move(indexOf(event), 'down');
  }

  private move(from: number, move: 'up' | 'down'): void {
    const index = move === 'up' ? from - 1 : from + 1;
    const moved = this.rules[from];
    if (!moved || index < 0 || index >= this.rules.length) return;
    const others = this.rules.filter((_, place) => place !== from);
    this.pressed = { index, move };
    this.place = format(labels.settingsMatchingPlace, this.labelOf(moved.rule), index + 1, this.rules.length);
    this.fire([...others.slice(0, index), moved, ...others.slice(index)]);
  }
  private labelOf(rule: string | null): string {
    return this.choices.find(({ value }) => value === rule)?.label ?? rule ?? '';
  }
  private fire(value: readonly Choice[]): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: 'matchingRules', value } }));
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}
