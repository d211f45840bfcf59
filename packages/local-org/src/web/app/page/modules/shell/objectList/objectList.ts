import { LightningElement, api } from 'lwc';
import { context } from '../../../runtime/context';
import { shownValue } from '../../../runtime/format';
import { columnOf, listQuery, MOST, searchCondition, valueAt, whereOf, type Column, type Order } from '../../../runtime/list-query';
import { columnsOf, conditionOf } from '../../../runtime/list-view';
import type { ListView, ObjectDescribe, RecordData } from '../../../runtime/model';
import { describe, nameField, query } from '../../../runtime/records';
import { go, place } from '../../../runtime/router';
import { pathOf } from '../../../runtime/routes';
import type { MenuSection } from '../menu/menu';
import { candidates, columnsFor } from './columns';
import { pages } from '../../../runtime/org-pages';
import { filled, texts } from '../../../runtime/texts';

const PAUSE_MS = 300;
/** What every object has, also one whose metadata names no view. */
const ALL: ListView = { name: 'AllRecords', label: texts().allRecords, columns: [], filters: [], logic: null, mine: false };

interface Row {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly cells: readonly { readonly name: string; readonly text: string }[];
}

interface Heading {
  readonly name: string;
  readonly label: string;
  readonly sort: 'ascending' | 'descending' | null;
  readonly sortable: boolean;
  readonly icon: string;
}

/** The home of any object: its list views, searched, sorted and page by page; New where the user may create. */
export default class ObjectList extends LightningElement {
  readonly texts = texts();
  private object = '';
  private about: ObjectDescribe | undefined;
  private view: ListView = ALL;
  private records: readonly RecordData[] = [];
  private shown: readonly Column[] = [];
  private order: Order = { path: 'Id', descending: true };
  private total = 0;
  private turn = 0;
  private timer: number | undefined;
  term = '';
  failure = '';
  problem = '';
  loaded = false;
  busy = false;
  isCreating = false;

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
  get newTitle(): string {
    return filled(texts().newRecord, this.about?.label ?? '');
  }
  get mayCreate(): boolean {
    return this.about?.createable === true && !this.isCreating;
  }
  get views(): readonly ListView[] {
    const named = pages.listViews[this.object] ?? [];
    return named.length > 0 ? named : [ALL];
  }
  get hasViews(): boolean {
    return this.views.length > 1;
  }
  get viewLabel(): string {
    return this.view.label;
  }
  get viewMenuLabel(): string {
    return filled(texts().listView, this.view.label);
  }
  get viewSections(): readonly MenuSection[] {
    const entries = this.views.map(({ name, label }) => ({ key: name, label, checked: name === this.view.name }));
    return [{ key: 'views', label: '', entries }];
  }
  get searchLabel(): string {
    return filled(texts().searchIn, this.title);
  }
  get more(): boolean {
    return this.records.length < Math.min(this.total, MOST);
  }
  get countText(): string {
    const number = (value: number): string => value.toLocaleString('en-US');
    const by = this.headings.find((heading) => heading.sort !== null)?.label;
    const cut = this.total > MOST ? filled(texts().listCut, number(MOST)) : '';
    const [shown, all] = [number(this.records.length), number(this.total)];
    return (by ? filled(texts().listCount, shown, all, by) : filled(texts().listCountNewest, shown, all)) + cut;
  }
  get headings(): readonly Heading[] {
    return this.columns.map(({ name, label, path, sortable }) => {
      const active = this.order.path === path;
      const sort = !active ? null : this.order.descending ? ('descending' as const) : ('ascending' as const);
      return { name, label, sort, sortable, icon: active && this.order.descending ? 'utility:arrowdown' : 'utility:arrowup' };
    });
  }
  get rows(): readonly Row[] {
    const { about } = this;
    if (!about) return [];
    return this.records.map((record) => ({
      id: String(record.Id),
      name: String(record[nameField(about)] ?? texts().noName),
      url: pathOf({ kind: 'record', sobject: this.object, recordId: String(record.Id) }),
      cells: this.columns.slice(1).map(({ name, path, field }) => ({ name, text: shownValue(field, valueAt(record, path)) })),
    }));
  }
  get emptyHeading(): string {
    return this.term.trim() === '' ? texts().nothingHere : texts().nothingFound;
  }
  get emptyText(): string {
    return this.term.trim() === '' ? texts().noRecordInList : filled(texts().noneHasName, this.term.trim());
  }

