import { LightningElement, api } from 'lwc';
import { blankMapping, changed, pathsOf, without } from './mappings';
import { labels } from './labels';

/** How further fields of new users are filled. Fires `valuechange` `{field: 'fieldMappings', value}`. */
export default class ProvisioningSettingsMappings extends LightningElement {
  @api mappings: readonly Apex.EmployeeFieldMapping[] = [];
  /** Value tables that steps may ask. */
  @api tables: readonly Apex.EmployeeValueTable[] = [];
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** What is wrong with a mapping; empty when nothing is. */
  @api error = '';
  @api disabled = false;

  readonly labels = labels;

  get rows() {
    return this.mappings.map((mapping, index) => ({
      index,
      userField: mapping.userField ?? '',
      paths: mapping.paths.join(', '),
      constant: mapping.constant ?? '',
      steps: mapping.steps,
    }));
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
  handleRemove(event: Event): void {
    this.fire(without(this.mappings, indexOf(event)));
  }
  handleUserField(event: CustomEvent<{ value: string }>): void {
    this.fire(changed(this.mappings, indexOf(event), { userField: event.detail.value || null }));
  }
  handlePaths(event: CustomEvent<{ value: string }>): void {
    this.fire(changed(this.mappings, indexOf(event), { paths: pathsOf(event.detail.value) }));
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
