import LightningModal from 'lightning/modal';
import createTarget from '@salesforce/apex/AppController.createTarget';
import getOptions from '@salesforce/apex/AppSettingsController.getOptions';
import { Calls } from 'c/provisioningCalls';
import { labels } from './labels';

/** The window in which a target is made. Closes with `{ id, name }` of the new one. */
export default class ProvisioningNewTarget extends LightningModal {
  readonly labels = labels;
  options: Apex.AppSettingsOptions | undefined;
  permissionSets: readonly string[] = [];
  failure = '';
  private name = '';
  private readonly calls = new Calls();
  /** Apart from saving: somebody may save before the choices are there. */
  private readonly choices = new Calls();

  connectedCallback(): void {
    this.choices.look({
      ask: () => getOptions(),
      show: (options) => (this.options = options),
      refuse: ({ message }) => (this.failure = message),
    });
  }
  disconnectedCallback(): void {
    this.choices.end();
  }

  get sets() {
    return this.options?.permissionSets ?? [];
  }
  get cannotSave(): boolean {
    return this.name.trim() === '';
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.name = event.detail.value;
  }
  handleSets(event: CustomEvent<{ value: readonly string[] }>): void {
    this.permissionSets = event.detail.value;
  }
  handleCancel(): void {
    this.close();
  }
  handleSave(): Promise<void> {
    return this.calls.act(
      async () => {
        const id = await createTarget({ name: this.name, permissionSets: [...this.permissionSets] });
        this.close({ id, name: this.name.trim() });
      },
      ({ message }) => (this.failure = message),
    );
  }
}
