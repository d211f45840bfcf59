import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import confirmAdministrative from '@salesforce/apex/ProvisioningController.confirmAdministrative';
import { labels } from './labels';

/** People whom an assignment rule would give administrative permissions, to be confirmed by name. Fires `confirmed` once their run has begun. */
export default class ProvisioningAdministrativeConfirm extends LightningElement {
  @api people: readonly Apex.ProvisioningFindingPerson[] = [];

  readonly labels = labels;
  error = '';
  private chosen: ReadonlySet<string> = new Set();
  private readonly calls = new Calls();

  disconnectedCallback(): void {
    this.calls.end();
  }

  get rows() {
    return this.people.map(({ id, employeeNumber, name, message }) => ({
      id: id ?? '',
      label: [name, employeeNumber].filter(Boolean).join(', '),
      message,
      checked: this.chosen.has(id ?? ''),
    }));
  }
  get buttonLabel(): string {
    return format(labels.preflightConfirmSelected, this.chosen.size);
  }
  get nobody(): boolean {
    return this.chosen.size === 0;
  }

  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    const id = (event.currentTarget as HTMLElement).dataset.id ?? '';
    const others = [...this.chosen].filter((one) => one !== id);
    this.chosen = new Set(event.detail.checked ? [...others, id] : others);
  }
  handleConfirm(): Promise<void> {
    return this.calls.act(
      async () => {
        const process = await confirmAdministrative({ employeeIds: [...this.chosen] });
        this.chosen = new Set();
        this.dispatchEvent(new ShowToastEvent({ title: format(labels.preflightConfirmDone, process.name), variant: 'success' }));
        this.dispatchEvent(new CustomEvent('confirmed'));
      },
      ({ message }) => (this.error = message),
    );
  }
}
