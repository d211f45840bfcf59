import { LightningElement, api } from 'lwc';
import { RowOrder, type Act } from 'c/provisioningOrderedRow';
import { labels } from './labels';

type Choice = Apex.EmployeeMatchChoice;

/** Our own key comes before all of them. */
const OWN_KEY = 1;

/** Which users are recognized as employees: the rules in the order in which they are asked. Fires `valuechange` `{field: 'matchingRules', value}`. */
export default class ProvisioningMatchingRules extends LightningElement {
  @api rules: readonly Choice[] = [];
  /** Every rule with its label. */
  @api choices: readonly Apex.ProvisioningChoice[] = [];
  @api error = '';
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;
  /** Where the rule that was moved stands now, for those who do not see it. */
  place = '';
  /** The rule that the keyboard moves. */
  picked: number | undefined;
  private readonly order = new RowOrder<Choice>(
    {
      rows: () => this.rules,
      nameOf: ({ rule }) => this.labelOf(rule),
      change: (rules) => this.fire(rules),
      say: (text) => (this.place = text),
      pick: (index) => (this.picked = index),
    },
    OWN_KEY,
  );

  get canMove(): boolean {
    return !this.disabled;
  }
  get count(): number {
    return this.rules.length;
  }
  get rows() {
    return this.rules.map(({ rule, enabled }, index) => ({
      rule,
      index,
      position: index + 1 + OWN_KEY,
      label: this.labelOf(rule),
      isPicked: this.picked === index,
      enabled: enabled ?? false,
    }));
  }

  renderedCallback(): void {
    this.order.follow(this.template as ShadowRoot);
  }

  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    const changed = Number((event.currentTarget as HTMLElement).dataset.index);
    this.fire(this.rules.map((choice, index) => (index === changed ? { ...choice, enabled: event.detail.checked } : choice)));
  }
  handleOrder(event: CustomEvent<{ act: Act; index: number }>): void {
    this.order.act(event.detail);
  }

  private labelOf(rule: string | null): string {
    return this.choices.find(({ value }) => value === rule)?.label ?? rule ?? '';
  }
  private fire(value: readonly Choice[]): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: 'matchingRules', value } }));
  }
}
