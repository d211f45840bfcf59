import { LightningElement, api } from 'lwc';
import type { Column, TableRow } from 'c/provisioningRecordTable';
import { MOST_ROWS } from 'c/provisioningImportFile';
import { format } from 'c/provisioningTexts';
import { formatOf } from './formats';
import { labels } from './labels';

/** So many fields are shown at first: the usual ones come first. */
const SHOWN = 10;
const COLUMNS: readonly Column[] = [
  { name: 'field', label: labels.importFieldsField },
  { name: 'required', label: labels.importFieldsRequired },
  { name: 'format', label: labels.importFieldsFormat },
];
const HINTS = [
  { key: 'known', title: labels.importBeforeKnown, text: labels.importBeforeKnownText },
  { key: 'twice', title: labels.importBeforeTwice, text: labels.importBeforeTwiceText },
  { key: 'wizard', title: labels.importBeforeWizard, text: labels.importBeforeWizardText },
];

/** The first step of an import: a file is chosen, beside what its rows may hold. Fires `file` with it. Undefined `fields`: they load. */
export default class ProvisioningImportUpload extends LightningElement {
  @api fields: readonly Apex.EmployeeImportFieldView[] | undefined;
  readonly labels = labels;
  readonly columns = COLUMNS;
  readonly hints = HINTS;
  readonly limits = format(labels.importFileLimits, MOST_ROWS);
  showsAll = false;

  get rows(): readonly TableRow[] | undefined {
    const shown = this.showsAll ? this.fields : this.fields?.slice(0, SHOWN);
    return shown?.map((field) => ({
      id: field.name ?? '',
      label: field.label ?? '',
      cells: {
        // a column is recognised by this name as well as by that of the API
        field: { text: field.label },
        required: { text: field.required ? labels.importFieldsNew : labels.importFieldsNo },
        format: { text: formatOf(field) },
      },
    }));
  }
  get total(): number | null {
    return this.fields?.length ?? null;
  }
  get hasMore(): boolean {
    return !this.showsAll && (this.fields?.length ?? 0) > SHOWN;
  }

  handleMore(): void {
    this.showsAll = true;
  }
  handleFile(event: CustomEvent<{ files: FileList }>): void {
    const [file] = event.detail.files;
    if (file) this.dispatchEvent(new CustomEvent<File>('file', { detail: file }));
  }
}
