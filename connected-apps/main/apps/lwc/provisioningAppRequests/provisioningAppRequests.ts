import { LightningElement, api } from 'lwc';
import type { FilterChoice, Wanted } from 'c/provisioningFilterBar';
import type { TableRow } from 'c/provisioningRecordTable';
import type { BarAction } from 'c/provisioningSelectionBar';
import ProvisioningCallPreview from 'c/provisioningCallPreview';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import decide from '@salesforce/apex/AppRequestsController.decide';
import decideOnCause from '@salesforce/apex/AppRequestsController.decideOnCause';
import getOverview from '@salesforce/apex/AppRequestsController.getOverview';
import getRequests from '@salesforce/apex/AppRequestsController.getRequests';
import { barActions, WITHOUT_COMMENT } from './actions';
import { exportRequests } from './export';
import { labels } from './labels';
import { columnsOf, rowOf } from './rows';

const PAGE_SIZE = 50;
/** Pause between two looks at the counts, in milliseconds. */
const PAUSE = 5000;
const VIEWS = [
  { value: 'Open', label: labels.appsRequestOpen },
  { value: 'ToApprove', label: labels.appsRequestToApprove },
  { value: 'Failed', label: labels.appsRequestFailed },
  { value: 'Completed', label: labels.appsRequestCompleted },
];

/** What somebody is about to decide, which takes a comment. */
interface Decision {
  readonly name: string;
  readonly ids: readonly string[];
}

/**
 * Requests of one app, or of all where there is no `appId`: what each waits for, why some failed, and what can be done. Fires `changed`
 * when something was decided.
 */
export default class ProvisioningAppRequests extends LightningElement {
  @api
  get appId(): string | null {
    return this.wanted;
  }
  set appId(value: string | null) {
    this.wanted = value;
    if (this.isConnected) this.start();
  }

  readonly labels = labels;
  view = 'Open';
  search = '';
  cause = '';
  requests: readonly Apex.AppRequestView[] | undefined;
  overview: Apex.AppRequestOverview | undefined;
  next: string | null = null;
  selected: readonly string[] = [];
  failure = '';
  trouble = '';
  told = '';
  decision: Decision | null = null;
  shownLog: Apex.AppRequestView | null = null;
  private wanted: string | null = null;
  private readonly calls = new Calls();
  private readonly counting = new Calls();

  connectedCallback(): void {
    this.start();
  }
  disconnectedCallback(): void {
    this.calls.end();
    this.counting.end();
  }

  get segments() {
    return VIEWS.map((one) => ({ ...one, count: this.overview?.counts?.[one.value] ?? null }));
  }
  get filters(): readonly FilterChoice[] {
    const causes = this.overview?.causes ?? [];
    if (this.view !== 'Failed' || causes.length === 0) return [];
    const options = causes.map(({ cause, label }) => ({ label: label ?? '', value: cause ?? '' }));
    return [
      {
        name: 'cause',
        label: labels.appsRequestCause,
        value: this.cause,
        options: [{ label: labels.appsRequestAllCauses, value: '' }, ...options],
      },
    ];
  }
  get columns() {
    return columnsOf(this.view, this.wanted === null);
  }
  get rows(): readonly TableRow[] | undefined {
    return this.requests?.map((request) => rowOf(request, this.mayProcess));
  }
  get actions(): readonly BarAction[] {
    return barActions(this.view, this.selected.length, this.mayProcess);
  }
  get canSelect(): boolean {
    return this.view === 'ToApprove' || (this.mayProcess && this.view !== 'Completed');
  }
  get hasMore(): boolean {
    return this.next !== null;
  }
  get total(): number | null {
    return this.search === '' && this.cause === '' ? (this.overview?.counts?.[this.view] ?? null) : null;
  }
  get causes(): readonly Apex.AppCauseCount[] {
    return this.overview?.causes ?? [];
  }
  get mayProcess(): boolean {
    return this.overview?.mayProcess ?? false;
  }
  get decisionName(): string | null {
    return this.decision?.name ?? null;
  }
  get decisionCount(): number {
    return this.decision?.ids.length ?? 0;
  }

