import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import mayErase from '@salesforce/customPermission/Manage_Provisioning_Settings';
import { Calls, type Refusal } from 'c/provisioningCalls';
import { count, format } from 'c/provisioningTexts';
import erase from '@salesforce/apex/EmployeeErasureController.erase';
import { labels } from './labels';

interface Erased {
  readonly items: number;
  readonly processes: number;
}

/** Erases a person from what runs know, seen before it is done; nothing for whoever may not. Fires `erased`. */
export default class ProvisioningErasure extends LightningElement {
  /** Id or number of the employee. */
  @api employeeId: string | null = null;
  @api name = '';

  readonly labels = labels;
  readonly mayErase = mayErase === true;
  asks = false;
  failure = '';
  private isOpening = false;
  private readonly calls = new Calls();

  get heading(): string {
    return format(labels.erasureHeading, this.name);
  }

  /** What was opened begins on the harmless choice. */
  renderedCallback(): void {
    if (!this.isOpening) return;
    this.isOpening = false;
    this.focus('cancel');
  }

  handleAsk(): void {
    this.asks = true;
    this.isOpening = true;
    this.failure = '';
  }
  handleCancel(): void {
    this.asks = false;
    this.focus('ask');
  }
  handleSure(): Promise<void> {
    return this.calls.act(async () => {
      const { items, processes } = await this.eraseAll({ items: 0, processes: 0 });
      this.asks = false;
      const title = items === 0 ? labels.erasureNothing : format(labels.erasureDone, count(items), count(processes));
      this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
      this.dispatchEvent(new CustomEvent('erased'));
    }, this.refuse);
  }

  /** A call erases as much as one transaction may. */
  private async eraseAll(before: Erased): Promise<Erased> {
    const reply = await erase({ employee: this.employeeId });
    const erased = { items: before.items + (reply.items ?? 0), processes: before.processes + (reply.processes ?? 0) };
    return reply.more === true ? this.eraseAll(erased) : erased;
  }
  private readonly refuse = ({ message }: Refusal): void => {
    this.failure = message;
  };
  private focus(part: string): void {
    this.template?.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus();
  }
}
