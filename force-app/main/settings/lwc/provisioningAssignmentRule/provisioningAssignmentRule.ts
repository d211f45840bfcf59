import { LightningElement, api } from 'lwc';
import { labels } from './labels';

type Rule = Apex.ProvisioningAssignmentRule;
type Gifts = Apex.ProvisioningAssignmentGifts;

/** Defaults of new users that a rule may give in place of those of the settings. */
const DEFAULTS = ['role', 'timeZone', 'locale', 'language'] as const;

/** One assignment rule: its name, whom it is meant for, and what they get. Fires `rulechange` with the rule as it would be. */
export default class ProvisioningAssignmentRule extends LightningElement {
  @api rule: Rule | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Where the rule stands, as findings name it: `assignmentRules[0]`. */
  @api place = '';
  /** Error texts by place. */
  @api errors: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;

  get gives(): Partial<Gifts> {
    return this.rule?.gives ?? {};
  }
  get fieldOptions() {
    return choices(this.options?.employeePaths, labels.settingsMappingChoose);
  }
  get userFieldOptions() {
    return choices(this.options?.userFields, labels.settingsMappingChoose);
  }
  get whenPlace(): string {
    return `${this.place}.when`;
  }
  get pickers() {
    const profile = {
      name: 'profileId',
      label: labels.settingsProfile,
      options: choices(this.options?.profiles, labels.settingsRulesAsDefaults),
      value: this.gives.profileId ?? '',
    };
    const inputs = (this.options?.inputs ?? []).filter(({ name }) => DEFAULTS.some((one) => one === name));
    return [
      profile,
      ...inputs.map(({ name, label, choices: values }) => ({
        name: name ?? '',
        label: label ?? '',
        options: choices(
          values.filter(({ value }) => value),
          labels.settingsRulesAsDefaults,
        ),
        value: String(this.gives[name as (typeof DEFAULTS)[number]] ?? ''),
      })),
    ];
  }
  get hasOwnSets(): boolean {
    return this.gives.ownSets === true;
  }
  get sets(): readonly string[] {
    return this.gives.permissionSets ?? [];
  }
  get setOptions() {
    return choices(this.options?.permissionSets).filter(({ value }) => value);
  }
  get fieldRows() {
    return (this.gives.fields ?? []).map((field, index) => ({
      index,
      userField: field.userField ?? '',
      constant: field.constant ?? '',
    }));
  }
  get nameError(): string {
    return this.errors.get(`${this.place}.name`) ?? '';
  }
  get givesError(): string {
    return [...this.errors].find(([at]) => at.startsWith(`${this.place}.gives`))?.[1] ?? '';
  }
  get enabled(): boolean {
    return !this.disabled;
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.fire({ ruleName: event.detail.value });
  }
  handleGroup(event: CustomEvent<Apex.EmployeeConditionGroup>): void {
    this.fire({ condition: event.detail });
  }
  handlePicked(event: CustomEvent<{ value: string }>): void {
    const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
    const value = event.detail.value || null;
    const profile = this.options?.profiles.find((choice) => choice.value === value);
    this.give(name === 'profileId' ? { profileId: value, profileName: profile?.label ?? null } : { [name]: value });
  }
  handleOwnSets(event: CustomEvent<{ checked: boolean }>): void {
    this.give({ ownSets: event.detail.checked });
  }
  handleSets(event: CustomEvent<{ value: string[] }>): void {
    this.give({ permissionSets: event.detail.value });
  }
  handleUserField(event: CustomEvent<{ value: string }>): void {
    this.changeField(event, { userField: event.detail.value || null });
  }
  handleConstant(event: CustomEvent<{ value: string }>): void {
    this.changeField(event, { constant: event.detail.value || null });
  }
  handleAddField(): void {
    this.give({ fields: [...(this.gives.fields ?? []), { userField: null, constant: null }] });
  }
  handleRemoveField(event: Event): void {
    this.give({ fields: (this.gives.fields ?? []).filter((_, index) => index !== indexOf(event)) });
  }

  private changeField(event: Event, changes: Partial<Gifts['fields'][number]>): void {
    const changed = indexOf(event);
    this.give({ fields: (this.gives.fields ?? []).map((field, index) => (index === changed ? { ...field, ...changes } : field)) });
  }
  private give(changes: Partial<Gifts>): void {
    this.fire({ gives: { ...(this.gives as Gifts), ...changes } });
  }
  private fire(changes: Partial<Rule>): void {
    this.dispatchEvent(new CustomEvent('rulechange', { detail: { ...this.rule, ...changes } }));
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}
function choices(values: readonly Apex.ProvisioningChoice[] | undefined, blank = '') {
  return [{ label: blank, value: '' }, ...(values ?? []).map(({ label, value }) => ({ label: label ?? value ?? '', value: value ?? '' }))];
}
