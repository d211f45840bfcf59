import { LightningElement, api } from 'lwc';
import { RowOrder, type Act } from 'c/provisioningOrderedRow';
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
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;
  /** Where the rule that was moved stands now, for those who do not see it. */
  place = '';
  private opened: ReadonlySet<number> = new Set();
  /** The rule that the keyboard moves. */
  picked: number | undefined;
  private readonly order = new RowOrder<Rule>({
    rows: () => this.rules,
    nameOf: ({ ruleName }) => ruleName ?? '',
    change: (rules) => {
      this.opened = new Set();
      this.fire(rules);
    },
    say: (text) => (this.place = text),
    pick: (index) => (this.picked = index),
  });

  get enabled(): boolean {
    return !this.disabled;
  }
  get error(): string {
    return this.errors.get(MEMBER) ?? '';
  }
  get count(): number {
    return this.rules.length;
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
        name,
        position: index + 1,
        isOpen: hasError || this.opened.has(index),
        isPicked: this.picked === index,
        remove: format(labels.settingsRulesRemove, name),
      };
    });
  }

  renderedCallback(): void {
    this.order.follow(this.template as ShadowRoot);
  }

  handleOrder(event: CustomEvent<{ act: Act; index: number }>): void {
    this.order.act(event.detail);
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

  private fire(value: readonly Rule[]): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: MEMBER, value } }));
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}
