import { LightningElement, api } from 'lwc';
import { blankCondition, blankGroup, changed, nestedGroup, takesValues, valuesOf, without, OPERATORS, type Operator } from './conditions';
import { labels } from './labels';

const NAMES: Readonly<Record<Operator, string>> = {
  equals: labels.settingsRulesIsEquals,
  not: labels.settingsRulesIsNot,
  in: labels.settingsRulesIsIn,
  startsWith: labels.settingsRulesIsStartsWith,
  contains: labels.settingsRulesIsContains,
  empty: labels.settingsRulesIsEmpty,
  notEmpty: labels.settingsRulesIsNotEmpty,
  before: labels.settingsRulesIsBefore,
  after: labels.settingsRulesIsAfter,
};

/** Conditions of which all must hold, or any; one group of others may be among them. Fires `groupchange` with the group as it would be. */
export default class ProvisioningConditionGroup extends LightningElement {
  @api group: Apex.EmployeeConditionGroup | undefined;
  /** Fields of employees, with the choice of nothing. */
  @api fields: readonly { label: string; value: string }[] = [];
  /** Where the group stands, as findings name it: `assignmentRules[0].when`. */
  @api place = '';
  /** Error texts by place. */
  @api errors: ReadonlyMap<string, string> = new Map();
  @api disabled = false;
  /** True for the group inside another one. */
  @api nested = false;

  readonly labels = labels;
  readonly matches = [
    { label: labels.settingsRulesAll, value: 'all' },
    { label: labels.settingsRulesAny, value: 'any' },
  ];
  readonly operators = OPERATORS.map((operator) => ({ label: NAMES[operator], value: operator }));

  get own(): Apex.EmployeeConditionGroup {
    return this.group ?? blankGroup('all');
  }
  get rows() {
    return this.own.conditions.map((condition, index) => {
      const place = `${this.place}.${this.own.match}[${index}]`;
      return {
        index,
        place,
        nested: condition.nested,
        field: condition.field ?? '',
        operator: condition.operator ?? 'equals',
        values: condition.values.join('; '),
        takesValues: takesValues(condition.operator),
        error: condition.nested ? '' : errorBelow(this.errors, place),
      };
    });
  }
  get error(): string {
    return this.errors.get(this.place) ?? '';
  }
  get matchLabel(): string {
    return this.nested ? labels.settingsRulesGroup : labels.settingsRulesWhen;
  }
  get enabled(): boolean {
    return !this.disabled;
  }
  get mayNest(): boolean {
    return this.enabled && !this.nested && !this.own.conditions.some((condition) => condition.nested);
  }

  handleMatch(event: CustomEvent<{ value: string }>): void {
    this.fire({ ...this.own, match: event.detail.value });
  }
  handleField(event: CustomEvent<{ value: string }>): void {
    this.fire(changed(this.own, indexOf(event), { field: event.detail.value || null }));
  }
  handleOperator(event: CustomEvent<{ value: string }>): void {
    const operator = event.detail.value;
    this.fire(changed(this.own, indexOf(event), takesValues(operator) ? { operator } : { operator, values: [] }));
  }
  handleValues(event: CustomEvent<{ value: string }>): void {
    this.fire(changed(this.own, indexOf(event), { values: valuesOf(event.detail.value) }));
  }
  handleGroup(event: CustomEvent<Apex.EmployeeConditionGroup>): void {
    event.stopPropagation();
    this.fire(changed(this.own, indexOf(event), { nested: event.detail }));
  }
  handleAdd(): void {
    this.fire({ ...this.own, conditions: [...this.own.conditions, blankCondition()] });
  }
  handleAddGroup(): void {
    this.fire({ ...this.own, conditions: [...this.own.conditions, nestedGroup()] });
  }
  handleRemove(event: Event): void {
    this.fire(without(this.own, indexOf(event)));
  }

  private fire(detail: Apex.EmployeeConditionGroup): void {
    this.dispatchEvent(new CustomEvent('groupchange', { detail }));
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}
/** The first error at the place or inside it. */
function errorBelow(errors: ReadonlyMap<string, string>, place: string): string {
  return [...errors].find(([at]) => at.startsWith(place))?.[1] ?? '';
}
