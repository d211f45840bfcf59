import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import type { Wanted } from 'c/provisioningFilterBar';
import type { Order, TableRow } from 'c/provisioningRecordTable';
import { paused, resumed } from 'c/provisioningAppPausing';
import ProvisioningAppPolicies from 'c/provisioningAppPolicies';
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

/** What is done to an app where it stands: what to say of it, nothing when nothing was done. */
const CHANGES: Readonly<Record<string, (app: Apex.AppView) => Promise<string | null>>> = {
  pause: paused,
  resume: resumed,
  async policies({ id, provisioning }) {
    const options = { size: 'small', label: labels.appsPolicies, appId: id, enabled: provisioning !== 'Off' } as const;
    return (await ProvisioningAppPolicies.open(options)) ? labels.appsPoliciesSaved : null;
  },
};

/** All apps: which there are, whether they work, and what needs somebody. View, search and order stand in the address. */
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
  answer: Apex.AppViewPage | undefined;
  apps: readonly Apex.AppView[] = [];
  failure = '';
  said = '';
  problem = '';
  private place: PageReference | undefined;
  private readonly calls = new Calls();
  private readonly actions = new Calls();

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
  get order(): Order {
    const sort = this.place?.state?.c__sort ?? 'app';
    return { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') };
  }
  get rows(): readonly TableRow[] | undefined {
    return this.answer && this.apps.map((app) => rowOf(app, this.place, this.canManage));
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
    this.go({ ...this.place?.state, c__view: segment || undefined, c__search: search || undefined });
  }
  /** The order stands in the address, too: a column, after `-` where it descends. */
  handleSort(event: CustomEvent<Order>): void {
    const { column, descending } = event.detail;
    this.go({ ...this.place?.state, c__sort: descending ? `-${column}` : column });
  }
  handleRow(event: CustomEvent<{ id: string; action: string }>): void {
    const { id, action } = event.detail;
    if (action === 'open') this.go({ c__app: id });
    else if (action === 'settings' || action === 'requests') this.go({ c__app: id, c__tab: action });
    else
      void this.change(
        action,
        this.apps.find((app) => app.id === id),
      );
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

  private change(action: string, app: Apex.AppView | undefined): Promise<void> {
    return this.actions.act(
      async () => {
        const said = app ? await CHANGES[action]?.(app) : null;
        if (!said) return;
        this.said = said;
        this.say(said);
        this.look(null);
      },
      ({ message }) => (this.problem = message),
    );
  }

  private go(state: Readonly<Record<string, string | undefined>>): void {
    if (this.place) this[NavigationMixin.Navigate]({ ...this.place, state });
  }

  private say(text: string): void {
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: text }));
  }

  private look(after: string | null): void {
    const before = after === null ? [] : this.apps;
    this.calls.look({
      ask: () => {
        const { column, descending } = this.order;
        return getApps({ view: this.view, search: this.search, column, descending, pageSize: PAGE_SIZE, after });
      },
      show: (page) => {
        this.answer = page;
        this.apps = [...before, ...page.apps];
        this.say(format(labels.appsFound, this.apps.length));
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
