import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import findUsers from '@salesforce/apex/AppReconciliationController.findUsers';
import { labels } from './labels';

/** Milliseconds after the last key until the server is asked. */
const REST = 300;
/** A shorter text finds nobody. */
const SHORTEST = 2;

/** Finds a user by hand, as the server lets the reader see them. Fires `choose` with the candidate. */
export default class ProvisioningUserSearch extends LightningElement {
  @api appId: string | null = null;
  /** Id of the user who is chosen. */
  @api chosen: string | null = null;
  /** The account whose user is looked for; null: anybody. Another one begins anew. */
  @api
  get accountId(): string | null {
    return this.account;
  }
  set accountId(value: string | null) {
    if (value !== this.account) this.begin('');
    this.account = value;
  }

  readonly labels = labels;
  search = '';
  found: readonly Apex.AppCandidate[] | undefined;
  failure = '';
  isLoading = false;
  private account: string | null = null;
  private readonly calls = new Calls();

  disconnectedCallback(): void {
    this.calls.end();
  }

  get isEmpty(): boolean {
    return this.found?.length === 0;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.begin(event.detail.value);
    if (this.search.trim().length >= SHORTEST) this.look(REST);
  }
  handleRetry(): void {
    this.look(0);
  }
  handleChoose(event: CustomEvent<string>): void {
    const detail = this.found?.find(({ userId }) => userId === event.detail);
    this.dispatchEvent(new CustomEvent('choose', { detail }));
  }

  private begin(search: string): void {
    this.calls.end();
    this.search = search;
    this.found = undefined;
    this.isLoading = false;
    this.failure = '';
  }
  private look(rest: number): void {
    this.isLoading = true;
    this.calls.look(
      {
        ask: () => findUsers({ appId: this.appId, accountId: this.account, search: this.search.trim() }),
        show: (found) => {
          this.isLoading = false;
          this.found = found;
          const detail = format(labels.appsUserSearchSaid, found.length);
          this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail }));
        },
        refuse: ({ message }) => {
          this.failure = message;
        },
      },
      rest,
    );
  }
}
