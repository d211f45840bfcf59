import { LightningElement, api } from 'lwc';
import { focusField, markErrors } from 'c/provisioningFieldErrors';
import { format } from 'c/provisioningTexts';
import { helpOf } from './help';
import { labels } from './labels';

/** What a setting would meet now, and how much of what it allows that is, in percent. */
export interface Figure {
  readonly text: string;
  readonly share: number | null;
}

const WHOLE = 'slds-col slds-size_1-of-1 slds-m-bottom_small';

/** The inputs of one section, as the server lists them. Fires `valuechange` `{field, value}`; what is empty is no value. `remove` with the name of a removable one. */
export default class ProvisioningSettingsInputs extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  @api section = '';
  /** Three in a row where there is room, else two. */
  @api narrow = false;
  /** Error texts by field, to be shown at the inputs. */
  @api errors: ReadonlyMap<string, string> = new Map();
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  /** Figures to be shown at the inputs, by their names. */
  @api figures: ReadonlyMap<string, Figure> = new Map();
  /** Names of those that are turned off by a button. */
  @api removable: ReadonlySet<string> = new Set();
  @api disabled = false;

  readonly labels = labels;

  private get column(): string {
    return `${WHOLE} ${this.narrow ? 'slds-medium-size_1-of-3' : 'slds-medium-size_1-of-2'}`;
  }
  get inputs() {
    const inputs = (this.options?.inputs ?? []).filter((input) => input.section === this.section);
    return inputs.map(({ name: field, label, kind, choices, least, most }) => {
      const value = this.settings?.[field as keyof Apex.ProvisioningSettingsData];
      const was = this.was.get(field ?? '');
      const figure = this.figures.get(field ?? '');
      return {
        field,
        label,
        help: helpOf(field ?? ''),
        figure: figure?.text ?? '',
        hasShare: typeof figure?.share === 'number',
        share: figure?.share ?? 0,
        isRemovable: this.removable.has(field ?? ''),
        remove: format(labels.settingsOffOf, label),
        was: was === undefined ? '' : format(labels.settingsWas, was),
        column: was === undefined ? this.column : `${this.column} changed`,
        value: value ?? '',
        checked: value === true,
        options: choices.map((choice) => ({ label: choice.label ?? '', value: choice.value ?? '' })),
        isPicker: choices.length > 0,
        isSwitch: kind === 'FLAG',
        isNumber: kind === 'WHOLE_NUMBER',
        range: format(labels.provisioningFindingRange, label, least, most),
        // rendered, so that an error that comes or goes is shown
        invalid: this.errors.has(field ?? ''),
      };
    });
  }

  @api
  focusField(field: string): void {
    focusField(this.template as ShadowRoot, field);
  }

  renderedCallback(): void {
    markErrors(this.template as ShadowRoot, this.errors);
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.fire(event, event.detail.value || null);
  }
  handleNumber(event: CustomEvent<{ value: string }>): void {
    const text = event.detail.value.trim();
    const isUnreadable = (event.currentTarget as HTMLInputElement).validity?.badInput ?? false;
    // what is no whole number is told as it was typed: the page says so at the field, and sends it to nobody
    this.fire(event, isUnreadable ? NaN : text === '' ? null : wholeNumber(text));
  }
  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    this.fire(event, event.detail.checked);
  }

  handleRemove(event: Event): void {
    this.dispatchEvent(new CustomEvent('remove', { detail: (event.currentTarget as HTMLElement).dataset.name }));
  }

  private fire(event: Event, value: unknown): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { field, value } }));
  }
}

function wholeNumber(text: string): number | string {
  const number = Number(text);
  return Number.isInteger(number) && Math.abs(number) <= 2 ** 31 - 1 ? number : text;
}
