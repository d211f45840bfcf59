import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** Stands for a constant among the fields. */
const CONSTANT = '';

/** What of a user is sent as which attribute, and which fields are carried over when they change. Fires `change` with what changed. */
export default class ProvisioningWizardMapping extends LightningElement {
  @api settings: Apex.AppSettings | undefined;
  @api options: Apex.AppSettingsOptions | undefined;
  @api disabled = false;
  readonly labels = labels;

  get fields() {
    return [{ value: CONSTANT, label: labels.appsMappingIsConstant }, ...(this.options?.userFields ?? [])];
  }
  get userFields() {
    return this.options?.userFields ?? [];
  }
  get rows() {
    return this.mapping.map((row, index) => ({
      key: String(index),
      target: row.target,
      field: row.paths?.[0] ?? CONSTANT,
      constant: row.constant,
      isConstant: (row.paths?.length ?? 0) === 0,
      group: format(labels.appsMappingRow, index + 1),
      remove: format(labels.appsMappingRemove, row.target ?? ''),
    }));
  }
  get onUpdate(): readonly string[] {
    return this.settings?.onUpdate ?? [];
  }
  private get mapping(): readonly Apex.AppMapping[] {
    return this.settings?.mapping ?? [];
  }

  handleTarget(event: CustomEvent<{ value: string }>): void {
    this.change(event, { target: event.detail.value.trim() });
  }
  /** The further fields of a row stay: they are tried where the first is blank. */
  handleField(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    const rest = this.mapping[indexOf(event)]?.paths?.slice(1) ?? [];
    this.change(event, value === CONSTANT ? { paths: [] } : { paths: [value, ...rest], constant: null });
  }
  handleConstant(event: CustomEvent<{ value: string }>): void {
    this.change(event, { constant: event.detail.value });
  }
  handleRemove(event: Event): void {
    const index = indexOf(event);
    this.tell({ mapping: this.mapping.filter((_, at) => at !== index) });
  }
  handleAdd(): void {
    this.tell({ mapping: [...this.mapping, { target: '', paths: [], constant: null } as unknown as Apex.AppMapping] });
  }
  handleOnUpdate(event: CustomEvent<{ value: readonly string[] }>): void {
    this.tell({ onUpdate: event.detail.value });
  }

  private change(event: Event, change: Partial<Apex.AppMapping>): void {
    const index = indexOf(event);
    this.tell({ mapping: this.mapping.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  }
  private tell(change: Partial<Apex.AppSettings>): void {
    this.dispatchEvent(new CustomEvent('change', { detail: change }));
  }
}

const indexOf = (event: Event): number => Number((event.currentTarget as HTMLElement).dataset.index);
