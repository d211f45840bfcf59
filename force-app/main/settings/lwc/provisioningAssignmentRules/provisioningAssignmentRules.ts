import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Rule = Apex.ProvisioningAssignmentRule;

const MEMBER = 'assignmentRules';

/** Who gets what: the rules in the order in which they are asked, the defaults last, and whether who meets another rule moves. Fires `valuechange` `{field, value}`. */
export default class ProvisioningAssignmentRules extends LightningElement {
  @api rules: readonly Rule[] = [];
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by place: `assignmentRules[2].when.all[0].field`. */
  @api errors: ReadonlyMap<string, string> = new Map();
  /** Error texts by field, of the inputs for people who meet another rule. */
  @api inputErrors: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;
  /** Where the rule that was moved stands now, for those who do not see it. */
  place = '';
  private opened: ReadonlySet<number> = new Set();
  /** The button that was pressed; its rule moves away, and the focus goes with it. */
  private pressed: { index: number; move: 'up' | 'down' } | undefined;

  get enabled(): boolean {
    return !this.disabled;
  }
  get error(): string {
    return this.errors.get(MEMBER) ?? '';
  }
  get rows() {
    return this.rules.map((rule, index) => {
      const name = rule.ruleName ?? '';
      const place = `${MEMBER}[${index}]`;
      const hasError = [...this.errors.keys()].some((at) => at.startsWith(place));
      return {
        rule,
        index,
        place,
        title: `${index + 1}. ${name}`,
        isOpen: hasError || this.opened.has(index),
        up: format(labels.settingsMatchingUp, name),
        down: format(labels.settingsMatchingDown, name),
        remove: format(labels.settingsRulesRemove, name),
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

  handleToggle(event: Event): void {
    const index = indexOf(event);
    const others = [...this.opened].filter((one) => one !== index);
    this.opened = new Set((event.currentTarget as HTMLDetailsElement).open ? [...others, index] : others);
  }
  handleRule(event: CustomEvent<Rule>): void {
    const changed = indexOf(event);
    this.fire(this.rules.map((rule, index) => (index === changed ? event.detail : rule)));
  }
  handleAdd(): void {
    this.opened = new Set([...this.opened, this.rules.length]);
    this.fire([
      ...this.rules,
      {
        ruleName: format(labels.settingsRulesNew, this.rules.length + 1),
        condition: { match: 'all', conditions: [{ field: null, operator: 'equals', values: [], nested: null }] },
        gives: {
          profileId: null,
          profileName: null,
          ownSets: false,
          permissionSets: [],
          role: null,
          timeZone: null,
          locale: null,
          language: null,
          fields: [],
        },
      },
    ]);
  }
  handleInput(event: CustomEvent<{ field: string; value: unknown }>): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: event.detail }));
  }
  handleRemove(event: Event): void {
    const removed = indexOf(event);
    this.opened = new Set();
    this.fire(this.rules.filter((_, index) => index !== removed));
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
    this.opened = new Set();
    this.pressed = { index, move };
    this.place = format(labels.settingsMatchingPlace, moved.ruleName, index + 1, this.rules.length);
    this.fire([...others.slice(0, index), moved, ...others.slice(index)]);
  }
  private fire(value: readonly Rule[]): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: MEMBER, value } }));
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}
