import { LightningElement, api } from 'lwc';
import { FORMS, FULL_NAME, withTarget, type ColumnPlan, type Mapping, type Plan } from 'c/provisioningImportColumns';
import type { ImportFile } from 'c/provisioningImportFile';
import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';
import { ENCODINGS, FORM_LABELS, FOUND } from './words';

/**
 * The second step of an import: where each column goes, how its dates are written, what its values mean, and what an empty cell does. Fires
 * `plan` with the whole plan, `encoding` with how the file is to be read, and `remember` with whether the mapping is kept.
 */
export default class ProvisioningImportMapping extends LightningElement {
  @api file: ImportFile | undefined;
  @api fields: readonly Apex.EmployeeImportFieldView[] = [];
  @api plan: Plan | undefined;
  @api last: Mapping | undefined;
  /** Empty: recognised. */
  @api encoding = '';
  @api remembers = false;
  /** What has to be settled before rows can be checked. */
  @api obstacles: readonly string[] = [];
  readonly labels = labels;
  readonly encodings = ENCODINGS;
  readonly emptyChoices = [
    { label: labels.importMapEmptyKeep, value: 'Keep' },
    { label: labels.importMapEmptyEmpty, value: 'Empty' },
  ];

  get targets() {
    return [
      { label: labels.importMapNone, value: '' },
      { label: labels.importMapFullName, value: FULL_NAME },
      ...this.fields.map(({ name, label }) => ({ label: label ?? '', value: name ?? '' })),
    ];
  }
  get columns() {
    return (this.plan?.columns ?? []).map((column) => ({
      name: column.name,
      target: column.target,
      samples: column.samples.join(', '),
      targetLabel: format(labels.importMapTargetOf, column.name),
      found: FOUND[column.found],
      isSure: column.target !== '',
      hasForm: column.form !== null,
      form: column.form,
      formLabel: format(labels.importMapForm, column.name),
    }));
  }
  get formChoices() {
    const known = FORMS.map((value) => ({ value: value as string, label: FORM_LABELS[value] }));
    return [{ value: '', label: labels.importMapFormChoose }, ...known];
  }
  /** The columns that hold values which are none of their field's. */
  get meanings() {
    return (this.plan?.columns ?? [])
      .filter(({ meanings }) => meanings.length > 0)
      .map(({ name, target, meanings }) => {
        const field = this.fields.find((one) => one.name === target);
        const choices = (field?.choices ?? []).map((value) => ({ label: value, value }));
        return {
          name,
          title: format(labels.importMapValues, field?.label ?? name),
          choices: [{ label: labels.importMapMeansOpen, value: '' }, ...choices],
          values: meanings.map(({ value, means }) => ({ value, means, label: format(labels.importMapMeans, value) })),
        };
      });
  }
  get usedText(): string {
    const columns = this.plan?.columns ?? [];
    return format(labels.importMapUsed, columns.filter(({ target }) => target !== '').length, columns.length);
  }
  get fileText(): string {
    const { rows, columns, encoding } = this.file ?? { rows: [], columns: [], encoding: '' };
    const name = ENCODINGS.find(({ value }) => value === encoding)?.label ?? encoding;
    return format(labels.importMapFile, count(rows.length), count(columns.length), name);
  }

  handleTarget(event: CustomEvent<{ value: string }>): void {
    const { file, last, fields } = this;
    if (!file || !last) return;
    this.change(event, (column) => ({ ...withTarget(column, event.detail.value, file, fields, last), found: 'chosen' }));
  }
  handleForm(event: CustomEvent<{ value: string }>): void {
    this.change(event, (column) => ({ ...column, form: event.detail.value }));
  }
  handleMeaning(event: CustomEvent<{ value: string }>): void {
    const { value } = (event.currentTarget as HTMLElement).dataset;
    this.change(event, (column) => ({
      ...column,
      meanings: column.meanings.map((one) => (one.value === value ? { ...one, means: event.detail.value } : one)),
    }));
  }
  handleEmpty(event: CustomEvent<{ value: string }>): void {
    if (this.plan) this.tell('plan', { ...this.plan, emptyCells: event.detail.value as Plan['emptyCells'] });
  }
  handleEncoding(event: CustomEvent<{ value: string }>): void {
    this.tell('encoding', event.detail.value);
  }
  handleRemember(event: CustomEvent<{ checked: boolean }>): void {
    this.tell('remember', event.detail.checked);
  }
  handleAnother(): void {
    this.tell('another', null);
  }

  private change(event: Event, changed: (column: ColumnPlan) => ColumnPlan): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    if (!this.plan) return;
    const columns = this.plan.columns.map((column) => (column.name === name ? changed(column) : column));
    this.tell('plan', { ...this.plan, columns });
  }
  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
