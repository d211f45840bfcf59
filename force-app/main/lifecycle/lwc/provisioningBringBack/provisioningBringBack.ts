import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import bringBack from '@salesforce/apex/EmployeeLifecycleController.bringBack';
import foreseeBringBack from '@salesforce/apex/EmployeeLifecycleController.foreseeBringBack';
import { labels } from './labels';

/**
 * Asks before a run over leavers is undone: whom that is about, what becomes of them, and whether leavers by status are meant, too. Fires `started`
 * with the process that does it, dry or live, and `cancel`.
 */
export default class ProvisioningBringBack extends LightningElement {
  @api processId: string | null = null;
  /** Only these employees; empty for everybody whom the run locked out. */
  @api employeeIds: readonly string[] = [];

  readonly labels = labels;
  forecast: Apex.EmployeeBringBackForecast | undefined;
  includesLeavers = false;
  failure = '';
  private hasFocus = false;
  private readonly looks = new Calls();
  private readonly calls = new Calls();

  connectedCallback(): void {
    const { processId, chosen: employeeIds } = this;
    this.looks.look({
      ask: () => foreseeBringBack({ processId, employeeIds: employeeIds as string[] }),
      show: (forecast) => (this.forecast = forecast),
      refuse: ({ message }) => (this.failure = message),
    });
  }
  disconnectedCallback(): void {
    this.looks.end();
  }
  /** Whoever opened it hears where they are. */
  renderedCallback(): void {
    if (this.hasFocus) return;
    this.hasFocus = true;
    (this.refs?.heading as HTMLElement | undefined)?.focus();
  }

  get heading(): string {
    return this.employeeIds.length ? labels.processBringBackTitleSome : labels.processBringBackTitle;
  }
  get loading(): boolean {
    return !this.failure;
  }
  get peopleText(): string {
    return format(labels.processBringBackPeople, count(this.forecast?.people ?? 0));
  }
  get leaversText(): string {
    return this.leavers ? format(labels.processBringBackLeavers, count(this.leavers)) : '';
  }
  /** Also where there are too many people to look at. */
  get asksForLeavers(): boolean {
    return this.forecast?.leavers !== 0;
  }
  get liveLabel(): string {
    return format(labels.processBringBackLive, count(this.expected));
  }
  /** Nobody would be let in, or nobody has been counted. */
  get nobody(): boolean {
    return this.expected === 0;
  }
  /** A dry run also says why nobody would be. */
  get empty(): boolean {
    return (this.forecast?.people ?? 0) === 0;
  }
  private get leavers(): number {
    return this.forecast?.leavers ?? 0;
  }
  private get expected(): number {
    return (this.forecast?.people ?? 0) - (this.includesLeavers ? 0 : this.leavers);
  }
  private get chosen(): readonly string[] | null {
    return this.employeeIds.length ? [...this.employeeIds] : null;
  }

  handleInclude(event: CustomEvent<{ checked: boolean }>): void {
    this.includesLeavers = event.detail.checked;
  }
  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
  handleStart(event: Event): Promise<void> {
    const isDryRun = (event.currentTarget as HTMLElement).dataset.dry !== undefined;
    const { processId, includesLeavers: includeLeavers, chosen: employeeIds } = this;
    return this.calls.act(
      async () => {
        const process = await bringBack({ processId, isDryRun, includeLeavers, employeeIds: employeeIds as string[] });
        this.dispatchEvent(new CustomEvent('started', { detail: process }));
      },
      ({ message }) => (this.failure = message),
    );
  }
}
