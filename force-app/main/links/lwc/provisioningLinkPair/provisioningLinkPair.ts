import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import compare from '@salesforce/apex/EmployeeLinkController.compare';
import { labels } from './labels';

/** What the server says about a line, as a sign with its word. */
const SAME = { icon: 'utility:check', variant: 'success', says: labels.linksSame };
const DIFFERS = { icon: 'utility:close', variant: 'warning', says: labels.linksDiffers };
const NOTHING = { icon: 'utility:dash', variant: undefined, says: labels.linksSaysNothing };

/**
 * An employee and a user who look like one person, side by side, and what each decision would do. Fires `decide` with Link, Never or Later,
 * and `candidate` with another pair of the same employee.
 */
export default class ProvisioningLinkPair extends LightningElement {
  @api mayDecide = false;
  readonly labels = labels;
  comparison: Apex.EmployeeLinkComparison | undefined;
  failure = '';
  private shown: Apex.EmployeeLinkView | undefined;
  private readonly calls = new Calls();

  @api
  get link(): Apex.EmployeeLinkView | undefined {
    return this.shown;
  }
  set link(link: Apex.EmployeeLinkView | undefined) {
    const isOther = link?.id !== this.shown?.id;
    this.shown = link;
    if (isOther) this.look();
  }

  disconnectedCallback(): void {
    this.calls.end();
  }

  get heading(): string {
    return `${this.shown?.name ?? ''} ${this.shown?.employeeNumber ?? ''}`.trim();
  }
  get score(): string {
    return `${labels.linksColumnScore} ${this.shown?.score ?? ''}`;
  }
  get tone(): string {
    return this.shown?.exact ? 'good' : 'warning';
  }
  get lines() {
    return (this.comparison?.lines ?? []).map(({ label, employee, user, isSame }) => ({
      label,
      employee: employee ?? labels.linksEmptyValue,
      user: user ?? labels.linksEmptyValue,
      ...(isSame === null ? NOTHING : isSame ? SAME : DIFFERS),
    }));
  }
  /** The pairs of the employee where there are several. */
  get candidates() {
    const all = this.comparison?.candidates ?? [];
    if (all.length < 2) return [];
    return all.map(({ id, username, score }) => ({
      id,
      label: `${username ?? ''} (${score ?? ''})`,
      pressed: String(id === this.shown?.id),
    }));
  }
  get candidatesHeading(): string {
    return format(labels.linksPairCandidates, this.candidates.length);
  }
  get sets(): readonly string[] {
    const { given, leftOut } = this.comparison ?? {};
    if (!given?.length && !leftOut?.length) return [labels.linksPairNoSets];
    return [
      ...(given?.length ? [format(labels.linksPairGiven, given.join(', '))] : []),
      ...(leftOut?.length ? [format(labels.linksPairLeftOut, leftOut.join(', '))] : []),
    ];
  }
  get canDecide(): boolean {
    return this.mayDecide && this.shown?.state !== 'Linked';
  }
  get decisions() {
    const { active, state, username } = this.shown ?? {};
    return [
      { name: 'Never', label: labels.linksNever, variant: 'neutral' },
      { name: 'Later', label: labels.linksLater, variant: 'neutral' },
      ...(active ? [{ name: 'Link', label: format(labels.linksPairLinkTo, username ?? ''), variant: 'brand' }] : []),
    ].filter(({ name }) => name !== state);
  }

  handleRetry(): void {
    this.look();
  }
  handleDecision(event: Event): void {
    this.dispatchEvent(new CustomEvent('decide', { detail: (event.currentTarget as HTMLElement).dataset.name }));
  }
  handleCandidate(event: Event): void {
    const asked = (event.currentTarget as HTMLElement).dataset.candidate;
    const detail = this.comparison?.candidates?.find(({ id }) => id === asked);
    this.dispatchEvent(new CustomEvent<Apex.EmployeeLinkView | undefined>('candidate', { detail }));
  }

  private look(): void {
    this.comparison = undefined;
    this.failure = '';
    const id = this.shown?.id ?? null;
    if (id === null) return;
    this.calls.look({
      ask: () => compare({ id }),
      show: (comparison) => {
        this.failure = '';
        this.comparison = comparison;
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
