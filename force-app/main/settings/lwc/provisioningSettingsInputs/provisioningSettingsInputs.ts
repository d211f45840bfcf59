import { LightningElement, api } from 'lwc';

interface Field extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): void;
}
const WHOLE = 'slds-col slds-size_1-of-1 slds-m-bottom_small';

/** The inputs of one section, as the server lists them. Fires `valuechange` `{field, value}`; what is empty is no value. */
export default class ProvisioningSettingsInputs extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  @api section = '';
  /** Three in a row where there is room, else two. */
  @api narrow = false;
  /** Error texts by field, to be shown at the inputs. */
  @api errors: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  private shown: ReadonlyMap<string, string> = new Map();

  get column(): string {
    return `${WHOLE} ${this.narrow ? 'slds-medium-size_1-of-3' : 'slds-medium-size_1-of-2'}`;
  }
  get inputs() {
    const inputs = (this.options?.inputs ?? []).filter((input) => input.section === this.section);
    return inputs.map(({ name: field, label, kind, choices }) => {
      const value = this.settings?.[field as keyof Apex.ProvisioningSettingsData];
      return {
        field,
        label,
        value: value ?? '',
        checked: value === true,
        options: choices.map((choice) => ({ label: choice.label ?? '', value: choice.value ?? '' })),
        isPicker: choices.length > 0,
        isSwitch: kind === 'FLAG',
        isNumber: kind === 'WHOLE_NUMBER',
        // rendered, so that an error that comes or goes is shown
        invalid: this.errors.has(field ?? ''),
      };
    });
  }

  renderedCallback(): void {
    for (const element of (this.template as ShadowRoot).querySelectorAll<Field>('[data-field]')) {
      const field = element.dataset.field ?? '';
      const message = this.errors.get(field) ?? '';
      if (message === (this.shown.get(field) ?? '')) continue;
      element.setCustomValidity(message);
      element.reportValidity();
    }
    this.shown = this.errors;
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.fire(event, event.detail.value || null);
  }
  handleNumber(event: CustomEvent<{ value: string }>): void {
    const text = event.detail.value.trim();
    this.fire(event, text === '' ? null : Number(text));
  }
  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    this.fire(event, event.detail.checked);
  }

  private fire(event: Event, value: unknown): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field, value } }));
  }
}
