import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import type { Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import getApps from '@salesforce/apex/AppController.getApps';
import { labels } from './labels';
import { COLUMNS, rowOf } from './rows';

const PAGE_SIZE = 50;
const VIEWS = [
  { value: '', label: labels.appsViewAll, counted: 'All' },
  { value: 'On', label: labels.appsStateOn, counted: 'On' },
  { value: 'NeedsYou', label: labels.appsViewNeedsYou, counted: 'NeedsYou' },
  { value: 'Off', label: labels.appsStateOff, counted: 'Off' },
];

/** All apps: which there are, whether they work, and what needs somebody. View and search stand in the address. */
export default class ProvisioningAppList extends NavigationMixin(LightningElement) {
  @api heading = '';
  @api
  get page(): PageReference | undefined {
    return this.place;
  }
  set page(value: PageReference | undefined) {
    this.place = value;
    if (this.isConnected) this.look(null);
  }

  readonly labels = labels;
  readonly columns = COLUMNS;
  rows: readonly TableRow[] | undefined;
  answer: Apex.AppViewPage | undefined;
  failure = '';
  private place: PageReference | undefined;
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look(null);
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get view(): string {
    return this.place?.state?.c__view ?? '';
  }
  get search(): string {
    return this.place?.state?.c__search ?? '';
  }
  get segments() {
    return VIEWS.map(({ value, label, counted }) => ({ value, label, count: this.answer?.counts?.[counted] ?? null }));
  }
  get hasMore(): boolean {
    return Boolean(this.answer?.next);
  }
  get isNarrowed(): boolean {
    return this.view !== '' || this.search !== '';
  }
  get emptyHeading(): string {
    return this.isNarrowed ? labels.appsEmptyFilterHeading : labels.appsEmptyHeading;
  }
  get emptyText(): string {
    return this.isNarrowed ? labels.appsEmptyFilterText : labels.appsEmptyText;
  }
  get lacksUserProvisioning(): boolean {
    return this.answer?.userProvisioning === false;
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    const { segment, search } = event.detail;
    this.go({ c__view: segment || undefined, c__search: search || undefined });
  }
  handleOpen(event: CustomEvent<{ id: string }>): void {
    this.go({ c__app: event.detail.id });
  }
  handleMore(): void {
    this.look(this.answer?.next ?? null);
  }
  handleRetry(): void {
    this.look(null);
  }

  private go(state: Readonly<Record<string, string | undefined>>): void {
    if (this.place) this[NavigationMixin.Navigate]({ ...this.place, state });
  }

  private look(after: string | null): void {
    const before = after === null ? [] : (this.rows ?? []);
    this.calls.look({
      ask: () => getApps({ view: this.view, search: this.search, pageSize: PAGE_SIZE, after }),
      show: (page) => {
        this.answer = page;
        this.rows = [...before, ...page.apps.map((app) => rowOf(app, this.place))];
        const found = format(labels.appsFound, this.rows.length);
        this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: found }));
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
