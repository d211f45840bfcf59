import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import ProvisioningAppPolicies from 'c/provisioningAppPolicies';
import { Calls } from 'c/provisioningCalls';
import { kindLabel, openRequests, stateLook, type StateLook } from 'c/provisioningAppTexts';
import getApp from '@salesforce/apex/AppController.getApp';
import { factsOf, type Fact } from './facts';
import { labels } from './labels';
import { notesOf } from './notes';
import { reached, tabsOf } from './tabs';

/** Pause between two looks at the app, in milliseconds: while requests are under way, and else. */
const LIVE = 3000;
const IDLE = 15_000;

/**
 * The page of one app: facts, state, and its tabs, each a component of its own that takes `app-id` and `detail`. A tab that changed
 * something fires `changed`.
 */
export default class ProvisioningAppPage extends NavigationMixin(LightningElement) {
  /** Name of the page; the app's own name is below it. */
  @api heading = '';
  /** Where we are: everything that is opened is this place with another state. */
  @api page: PageReference | undefined;
  @api
  get appId(): string | null {
    return this.wanted;
  }
  set appId(value: string | null) {
    if (value === this.wanted) return;
    this.wanted = value;
    this.detail = undefined;
    if (this.isConnected) this.look();
  }

  readonly labels = labels;
  detail: Apex.AppDetail | undefined;
  failure = '';
  private wanted: string | null = null;
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get listReference(): PageReference | undefined {
    return this.page && { ...this.page, state: {} };
  }
  get name(): string {
    return this.detail?.app?.name ?? '';
  }
  get kind(): string {
    return kindLabel(this.detail?.app?.kind ?? null);
  }
  get state(): StateLook {
    return stateLook(this.detail?.app?.provisioning ?? null);
  }
  get facts(): readonly Fact[] {
    return this.detail ? factsOf(this.detail) : [];
  }
  get notes(): readonly string[] {
    return this.detail ? notesOf(this.detail) : [];
  }
  get tab(): string {
    const wanted = this.page?.state?.c__tab ?? '';
    const shown = tabsOf(this.hasProvisioning);
    return (shown.find(({ value }) => value === wanted) ?? shown[0])?.value ?? '';
  }
  get tabs() {
    return tabsOf(this.hasProvisioning).map(({ value, label }) => {
      const isChosen = value === this.tab;
      return { value, label, look: isChosen ? 'tab chosen' : 'tab', selected: String(isChosen), order: isChosen ? '0' : '-1' };
    });
  }
  get tabLabel(): string {
    return this.tabs.find(({ value }) => value === this.tab)?.label ?? '';
  }
  get isAccounts(): boolean {
    return this.tab === 'accounts';
  }
  get isRequests(): boolean {
    return this.tab === 'requests';
  }
  get isReconciliation(): boolean {
    return this.tab === 'reconciliation';
  }
  get isProcesses(): boolean {
    return this.tab === 'processes';
  }
  get isSettings(): boolean {
    return this.tab === 'settings';
  }
  get loading(): boolean {
    return this.failure === '';
  }
  /** External client apps have none, and cannot. */
  get canHave(): boolean {
    return Boolean(this.detail?.canManage) && this.detail?.app?.kind !== 'ExternalClientApp';
  }
  get hasProvisioning(): boolean {
    return !['Off', 'NotPossible'].includes(this.detail?.app?.provisioning ?? 'Off');
  }
  get canLaunch(): boolean {
    return this.canHave && this.hasProvisioning;
  }

  handleTab(event: Event): void {
    this.openTab((event.currentTarget as HTMLElement).dataset.tab ?? '');
  }
  handleTabKey(event: KeyboardEvent): void {
    const next = reached(tabsOf(this.hasProvisioning), this.tab, event.key);
    if (!next) return;
    event.preventDefault();
    this.openTab(next.value);
    this.template?.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus();
  }
  handleChanged(): void {
    this.look();
  }
  handleOpenTab(event: CustomEvent<string>): void {
    this.openTab(event.detail);
  }
  handleWizard(): void {
    this.openTab('settings');
  }
  async handlePolicies(): Promise<void> {
    const options = { size: 'small', label: labels.appsPolicies, appId: this.wanted, enabled: this.hasProvisioning } as const;
    if (!(await ProvisioningAppPolicies.open(options))) return;
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: labels.appsPoliciesSaved }));
    this.look();
  }

  /** The tab stands in the address; going from one to another is no step that Back goes through. */
  private openTab(tab: string): void {
    if (this.page && tab !== this.tab) this[NavigationMixin.Navigate]({ ...this.page, state: { ...this.page.state, c__tab: tab } }, true);
  }

  /** Again and again; the tabs look for themselves. */
  private look(): void {
    const appId = this.wanted;
    if (!appId) return;
    this.calls.look({
      ask: () => getApp({ appId }),
      show: (detail) => (this.detail = detail),
      refuse: ({ message }) => (this.failure = message),
      pause: (detail) => (detail ? (openRequests(detail.app?.requests ?? null) > 0 ? LIVE : IDLE) : this.detail ? IDLE : 0),
    });
  }
}
