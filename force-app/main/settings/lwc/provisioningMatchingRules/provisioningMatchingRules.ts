import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Choice = Apex.EmployeeMatchChoice;

/** Our own key comes before all of them. */
const OWN_KEY = 1;
/** A list has several of them, and only ours may be dropped in it. */
const KIND = 'application/x-provisioning-rule';

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
  private pressed: { index: number; move: 'up' | 'down' | 'handle' } | undefined;
  /** The rule that is being moved from the keyboard, and the order to which Escape goes back. */
  private picked: { rule: string | null; before: readonly Choice[] } | undefined;
  private dragged: number | undefined;

  get canMove(): boolean {
    return !this.disabled;
  }
  get dragging(): string {
    return String(this.canMove);
  }
  get rows() {
    return this.rules.map(({ rule, enabled }, index) => {
      const label = this.labelOf(rule);
      return {
        rule,
        index,
        number: index + 1 + OWN_KEY,
        label,
        handle: format(labels.settingsMoveHandle, label),
        isPicked: String(this.picked?.rule === rule),
        look: this.picked?.rule === rule ? 'slds-item rule picked' : 'slds-item rule',
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
      buttons.find(({ dataset, disabled }) => dataset.move === pressed.move && !disabled) ??
      buttons.find(({ dataset, disabled }) => dataset.move !== 'handle' && !disabled)
    )?.focus();
  }

  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    const changed = indexOf(event);
    this.fire(this.rules.map((choice, index) => (index === changed ? { ...choice, enabled: event.detail.checked } : choice)));
  }
  handleUp(event: Event): void {
    const index = indexOf(event);
    this.move(index, index - 1, 'up');
  }
  handleDown(event: Event): void {
    const index = indexOf(event);
    this.move(index, index + 1, 'down');
  }
  handleKey(event: KeyboardEvent): void {
    const index = indexOf(event);
    const { picked } = this;
    const isOurs = event.key === ' ' || (picked && ['ArrowUp', 'ArrowDown', 'Escape'].includes(event.key));
    if (!isOurs) return;
    event.preventDefault();
    if (event.key === ' ') this.pick(index);
    else if (event.key === 'Escape') this.putBack();
    else this.move(index, event.key === 'ArrowUp' ? index - 1 : index + 1, 'handle');
  }
  handleDrag(event: DragEvent): void {
    this.dragged = indexOf(event);
    event.dataTransfer?.setData(KIND, String(this.dragged));
  }
  handleDragOver(event: DragEvent): void {
    if (this.dragged !== undefined) event.preventDefault();
  }
  handleDrop(event: DragEvent): void {
    const { dragged } = this;
    this.dragged = undefined;
    if (dragged === undefined) return;
    event.preventDefault();
    this.move(dragged, indexOf(event), 'handle');
  }
  handleDragEnd(): void {
    this.dragged = undefined;
  }

  /** Picks the rule up, or lets it go where it is now. */
  private pick(index: number): void {
    const rule = this.rules[index]?.rule ?? null;
    const isDropped = this.picked !== undefined;
    this.picked = isDropped ? undefined : { rule, before: this.rules };
    this.place = isDropped
      ? format(labels.settingsMoveTo, this.labelOf(rule), index + 1 + OWN_KEY)
      : format(labels.settingsMovePicked, this.labelOf(rule), index + 1 + OWN_KEY, this.rules.length + OWN_KEY);
  }
  private putBack(): void {
    const { picked } = this;
    if (!picked) return;
    this.picked = undefined;
    const index = picked.before.findIndex(({ rule }) => rule === picked.rule);
    this.pressed = { index, move: 'handle' };
    this.place = format(labels.settingsMoveBack, this.labelOf(picked.rule), index + 1 + OWN_KEY);
    this.fire(picked.before);
  }
  private move(from: number, index: number, move: 'up' | 'down' | 'handle'): void {
    const moved = this.rules[from];
    if (!moved || index === from || index < 0 || index >= this.rules.length) return;
    const others = this.rules.filter((_, place) => place !== from);
    this.pressed = { index, move };
    this.place = format(labels.settingsMoveTo, this.labelOf(moved.rule), index + 1 + OWN_KEY);
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
