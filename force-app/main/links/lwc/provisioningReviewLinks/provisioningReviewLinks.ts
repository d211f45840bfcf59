import { LightningElement, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import type { FilterChoice, Segment, Wanted } from 'c/provisioningFilterBar';
import type { Column, TableRow } from 'c/provisioningRecordTable';
import type { BarAction } from 'c/provisioningSelectionBar';
import { Calls } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import decide from '@salesforce/apex/EmployeeLinkController.decide';
import getLinks from '@salesforce/apex/EmployeeLinkController.getLinks';
import linkExact from '@salesforce/apex/EmployeeLinkController.linkExact';
import lookOn from '@salesforce/apex/EmployeeLinkController.lookOn';
import { labels } from './labels';
import { columnsOf, COMPARE, nameOf, rowsOf } from './rows';
import { KINDS, LINKED, OPEN, STATES } from './views';

const PAGE_SIZE = 50;
/** Reasons that a refusal names; more are in the rows themselves. */
const MOST_REASONS = 3;

/**
 * The page Review links: employees who wait for a user beside users who look like them, for a person to link, to say never, or to decide later;
 * all exact ones as a process. State, search and kind stand in the address (`c__state`, `c__search`, `c__exact`).
 */
export default class ProvisioningReviewLinks extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  links: readonly Apex.EmployeeLinkView[] | undefined;
  counts: Readonly<Record<string, number>> = {};
  isComplete = true;
  /** Behind whom the next people are to be compared; null where everybody was. */
  lookNext: string | null = null;
  private hasLookedOn = false;
  mayDecide = false;
  next: string | null = null;
  selected: readonly string[] = [];
  failure = '';
  problem = '';
  said = '';
  private opened: string | null = null;
  private candidate: Apex.EmployeeLinkView | undefined;
  private place: PageReference | undefined;
  private readonly calls = new Calls();
  private readonly actions = new Calls();

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.place = page;
    if (page) this.start();
  }

  disconnectedCallback(): void {
    this.calls.end();
  }

  get state(): string {
    const asked = this.place?.state?.c__state;
    return STATES.find(({ value }) => value === asked)?.value ?? OPEN;
  }
  get search(): string {
    return this.place?.state?.c__search ?? '';
  }
  get kind(): string {
    return this.place?.state?.c__exact ?? '';
  }
  get heading(): string {
    return STATES.find(({ value }) => value === this.state)?.heading ?? '';
  }
  get columns(): readonly Column[] {
    return columnsOf(this.state);
  }
  get segments(): readonly Segment[] {
    return STATES.map(({ value, label }) => ({ value, label, count: this.counts[value] ?? null }));
  }
  get filters(): readonly FilterChoice[] {
    return [{ name: 'exact', label: labels.linksFilterExact, value: this.kind, options: KINDS }];
  }
  get rows(): readonly TableRow[] | undefined {
    return this.links && rowsOf(this.links, this.mayDecide);
  }
  get hasMore(): boolean {
    return this.next !== null;
  }
  get canSelect(): boolean {
    return this.mayDecide && this.state !== LINKED;
  }
  get barActions(): readonly BarAction[] {
    return [
      { name: 'Link', label: format(labels.linksLinkMany, this.selected.length), variant: 'brand' },
      { name: 'Never', label: labels.linksNever },
      { name: 'Later', label: labels.linksLater },
    ].filter(({ name }) => name !== this.state);
  }
  /** Before the first settings nobody can be compared. */
  private get hasSettings(): boolean {
    return this.counts.Open !== undefined;
  }
  get fresh(): string {
    if (!this.hasSettings) return '';
    if (this.hasLookedOn) return this.lookNext === null ? labels.linksFreshAll : labels.linksFreshOn;
    return this.isComplete ? labels.linksFreshAll : labels.linksFreshSome;
  }
  /** Its place is held while pairs load, so that the list does not jump. */
  get hasFreshLine(): boolean {
    return this.fresh !== '' || (this.rows === undefined && this.failure === '');
  }
  get hasExact(): boolean {
    return this.mayDecide && (this.counts.Exact ?? 0) > 0;
  }
  get exactLabel(): string {
    return format(labels.linksAllExact, count(this.counts.Exact ?? 0));
  }
  get emptyText(): string {
    if (!this.hasSettings) return labels.employeesEmptyNoStatus;
    if (this.search !== '' || this.kind !== '') return labels.linksEmptyFilter;
    return this.state === OPEN ? labels.linksEmptyOpen : labels.linksEmptyOther;
  }
  get pair(): Apex.EmployeeLinkView | undefined {
    const isCandidate = this.candidate !== undefined && this.candidate.id === this.opened;
    return this.links?.find(({ id }) => id === this.opened) ?? (isCandidate ? this.candidate : undefined);
  }
  get isFirst(): boolean {
    return this.at <= 0;
  }
  get isLast(): boolean {
    return this.at >= (this.links?.length ?? 0) - 1;
  }
  private get at(): number {
    return this.links?.findIndex(({ id }) => id === this.opened) ?? -1;
  }
  get layout(): string {
    return this.pair ? 'page with-panel' : 'page';
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    const { segment, search, filters } = event.detail;
    this.selected = [];
    this.opened = null;
    this.said = '';
    const state = { c__state: segment, c__search: search || undefined, c__exact: filters.exact || undefined };
    if (this.place) this[NavigationMixin.Navigate]({ ...this.place, state } as unknown as PageReference, true);
  }
  handleSelect(event: CustomEvent<readonly string[]>): void {
    this.selected = event.detail;
  }
  handleMore(): void {
    this.look(this.next);
  }
  handleRetry(): void {
    this.start();
  }
  handleRow(event: CustomEvent<{ id: string; action: string }>): Promise<void> | void {
    const { id, action } = event.detail;
    if (action !== COMPARE) return this.decideAbout(action, [id]);
    this.opened = id;
  }
  handleClose(): void {
    this.opened = null;
  }
  handleStep(event: Event): void {
    const step = Number((event.currentTarget as HTMLElement).dataset.step);
    this.opened = this.links?.[this.at + step]?.id ?? this.opened;
  }
  /** A pair that the list has not loaded yet is shown all the same. */
  handleCandidate(event: CustomEvent<Apex.EmployeeLinkView>): void {
    this.candidate = event.detail;
    this.opened = event.detail.id;
  }
  handlePair(event: CustomEvent<string>): Promise<void> {
    return this.decideAbout(event.detail, [this.opened ?? '']);
  }
  handleLookOn(): Promise<void> {
    return this.act(async () => {
      this.lookNext = await lookOn({ after: this.lookNext });
      this.hasLookedOn = true;
      this.links = undefined;
      this.look(null);
    });
  }
  handleAct(event: CustomEvent<string>): Promise<void> {
    return this.decideAbout(event.detail, [...this.selected]);
  }
  handleDryRun(): Promise<void> {
    return this.act(() => this.startExact(true));
  }
  handleExact(): Promise<void> {
    return this.act(async () => {
      const message = format(labels.linksConfirmExact, count(this.counts.Exact ?? 0));
      if (await this.confirmed(message)) await this.startExact(false);
    });
  }

  private async startExact(isDryRun: boolean): Promise<void> {
    const { id, name } = await linkExact({ isDryRun });
    this.say(format(labels.linksStarted, name));
    this[NavigationMixin.Navigate]({
      type: 'standard__navItemPage',
      attributes: { apiName: 'View_Processes' },
      state: { c__process: id ?? undefined },
    });
  }
  private decideAbout(decision: string, ids: readonly string[]): Promise<void> {
    return this.act(async () => {
      if (decision === 'Link' && !(await this.confirmed(this.question(ids)))) return;
      const reply = await decide({ decision, ids: [...ids] });
      this.tell(decision, reply.rows ?? []);
      this.selected = [];
      this.opened = null;
      this.start();
    });
  }
  private question(ids: readonly string[]): string {
    const only = ids.length === 1 ? this.links?.find(({ id }) => id === ids[0]) : undefined;
    return only ? format(labels.linksConfirmOne, nameOf(only), only.username) : format(labels.linksConfirmMany, ids.length);
  }
  private confirmed(message: string): Promise<boolean> {
    return LightningConfirm.open({ message, label: labels.linksTitle, theme: 'warning' });
  }
  /** What became of each: how many as decided, and of whom not why. */
  private tell(decision: string, rows: readonly Apex.EmployeeLinkVerdict[]): void {
    const refused = rows.filter(({ outcome }) => outcome === 'Failed');
    const done = rows.length - refused.length;
    const word = STATES.find(({ value }) => value === (decision === 'Link' ? LINKED : decision))?.label ?? decision;
    this.said = done === 1 ? format(labels.linksDecidedOne, word) : format(labels.linksDecided, count(done), word);
    this.say(this.said);
    if (refused.length > 0) {
      const reasons = [...new Set(refused.map(({ message }) => message ?? ''))].slice(0, MOST_REASONS).join(' ');
      this.problem = format(labels.linksRefused, count(refused.length), count(rows.length), reasons);
    }
  }
  private act(action: () => Promise<void>): Promise<void> {
    return this.actions.act(action, ({ message }) => (this.problem = message));
  }
  private start(): void {
    this.links = undefined;
    this.hasLookedOn = false;
    this.look(null);
  }
  private look(after: string | null): void {
    const before = after === null ? [] : (this.links ?? []);
    this.calls.look({
      ask: () =>
        getLinks({
          state: this.state,
          isExact: this.kind === '' ? null : this.kind === 'true',
          search: this.search,
          pageSize: PAGE_SIZE,
          after,
        }),
      show: (page) => {
        this.links = [...before, ...(page.links ?? [])];
        this.counts = page.counts ?? {};
        this.mayDecide = page.mayDecide ?? false;
        if (after === null) {
          this.isComplete = page.isComplete ?? true;
          if (!this.hasLookedOn) this.lookNext = page.lookNext;
        }
        this.next = page.next;
        const many = this.links.length;
        this.say(many === 1 ? labels.linksFoundOne : format(labels.linksFound, count(many)));
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
  private say(text: string): void {
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: text }));
  }
}
