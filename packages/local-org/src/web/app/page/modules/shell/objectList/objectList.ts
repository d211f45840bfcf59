import { LightningElement, api } from 'lwc';
import type { FieldDescribe, ObjectDescribe, RecordData } from '../../../runtime/model';
import { describe, nameField, query, quoted } from '../../../runtime/records';
import { pathOf } from '../../../runtime/routes';
import { candidates, columnsFor } from './columns';

const PAGE = 50;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly cells: readonly { readonly name: string; readonly text: string }[];
}

/** The records of any object, the newest first. */
export default class ObjectList extends LightningElement {
  private object = '';
  private about: ObjectDescribe | undefined;
  private records: readonly RecordData[] = [];
  private shown: readonly FieldDescribe[] = [];
  private total = 0;
  private turn = 0;
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
  get more(): boolean {
    return this.records.length < this.total;
  }
  get countText(): string {
    return `${this.records.length.toLocaleString('en-US')} of ${this.total.toLocaleString('en-US')}, newest first`;
  }
  get columns(): readonly { name: string; label: string }[] {
    const name = this.about?.fields.find((field) => field.nameField);
    return [name ?? { name: 'Id', label: 'Record ID' }, ...this.shown];
  }
  get rows(): readonly Row[] {
    const { about } = this;
    if (!about) return [];
    return this.records.map((record) => ({
      id: String(record.Id),
      name: String(record[nameField(about)] ?? record.Id),
      url: pathOf({ kind: 'record', sobject: this.object, recordId: String(record.Id) }),
      cells: this.shown.map((field) => ({ name: field.name, text: cellText(record[field.name]) })),
    }));
  }

  async handleMore(): Promise<void> {
    this.busy = true;
    try {
      this.records = [...this.records, ...(await this.page(this.records.at(-1)))];
    } catch (error) {
      this.failure = (error as Error).message;
    } finally {
      this.busy = false;
    }
  }

  private async load(object: string): Promise<void> {
    const turn = ++this.turn;
    Object.assign(this, { loaded: false, failure: '', records: [], shown: [], about: undefined });
    try {
      const about = await describe(object);
      if (turn !== this.turn) return;
      this.about = about;
      this.dispatchEvent(new CustomEvent('pagetitle', { detail: this.title }));
      const [records, counted] = await Promise.all([this.page(), query(`SELECT COUNT() FROM ${object}`)]);
      if (turn !== this.turn) return;
      Object.assign(this, { records, total: counted.totalSize, shown: columnsFor(candidates(about), records), loaded: true });
    } catch (error) {
      if (turn !== this.turn) return;
      const { status, message } = error as { status?: number; message: string };
      this.failure = status === 404 ? `This org has no object ${object}, or you may not see it.` : message;
    }
  }

  /** Records after the last one shown: by id, so that new ones do not shift the pages. */
  private async page(last?: RecordData): Promise<readonly RecordData[]> {
    const about = this.about as ObjectDescribe;
    const fields = new Set(['Id', nameField(about), ...candidates(about).map((field) => field.name)]);
    const where = last ? ` WHERE Id < ${quoted(String(last.Id))}` : '';
    return (await query(`SELECT ${[...fields].join(', ')} FROM ${about.name}${where} ORDER BY Id DESC LIMIT ${PAGE}`)).records;
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);
}
