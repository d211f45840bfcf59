import LightningModal from 'lightning/modal';
import mayRun from '@salesforce/customPermission/Run_Provisioning';
import createEmployee from '@salesforce/apex/EmployeeImportController.createEmployee';
import getForm from '@salesforce/apex/EmployeeImportController.getForm';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import { inputNameOf, inputsOf, rowOf, START } from './form';
import { labels } from './labels';

/** Who was saved, and whether a run is wanted for that person at once. */
export interface Hired {
  readonly employeeId: string;
  readonly name: string;
  /** What was noted although it was saved; empty where nothing was. */
  readonly note: string;
  readonly provision: boolean;
}
interface Input extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): void;
}

/** The window New employee: one person through the import's own service, each error at its field. Closes with `Hired`, or nothing. */
export default class ProvisioningNewEmployee extends LightningModal {
  readonly labels = labels;
  readonly mayRun = mayRun === true;
  form: Apex.EmployeeImportForm | undefined;
  failure = '';
  problem = '';
  values: Readonly<Record<string, string>> = {};
  private readonly looks = new Calls();
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.load();
  }
  disconnectedCallback(): void {
    this.looks.end();
  }

  get inputs() {
    if (!this.form) return [];
    const help = this.form.status ? format(labels.newEmployeeStatusHelp, this.form.status) : '';
    return inputsOf(this.form, help).map((input) => ({
      ...input,
      value: this.values[input.name] ?? '',
      isChoice: input.options.length > 0,
    }));
  }
  get cannotSave(): boolean {
    return !this.form;
  }

  handleRetry(): void {
    this.load();
  }
  handleChange(event: CustomEvent<{ value: string }>): void {
    const { field = '' } = (event.currentTarget as HTMLElement).dataset;
    this.values = { ...this.values, [field]: event.detail.value };
  }
  handleCancel(): void {
    this.close();
  }
  handleSave(): Promise<void> {
    return this.save(false);
  }
  handleSaveAndProvision(): Promise<void> {
    return this.save(true);
  }

  private load(): void {
    this.looks.look({
      ask: () => getForm(),
      show: (form) => {
        this.form = form;
        const status = form.status ?? form.fields?.find(({ name }) => name === 'status')?.choices?.[0] ?? '';
        this.values = { status, [START]: today(), ...this.values };
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }

  private save(provision: boolean): Promise<void> {
    const { form } = this;
    if (!form) return Promise.resolve();
    return this.calls.act(
      async () => {
        const result = await createEmployee({ employee: JSON.stringify(rowOf(form, this.values)) });
        if (result.outcome === 'Failed') {
          this.showErrors(form, result.errors ?? []);
          return;
        }
        this.showErrors(form, []);
        const name = [this.values.firstName, this.values.lastName]
          .map((part) => part?.trim())
          .filter(Boolean)
          .join(' ');
        this.close({ employeeId: result.employeeId ?? '', name, note: result.message ?? '', provision } satisfies Hired);
      },
      ({ message }) => (this.problem = message),
    );
  }

  /** At the inputs; what belongs to none of them stands below. The keyboard goes to the first. */
  private showErrors(form: Apex.EmployeeImportForm, errors: readonly Apex.EmployeeImportError[]): void {
    const messages = new Map<string, string>();
    for (const { field, message } of errors) {
      const name = inputNameOf(form, field);
      messages.set(name, [messages.get(name), message].filter(Boolean).join(' '));
    }
    const inputs = [...(this.template?.querySelectorAll<Input>('[data-field]') ?? [])];
    let first: Input | undefined;
    for (const input of inputs) {
      const message = messages.get(input.dataset.field ?? '') ?? '';
      messages.delete(input.dataset.field ?? '');
      input.setCustomValidity(message);
      input.reportValidity();
      if (message && !first) first = input;
    }
    this.problem = [...messages.values()].join(' ');
    first?.focus();
  }
}

/** The day that the person at the page has. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
