import { LightningElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import getOverview from '@salesforce/apex/EmployeeLifecycleController.getOverview';
import startLifecycleRun from '@salesforce/apex/EmployeeLifecycleController.startLifecycleRun';
import { cardsOf, processPage, SETTINGS, type Card } from './cards';
import { labels } from './labels';
import type { Start } from 'c/provisioningLeaverList';

/** What is asked before a live run. */
interface Question {
  readonly message: string;
  readonly label: string;
}

/** Runs over people who have a user: whom they would be about, what became of the last ones, and the start of a new one, dry or live. */
export default class ProvisioningLeaversAndChanges extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly settings = SETTINGS;
  overview: Apex.EmployeeLifecycleOverview | undefined;
  /** Why a run was not started. */
  refused = '';
  failure = '';
  /** Whom a run over leavers would lock out, once the list has looked at everybody. */
  lockouts: number | null = null;
  /** Whom a run over changes would change, once the list has compared everybody. */
  differing: number | null = null;
  private readonly calls = new Calls();
  private readonly starts = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get cards(): readonly Card[] | undefined {
    return this.overview && cardsOf(this.overview, { lockouts: this.lockouts, differing: this.differing });
  }

  handleRetry(): void {
    this.look();
  }
  handleStart(event: Event): Promise<void> {
    const { scope = '', dry } = (event.currentTarget as HTMLElement).dataset;
    const card = this.cards?.find((one) => one.scope === scope);
    return this.act(scope, dry !== undefined, { message: card?.question ?? '', label: card?.startLabel ?? scope }, null);
  }
  handleSelection(event: CustomEvent<Start>): Promise<void> {
    const { employeeIds, isDryRun, label } = event.detail;
    const { list: scope = '' } = (event.currentTarget as HTMLElement).dataset;
    const question = scope === 'Returns' ? labels.returnsQuestion : labels.leaversQuestionSelected;
    const message = format(question, count(employeeIds.length));
    return this.act(scope, isDryRun, { message, label }, [...employeeIds]);
  }
  handleKnown(event: CustomEvent<number>): void {
    this.lockouts = event.detail;
  }

  handleDiffering(event: CustomEvent<number>): void {
    this.differing = event.detail;
  }

  private act(scope: string, isDryRun: boolean, question: Question, employeeIds: string[] | null): Promise<void> {
    this.refused = '';
    return this.starts.act(
      () => this.start(scope, isDryRun, question, employeeIds),
      ({ message }) => (this.refused = message),
    );
  }
  private async start(scope: string, isDryRun: boolean, question: Question, employeeIds: string[] | null): Promise<void> {
    if (!isDryRun && !(await LightningConfirm.open({ ...question, theme: 'warning' }))) return;
    const process = await startLifecycleRun({ scope, isDryRun, employeeIds: employeeIds as string[] });
    this.dispatchEvent(new ShowToastEvent({ title: format(labels.lifecyclePageStarted, process.name), variant: 'success' }));
    this[NavigationMixin.Navigate](processPage(process.id));
  }
  private look(): void {
    this.calls.look({
      ask: () => getOverview(),
      show: (overview) => (this.overview = overview),
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