  handleFilter(event: CustomEvent<Wanted>): void {
    const { segment, search, filters } = event.detail;
    if (segment !== this.view) this.selected = [];
    this.view = segment;
    this.search = search;
    this.cause = segment === 'Failed' ? (filters.cause ?? '') : '';
    this.requests = undefined;
    this.look(null);
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
  handleAct(event: CustomEvent<string>): void {
    this.begin(event.detail, this.selected);
  }
  handleRow(event: CustomEvent<{ id: string; action: string }>): void {
    const { id, action } = event.detail;
    const request = this.requests?.find((one) => one.id === id);
    if (action === 'log') this.shownLog = request ?? null;
    else if (action === 'preview') void this.preview(request);
    else this.begin(action, [id]);
  }
  handleDecided(event: CustomEvent<string>): void {
    const { decision } = this;
    this.decision = null;
    if (decision) this.act(() => decide({ decision: decision.name, ids: [...decision.ids], comment: event.detail || null }));
  }
  handleClose(): void {
    this.decision = null;
    this.shownLog = null;
  }
  handleCause(event: CustomEvent<{ cause: string; action: string }>): void {
    const { cause, action } = event.detail;
    if (action === 'show') {
      this.view = 'Failed';
      this.cause = cause;
      this.requests = undefined;
      this.look(null);
    } else {
      this.act(() => decideOnCause({ decision: action, appId: this.wanted, cause }));
    }
  }
  /** All that match, so that a file holds more than the page shows. */
  handleExport(): void {
    void this.calls.act(
      () => exportRequests(this.question),
      ({ message }) => (this.trouble = message),
    );
  }

  private get question() {
    return { appId: this.wanted, view: this.view, cause: this.cause || null, search: this.search };
  }

  private start(): void {
    this.requests = undefined;
    this.look(null);
    this.count();
  }

  private look(after: string | null): void {
    const before = after === null ? [] : (this.requests ?? []);
    this.calls.look({
      ask: () => getRequests({ ...this.question, pageSize: PAGE_SIZE, after }),
      show: (page) => {
        this.requests = [...before, ...page.requests];
        this.next = page.next;
        this.say(format(labels.appsRequestFound, this.requests.length));
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }

  /** Again and again; the list itself stands still under the reader's hands until somebody acts. */
  private count(): void {
    this.counting.look({
      ask: () => getOverview({ appId: this.wanted }),
      show: (overview) => (this.overview = overview),
      refuse: () => undefined,
      pause: () => PAUSE,
    });
  }

  private begin(name: string, ids: readonly string[]): void {
    if (WITHOUT_COMMENT.includes(name)) this.act(() => decide({ decision: name, ids: [...ids], comment: null }));
    else this.decision = { name, ids };
  }

  private act(decision: () => Promise<readonly Apex.AppRowResult[]>): void {
    void this.calls.act(
      async () => {
        this.tell(await decision());
        this.selected = [];
        this.dispatchEvent(new CustomEvent('changed'));
        this.start();
      },
      ({ message }) => (this.trouble = message),
    );
  }

  private tell(results: readonly Apex.AppRowResult[]): void {
    const failed = results.filter(({ outcome }) => outcome === 'Failed');
    const parts = [format(labels.appsRequestDone, results.length - failed.length)];
    if (failed.length > 0) parts.push(format(labels.appsRequestNotDone, failed.length, failed[0]?.message ?? ''));
    this.told = parts.join(' ');
    this.say(this.told);
  }

  private async preview(request: Apex.AppRequestView | undefined): Promise<void> {
    if (!request) return;
    const { appId, userId, person } = request;
    // of what is over, what is due now is shown
    const operation = request.state === 'New' ? request.operation : '';
    const sent = await ProvisioningCallPreview.open({ size: 'medium', label: labels.appsPreviewHeading, appId, userId, person, operation });
    if (sent) {
      this.dispatchEvent(new CustomEvent('changed'));
      this.start();
    }
  }

  private say(text: string): void {
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: text }));
  }
}
