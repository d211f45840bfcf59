import { LightningElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import getOverview from '@salesforce/apex/EmployeeLifecycleController.getOverview';
import startLifecycleRun from '@salesforce/apex/EmployeeLifecycleController.startLifecycleRun';
import { cardsOf, processPage, SETTINGS, type Card } from './cards';
import { labels } from './labels';

/** Runs over people who have a user: whom they would be about, what became of the last ones, and the start of a new one, dry or live. */
export default class ProvisioningLeaversAndChanges extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly settings = SETTINGS;
  overview: Apex.EmployeeLifecycleOverview | undefined;
  /** Why a run was not started. */
  refused = '';
  failure = '';
  private readonly calls = new Calls();
  private readonly starts = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get cards(): readonly Card[] | undefined {
    return this.overview && cardsOf(this.overview);
  }

  handleRetry(): void {
    this.look();
  }
  handleStart(event: Event): Promise<void> {
    const { scope = '', dry } = (event.currentTarget as HTMLElement).dataset;
    const card = this.cards?.find((one) => one.scope === scope);
    return this.starts.act(
      () => this.start(scope, dry !== undefined, card),
      ({ message }) => (this.refused = message),
    );
  }

  private async start(scope: string, isDryRun: boolean, card: Card | undefined): Promise<void> {
    if (!isDryRun && !(await LightningConfirm.open({ message: card?.question ?? '', label: card?.startLabel ?? scope, theme: 'warning' })))
      return;
    const process = await startLifecycleRun({ scope, isDryRun });
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
