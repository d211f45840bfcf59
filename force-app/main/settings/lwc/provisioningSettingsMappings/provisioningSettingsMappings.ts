import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { RowOrder, type Act } from 'c/provisioningOrderedRow';
import { format } from 'c/provisioningTexts';
import suggestMappings from '@salesforce/apex/EmployeeUserSettingsController.suggestMappings';
import { blankMapping, changed, earlier, without } from './mappings';
import { labels } from './labels';

/** How further fields of new users are filled. Fires `valuechange` `{field: 'fieldMappings', value}`. */
export default class ProvisioningSettingsMappings extends LightningElement {
  @api mappings: readonly Apex.EmployeeFieldMapping[] = [];
  /** All settings, to be asked what names suggest beyond them. */
  @api settings: Apex.ProvisioningSettingsData | undefined;
  /** The user that is previewed with these mappings, where one is. */
  @api preview: Apex.EmployeeUserPreview | undefined;
  /** Value tables that steps may ask. */
  @api tables: readonly Apex.EmployeeValueTable[] = [];
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by place: `fieldMappings[1]`, `fieldMappings[1].steps[0].do`. */
  @api errors: ReadonlyMap<string, string> = new Map();
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;
  /** What became of the last proposal, for everybody to read. */
  proposal = '';
  failure = '';
  /** Where the mapping that was moved stands now, for those who do not see it. */
  place = '';
  /** The mapping that the keyboard moves. */
  picked: number | undefined;
  private readonly calls = new Calls();
  private readonly order = new RowOrder<Apex.EmployeeFieldMapping>({
    rows: () => this.mappings,
    nameOf: (mapping) => this.nameOf(mapping),
    change: (mappings) => this.fire(mappings),
    say: (text) => (this.place = text),
    pick: (index) => (this.picked = index),
  });

  renderedCallback(): void {
    this.order.follow(this.template as ShadowRoot);
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get rows() {
    const labelOf = new Map((this.options?.employeePaths ?? []).map(({ value, label }) => [value, label]));
    return this.mappings.map((mapping, index) => ({
      index,
      position: index + 1,
      name: this.nameOf(mapping),
      isPicked: this.picked === index,
      userField: mapping.userField ?? '',
      paths: mapping.paths.map((path, at) => {
        const label = labelOf.get(path) ?? path;
        return {
          key: `${at}`,
          at,
          label,
          isFirst: at === 0,
          isLater: at > 0,
          remove: format(labels.settingsMappingPathRemove, label),
          earlier: format(labels.settingsMappingPathEarlier, label),
        };
      }),
      constant: mapping.constant ?? '',
      steps: mapping.steps,
      title: format(labels.settingsMappingRow, index + 1),
      error: this.errorOf(index),
      ...this.shownFor(mapping.userField),
    }));
  }
  get count(): number {
    return this.mappings.length;
  }
  /** What is wrong with the mappings as a whole. */
  get error(): string {
    return this.errors.get('fieldMappings') ?? '';
  }
  get tableNames(): readonly string[] {
    return this.tables.map(({ name }) => name ?? '').filter(Boolean);
  }
  get fieldOptions() {
    return choices(this.options?.userFields);
  }
  get pathOptions() {
    return choices(this.options?.employeePaths);
  }
  get enabled(): boolean {
    return !this.disabled;
  }
  get isEmpty(): boolean {
    return this.mappings.length === 0;
  }

  handleAdd(): void {
    this.fire([...this.mappings, blankMapping()]);
  }
  /** Proposals are rows like others: nothing is saved before somebody saves. */
  handleSuggest(): Promise<void> {
    return this.calls.act(
      async () => {
        this.proposal = '';
        const suggested = await suggestMappings({ settings: this.settings ?? null });
        const filled = new Set(this.mappings.map(({ userField }) => userField));
        // whatever was mapped while the server was asked stays as it is
        const added = suggested.filter(({ userField }) => !filled.has(userField));
        this.proposal = added.length ? format(labels.settingsMappingSuggested, added.length) : labels.settingsMappingSuggestedNone;
        if (added.length) this.fire([...this.mappings, ...added]);
      },
      ({ message }) => (this.failure = message),
    );
  }
  handleOrder(event: CustomEvent<{ act: Act; index: number }>): void {
    this.order.act(event.detail);
  }
  handleRemove(event: Event): void {
    this.fire(without(this.mappings, indexOf(event)));
  }
  handleUserField(event: CustomEvent<{ value: string }>): void {
    this.fire(changed(this.mappings, indexOf(event), { userField: event.detail.value || null }));
  }
  handlePathRemove(event: Event): void {
    const { index, at, paths } = this.pathOf(event);
    this.fire(changed(this.mappings, index, { paths: [...without(paths, at)] }));
  }
  handlePathEarlier(event: Event): void {
    const { index, at, paths } = this.pathOf(event);
    this.fire(changed(this.mappings, index, { paths: [...earlier(paths, at)] }));
  }
  handlePath(event: CustomEvent<{ value: string }>): void {
    const index = indexOf(event);
    const paths = this.mappings[index]?.paths ?? [];
    // it adds, so it shows no choice of its own
    (event.currentTarget as HTMLElement & { value: string }).value = '';
    if (event.detail.value) this.fire(changed(this.mappings, index, { paths: [...paths, event.detail.value] }));
  }
  handleConstant(event: CustomEvent<{ value: string }>): void {
    this.fire(changed(this.mappings, indexOf(event), { constant: event.detail.value || null }));
  }

  handleSteps(event: CustomEvent<{ steps: Apex.EmployeeMappingStep[] }>): void {
    this.fire(changed(this.mappings, indexOf(event), { steps: event.detail.steps }));
  }

  /** By its field, and by its place until it has one. */
  private nameOf(mapping: Apex.EmployeeFieldMapping): string {
    const field = this.options?.userFields.find(({ value }) => value === mapping.userField);
    return field?.label ?? mapping.userField ?? format(labels.settingsMappingRow, this.mappings.indexOf(mapping) + 1);
  }
  private pathOf(event: Event) {
    const index = indexOf(event);
    return { index, at: Number((event.currentTarget as HTMLElement).dataset.at), paths: this.mappings[index]?.paths ?? [] };
  }
  /** What the field would hold of the person who is previewed, or why it would not. */
  private shownFor(userField: string | null): { readonly shown: string; readonly isUnfitting: boolean } {
    const { preview } = this;
    if (!preview || !userField || preview.values.length === 0) return { shown: '', isUnfitting: false };
    const isOfField = ({ field }: Apex.EmployeeUserPreview_Value) => field === userField;
    const problem = preview.unfitting.find(isOfField)?.value;
    const value = problem ?? preview.values.find(isOfField)?.value ?? labels.settingsMappingBlank;
    return { shown: format(labels.settingsMappingShown, preview.employeeName, value), isUnfitting: !!problem };
  }
  private errorOf(index: number): string {
    const place = `fieldMappings[${index}]`;
    return [...this.errors].find(([field]) => field === place || field.startsWith(`${place}.`))?.[1] ?? '';
  }
  private fire(value: readonly Apex.EmployeeFieldMapping[]): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field: 'fieldMappings', value } }));
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}

function choices(values: readonly Apex.ProvisioningChoice[] | undefined) {
  const options = (values ?? []).map((choice) => ({ label: choice.label ?? '', value: choice.value ?? '' }));
  return [{ label: labels.settingsMappingChoose, value: '' }, ...options];
}