  handleView(event: CustomEvent<string>): void {
    const { route } = place();
    if (route.kind === 'list') go(`${pathOf(route)}?filterName=${encodeURIComponent(event.detail)}`, true);
    void this.open(this.views.find((view) => view.name === event.detail) ?? ALL);
  }

  handleSort(event: Event): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const column = this.columns.find((one) => one.name === name);
    if (!column) return;
    this.order = { path: column.path, descending: this.order.path === column.path && !this.order.descending };
    void this.reload();
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.reload(), PAUSE_MS);
  }

  handleNew(): void {
    this.isCreating = true;
  }
  handleCancel(): void {
    this.isCreating = false;
  }
  handleSaved(event: CustomEvent<string>): void {
    go(pathOf({ kind: 'record', sobject: this.object, recordId: event.detail }));
  }

  async handleMore(): Promise<void> {
    this.busy = true;
    try {
      const known = new Set(this.records.map((record) => record.Id));
      const next = (await this.page(this.records.length)).filter((record) => !known.has(record.Id));
      this.records = [...this.records, ...next];
    } catch (error) {
      this.problem = (error as Error).message;
    } finally {
      this.busy = false;
    }
  }

  /** The name first, then what the view shows. */
  private get columns(): readonly Column[] {
    const name = this.about?.fields.find((field) => field.nameField);
    const first = name ? columnOf(name, null) : null;
    return [first ?? ID_COLUMN, ...this.shown];
  }

  private async load(object: string): Promise<void> {
    const turn = ++this.turn;
    Object.assign(this, { loaded: false, failure: '', about: undefined, term: '', isCreating: false });
    try {
      const about = await describe(object);
      if (turn !== this.turn) return;
      this.about = about;
      this.dispatchEvent(new CustomEvent('pagetitle', { detail: this.title }));
      const { filterName } = place().state;
      await this.open(
        this.views.find((view) => view.name === filterName) ?? this.views.find(({ name }) => name === 'All') ?? this.views[0] ?? ALL,
      );
    } catch (error) {
      if (turn !== this.turn) return;
      const { status, message } = error as { status?: number; message: string };
      this.failure = status === 404 ? filled(texts().noObject, object) : message;
    }
  }

  private async open(view: ListView): Promise<void> {
    const about = this.about as ObjectDescribe;
    this.view = view;
    const columns = columnsOf(about, view).filter((field) => !field.nameField);
    this.shown = await columnsWithNames(columns.length > 0 ? columns : candidates(about));
    const name = this.columns[0];
    this.order = view === ALL || !name?.sortable ? { path: 'Id', descending: true } : { path: name.path, descending: false };
    await this.reload();
    // without a view, what the records have decides what is worth a column
    if (view === ALL) this.shown = this.shown.filter(({ field }) => columnsFor(candidates(about), this.records).includes(field));
  }

  private async reload(): Promise<void> {
    const turn = ++this.turn;
    this.problem = '';
    try {
      const [records, counted] = await Promise.all([this.page(0), query(`SELECT COUNT() FROM ${this.object}${this.where()}`)]);
      if (turn === this.turn) Object.assign(this, { records, total: counted.totalSize, loaded: true });
    } catch (error) {
      if (turn === this.turn) Object.assign(this, { records: [], total: 0, loaded: true, problem: (error as Error).message });
    }
  }

  private where(): string {
    const about = this.about as ObjectDescribe;
    return whereOf([conditionOf(about, this.view, context().user.id), searchCondition(about, this.term)]);
  }

  private async page(offset: number): Promise<readonly RecordData[]> {
    const about = this.about as ObjectDescribe;
    return (await query(listQuery(about, this.columns, this.where(), this.order, offset))).records;
  }
}

const ID_COLUMN: Column = {
  name: 'Id',
  label: texts().record,
  path: 'Id',
  field: { name: 'Id', label: texts().record, type: 'id', relationshipName: null, referenceTo: [], nameField: false },
  sortable: false,
};

/** References show the name of what they lead to; those whose target the user may not see are left out. */
async function columnsWithNames(fields: readonly ObjectDescribe['fields'][number][]): Promise<readonly Column[]> {
  const columns = await Promise.all(
    fields.map(async (field) => {
      const [target] = field.referenceTo;
      if (field.type !== 'reference' || target === undefined) return columnOf(field, null);
      const name = await describe(target).then(nameField, () => null);
      return columnOf(field, name);
    }),
  );
  return columns.filter((column) => column !== null);
}
