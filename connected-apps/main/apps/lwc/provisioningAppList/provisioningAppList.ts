import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import type { Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import ProvisioningNewTarget from 'c/provisioningNewTarget';
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
  get canManage(): boolean {
    return this.answer?.canManage ?? false;
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
  /** The new one is shown at once, at its wizard. */
  async handleNew(): Promise<void> {
    const options = { size: 'medium', label: labels.appsNewTarget } as const;
    const made = (await ProvisioningNewTarget.open(options)) as { id: string; name: string } | null | undefined;
    if (!made) return;
    this.say(format(labels.appsTargetCreated, made.name));
    this.go({ c__app: made.id, c__tab: 'settings' });
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

  private say(text: string): void {
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: text }));
  }

  private look(after: string | null): void {
    const before = after === null ? [] : (this.rows ?? []);
    this.calls.look({
      ask: () => getApps({ view: this.view, search: this.search, pageSize: PAGE_SIZE, after }),
      show: (page) => {
        this.answer = page;
        this.rows = [...before, ...page.apps.map((app) => rowOf(app, this.place))];
        this.say(format(labels.appsFound, this.rows.length));
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
