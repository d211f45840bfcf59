import { LightningElement, api } from 'lwc';
import type { ObjectDescribe, RecordData } from '../../../runtime/model';
import { describe, nameField, objectOf, query, quoted, retrieve } from '../../../runtime/records';
import { go } from '../../../runtime/router';
import { pathOf } from '../../../runtime/routes';
import { isSystem, references, shownFields, type ShownField } from './fields';

interface Section {
  readonly label: string;
  readonly fields: readonly ShownField[];
}

/** Any record of any object, by its describe. */
export default class RecordPage extends LightningElement {
  private object: string | null = '';
  private shownId = '';
  private about: ObjectDescribe | undefined;
  private names: ReadonlyMap<string, { name: string; url: string }> = new Map();
  record: RecordData | undefined;
  failure = '';
  failureHeading = '';
  showEmpty = false;

  @api
  get sobject(): string | null {
    return this.object;
  }
  set sobject(value: string | null) {
    this.object = value;
    this.schedule();
  }
  @api
  get recordId(): string {
    return this.shownId;
  }
  set recordId(value: string) {
    this.shownId = value;
    this.schedule();
  }

  get objectLabel(): string {
    return this.about?.label ?? '';
  }
  get name(): string {
    const value = this.about && this.record?.[nameField(this.about)];
    return typeof value === 'string' ? value : this.shownId;
  }
  get toggleLabel(): string {
    return this.showEmpty ? 'Hide Empty Fields' : 'Show Empty Fields';
  }
  get sections(): readonly Section[] {
    if (!this.about || !this.record) return [];
    const fields = shownFields(this.about, this.record, this.names).filter((field) => this.showEmpty || !field.empty);
    return [
      { label: 'Information', fields: fields.filter((field) => !isSystem(field.name)) },
      { label: 'System Information', fields: fields.filter((field) => isSystem(field.name)) },
    ];
  }

  handleToggle(): void {
    this.showEmpty = !this.showEmpty;
  }

  /** Object and id arrive one after the other. */
  private schedule(): void {
    const wanted = `${this.object}/${this.shownId}`;
    queueMicrotask(() => {
      if (this.object !== '' && this.shownId && wanted === `${this.object}/${this.shownId}`) void this.load(this.object, this.shownId);
    });
  }

  private async load(object: string | null, id: string): Promise<void> {
    this.record = undefined;
    this.failure = '';
    const current = () => this.object === object && this.shownId === id;
    try {
      if (object === null) {
        const name = await objectOf(id);
        if (current()) go(pathOf({ kind: 'record', sobject: name, recordId: id }), true);
        return;
      }
      const [about, record] = await Promise.all([describe(object), retrieve(object, id)]);
      if (!current()) return;
      this.about = about;
      this.record = record;
      this.names = new Map();
      this.dispatchEvent(new CustomEvent('pagetitle', { detail: this.name }));
      const names = await referenceNames(about, record);
      if (current()) this.names = names;
    } catch (error) {
      if (!current()) return;
      const { status, message } = error as { status?: number; message: string };
      this.failureHeading = status === 404 ? 'This record does not exist' : 'This record cannot be shown';
      this.failure = status === 404 ? 'It may have been deleted, or you may have no access to it.' : message;
      this.dispatchEvent(new CustomEvent('pagetitle', { detail: this.failureHeading }));
    }
  }
}

/** Names of the records that this one refers to, one query per object. What cannot be read stays an id. */
async function referenceNames(about: ObjectDescribe, record: RecordData): Promise<Map<string, { name: string; url: string }>> {
  const found = references(about, record);
  const targets = [...new Set(found.flatMap((reference) => reference.targets))];
  const answers = await Promise.allSettled(
    targets.map(async (target) => {
      const ids = [...new Set(found.filter((reference) => reference.targets.includes(target)).map((reference) => reference.id))];
      const targetAbout = await describe(target);
      const mine = ids.filter((id) => targetAbout.keyPrefix === null || id.startsWith(targetAbout.keyPrefix));
      if (mine.length === 0) return [];
      const field = nameField(targetAbout);
      const columns = field === 'Id' ? 'Id' : `Id, ${field}`;
      const page = await query(`SELECT ${columns} FROM ${target} WHERE Id IN (${mine.map(quoted).join(', ')})`);
      return page.records.map((row): [string, { name: string; url: string }] => [
        String(row.Id),
        { name: String(row[field]), url: pathOf({ kind: 'record', sobject: target, recordId: String(row.Id) }) },
      ]);
    }),
  );
  return new Map(answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])));
}
