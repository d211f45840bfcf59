import { LightningElement, api } from 'lwc';
import type { FieldDescribe, ObjectDescribe, RecordData } from '../../../runtime/model';
import { describe, nameField, query, queryMore, type QueryPage } from '../../../runtime/records';
import { pathOf } from '../../../runtime/routes';

const COLUMNS = 5;
const PAGE = 50;
const PLAIN = new Set(['string', 'picklist', 'email', 'phone', 'boolean', 'int', 'double', 'date']);

interface Row {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly cells: readonly { readonly name: string; readonly text: string }[];
}

/** The newest records of any object. */
export default class ObjectList extends LightningElement {
  private object = '';
  private about: ObjectDescribe | undefined;
  private records: readonly RecordData[] = [];
  private remaining: { next?: string; total: number } = { total: 0 };
  failure = '';
  loaded = false;
  busy = false;

  @api
  get sobject(): string {
    return this.object;
  }
  set sobject(value: string) {
    if (value === this.object) return;
    this.object = value;
    void this.load(value);
  }

  get title(): string {
    return this.about?.labelPlural ?? this.object;
  }
  get next(): string | undefined {
    return this.remaining.next;
  }
  get countText(): string {
    return `${this.records.length} of ${this.remaining.total} shown, newest first`;
  }
  get shownColumns(): readonly FieldDescribe[] {
    const name = this.about && nameField(this.about);
    return (this.about?.fields ?? []).filter((field) => field.name !== name && PLAIN.has(field.type)).slice(0, COLUMNS);
  }
  get columns(): readonly { name: string; label: string }[] {
    const name = this.about?.fields.find((field) => field.name === nameField(this.about as ObjectDescribe));
    return [{ name: name?.name ?? 'Id', label: name?.label ?? 'Record ID' }, ...this.shownColumns];
  }
  get rows(): readonly Row[] {
    const about = this.about;
    if (!about) return [];
    return this.records.map((record) => ({
      id: String(record.Id),
      name: String(record[nameField(about)] ?? record.Id),
      url: pathOf({ kind: 'record', sobject: this.object, recordId: String(record.Id) }),
      cells: this.shownColumns.map((field) => ({ name: field.name, text: cellText(record[field.name]) })),
    }));
  }

  async handleMore(): Promise<void> {
    if (!this.next) return;
    this.busy = true;
    try {
      this.take(await queryMore(this.next));
    } catch (error) {
      this.failure = (error as Error).message;
    } finally {
      this.busy = false;
    }
  }

  private async load(object: string): Promise<void> {
    this.loaded = false;
    this.failure = '';
    this.records = [];
    try {
      this.about = await describe(object);
      this.dispatchEvent(new CustomEvent('pagetitle', { detail: this.title }));
      const fields = [...new Set(['Id', nameField(this.about), ...this.shownColumns.map((field) => field.name)])];
      const page = await query(`SELECT ${fields.join(', ')} FROM ${object} ORDER BY Id DESC LIMIT ${PAGE * 40}`);
      if (object !== this.object) return;
      this.take(page);
    } catch (error) {
      if (object === this.object) this.failure = (error as Error).message;
    } finally {
      if (object === this.object) this.loaded = true;
    }
  }

  private take(page: QueryPage): void {
    this.records = [...this.records, ...page.records];
    this.remaining = { total: page.totalSize, ...(page.nextRecordsUrl ? { next: page.nextRecordsUrl } : {}) };
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);
}
