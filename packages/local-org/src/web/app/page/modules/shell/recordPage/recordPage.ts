import { LightningElement, api } from 'lwc';
import { components } from 'virtual:components';
import type { ObjectDescribe, QuickAction, RecordData } from '../../../runtime/model';
import { describe, nameField, objectOf, query, quoted, retrieve } from '../../../runtime/records';
import { relatedTo, type RelatedRecords } from '../../../runtime/related';
import { go } from '../../../runtime/router';
import { pathOf } from '../../../runtime/routes';
import { inSections, references, shownFields, type ShownField } from './fields';
import { timeZone } from '../../../runtime/context';
import { pages } from '../../../runtime/org-pages';
import { filled, texts } from '../../../runtime/texts';

interface Section {
  readonly label: string;
  readonly fields: readonly ShownField[];
}

const HIGHLIGHTS = 4;
/** Parts of the name above, and yes or no without a question. */
const SAYS_LITTLE = /^(FirstName|LastName|Salutation)=|=(Yes|No|—)$/;

/** Any record of any object, by its describe and the project's layouts, record pages and quick actions. */
export default class RecordPage extends LightningElement {
  readonly texts = texts();
  private object: string | null = '';
  private shownId = '';
  about: ObjectDescribe | undefined;
  names: ReadonlyMap<string, { name: string; url: string }> = new Map();
  related: readonly RelatedRecords[] = [];
  isEditing = false;
  readonly timeZone = timeZone();
  /** Component of the quick action that runs. */
  action: unknown = null;
  private running: QuickAction | undefined;
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
    return this.showEmpty ? texts().hideEmpty : texts().showEmpty;
  }
  get sections(): readonly Section[] {
    if (!this.about || !this.record) return [];
    const fields = shownFields(this.about, this.record, this.names).filter((field) => this.showEmpty || !field.empty);
    return inSections(fields, pages.layouts[this.about.name]);
  }
  /** The first facts beside the name. */
  get highlights(): readonly ShownField[] {
    const fields = this.sections.flatMap((section) => section.fields);
    const facts = fields.filter(
      ({ name, text, isText, isLink }) => (isText || isLink) && text !== this.name && !SAYS_LITTLE.test(`${name}=${text}`),
    );
    return facts.slice(0, HIGHLIGHTS);
  }
  get mayEdit(): boolean {
    return this.about?.updateable === true && !this.isEditing;
  }
  get editTitle(): string {
    return filled(texts().editRecord, this.name);
  }
  get actions(): readonly QuickAction[] {
    return (this.about && pages.quickActions[this.about.name])?.filter(({ component }) => components[component]) ?? [];
  }
  /** Components of the project beside the record. */
  get beside(): readonly string[] {
    return (this.about && pages.recordPages[this.about.name]) ?? [];
  }
  get hasBeside(): boolean {
    return this.beside.length > 0;
  }
  get mainClass(): string {
    return `slds-col slds-size_1-of-1${this.hasBeside ? ' slds-large-size_2-of-3' : ''}`;
  }
  get actionProps(): Readonly<Record<string, unknown>> {
    return { recordId: this.shownId, objectApiName: this.about?.name };
  }

  renderedCallback(): void {
    const { running } = this;
    if (!running || running.isScreen || !this.action) return;
    this.running = undefined;
    const element = this.template?.querySelector('[data-action]') as (Element & { invoke?(): unknown }) | null;
    void element?.invoke?.();
  }

  async handleAction(event: Event): Promise<void> {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const wanted = this.actions.find((one) => one.name === name);
    const loader = wanted && components[wanted.component];
    if (!loader) return;
    // made anew each time, as on the platform
    this.action = null;
    this.running = wanted;
    this.action = (await loader()).default;
  }

  handleEdit(): void {
    this.isEditing = true;
  }
  handleCancel(): void {
    this.isEditing = false;
    this.focusHeading();
  }
  handleSaved(): void {
    this.isEditing = false;
    void this.load(this.object, this.shownId).then(() => this.focusHeading());
  }

  handleToggle(): void {
    this.showEmpty = !this.showEmpty;
  }

  private focusHeading(): void {
    (this.refs?.heading as HTMLElement | undefined)?.focus();
  }

  /** Object and id arrive one after the other. */
  private schedule(): void {
    const wanted = `${this.object}/${this.shownId}`;
    queueMicrotask(() => {
      if (this.object !== '' && this.shownId && wanted === `${this.object}/${this.shownId}`) void this.load(this.object, this.shownId);
    });
  }

  private async load(object: string | null, id: string): Promise<void> {
    this.failure = '';
    if (this.record?.Id !== id) Object.assign(this, { record: undefined, related: [], isEditing: false, action: null });
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
      const related = await relatedTo(about, id);
      if (current()) this.related = related;
    } catch (error) {
      if (!current()) return;
      const { status, message } = error as { status?: number; message: string };
      this.failureHeading = status === 404 ? texts().recordDoesNotExist : texts().recordCannotBeShown;
      this.failure = status === 404 ? texts().recordMaybeDeleted : message;
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
