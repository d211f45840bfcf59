import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { reveal } from 'c/provisioningSections';
import { errorsByField, firstOf, optionsOf, permissionSetOptions, settingOf, type Option } from './fields';
import { labels } from './labels';
import { exampleUsername } from './username';

interface Field extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): void;
}

interface Picker {
  readonly field: keyof Apex.ProvisioningSettingsData;
  readonly label: string;
  readonly help?: string;
  readonly options: readonly Option[];
  readonly value: string | null | undefined;
  readonly note?: string;
  readonly column: string;
}
/** The order of the matching rules says which are on; the switches of the default order, left out, follow it. */
const NO_SWITCHES: Partial<Apex.ProvisioningSettingsData> = {
  matchByEmployeeNumber: null,
  matchByFederationId: null,
  matchByEmail: null,
  matchByUsername: null,
};
const WHOLE = 'slds-col slds-size_1-of-1 slds-m-bottom_small';
const HALF = `${WHOLE} slds-medium-size_1-of-2`;

/**
 * The editors of the settings. Fires `settingschange` with the settings as they would be after the change.
 * Errors show at fields that were touched, and everywhere once `showErrors` is set.
 */
export default class ProvisioningSettingsForm extends LightningElement {
  @api settings: Apex.ProvisioningSettingsData | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  @api findings: readonly Apex.ProvisioningFinding[] = [];
  @api disabled = false;
  @api showErrors = false;

  readonly labels = labels;
  private touched: ReadonlySet<string> = new Set();
  private shown: ReadonlyMap<string, string> = new Map();

  /** The settings, none of them while they load. */
  get values(): Partial<Apex.ProvisioningSettingsData> {
    return this.settings ?? {};
  }
  /** The fields that take one of several values, in the order of the page. */
  get pickers(): readonly Picker[] {
    const { settings, options } = this;
    const source: Picker = {
      field: 'sourceName',
      label: labels.settingsEmployeeSource,
      options: optionsOf(options?.sources),
      value: settings?.sourceName,
      column: WHOLE,
    };
    const personType: Picker = {
      field: 'personRecordType',
      label: labels.settingsPersonRecordType,
      help: labels.settingsPersonRecordTypeHelp,
      options: optionsOf(options?.personRecordTypes),
      value: settings?.personRecordType,
      column: HALF,
    };
    return [
      ...((options?.sources.length ?? 0) > 1 ? [source] : []),
      {
        field: 'profileId',
        label: labels.settingsProfile,
        options: optionsOf(options?.profiles),
        value: settings?.profileId,
        note: this.licenseText,
        column: HALF,
      },
      {
        field: 'emailEncoding',
        label: labels.settingsEmailEncoding,
        options: optionsOf(options?.emailEncodings),
        value: settings?.emailEncoding,
        column: HALF,
      },
      {
        field: 'employeeStatus',
        label: labels.settingsEmployeeStatus,
        help: labels.settingsEmployeeStatusHelp,
        options: optionsOf(options?.employeeStatuses),
        value: settings?.employeeStatus,
        column: HALF,
      },
      ...(this.choosesPersonType ? [personType] : []),
    ];
  }
  /** Where there is a choice, and where the one that was chosen is gone. */
  get choosesPersonType(): boolean {
    const types = this.options?.personRecordTypes ?? [];
    const chosen = this.settings?.personRecordType;
    return types.length > 1 || (!!chosen && !types.some((type) => type.value === chosen));
  }
  get setOptions(): readonly Option[] {
    return permissionSetOptions(this.options?.permissionSets);
  }
  get selectedSets(): readonly string[] {
    return this.settings?.permissionSets ?? [];
  }
  get licenseText(): string {
    const profile = this.options?.profiles.find((choice) => choice.value === this.settings?.profileId);
    return profile?.license ? format(labels.settingsProfileLicense, profile.license) : '';
  }
  get usernameText(): string {
    const example = exampleUsername(this.settings?.usernameSuffix ?? null);
    return example ? format(labels.settingsUsernameExample, example) : labels.settingsUsernameRule;
  }
  get rules(): readonly Apex.ProvisioningAssignmentRule[] {
    return this.settings?.assignmentRules ?? [];
  }
  /** By the place within the rules. */
  get ruleErrors(): ReadonlyMap<string, string> {
    const isShown = this.showErrors || this.touched.has('assignmentRules');
    return new Map(isShown ? [...errorsByField(this.findings)].filter(([field]) => field.startsWith('assignmentRules')) : []);
  }
  get mappings(): readonly Apex.EmployeeFieldMapping[] {
    return this.settings?.fieldMappings ?? [];
  }
  get tables(): readonly Apex.EmployeeValueTable[] {
    return this.settings?.valueTables ?? [];
  }
  get mappingError(): string {
    return firstOf('fieldMappings', this.visibleErrors);
  }
  get tableError(): string {
    return firstOf('valueTables', this.visibleErrors);
  }
  /** Errors by field, of the fields that may show theirs. */
  get visibleErrors(): ReadonlyMap<string, string> {
    const errors = errorsByField(this.findings);
    return this.showErrors ? errors : new Map([...errors].filter(([field]) => this.touched.has(settingOf(field))));
  }

  @api
  reveal(section: string): void {
    reveal(this.template as ShadowRoot, section);
  }

  renderedCallback(): void {
    const errors = this.visibleErrors;
    for (const element of (this.template as ShadowRoot).querySelectorAll<Field>('[data-field]')) {
      const field = element.dataset.field ?? '';
      const message = errors.get(field) ?? '';
      if (message === (this.shown.get(field) ?? '')) continue;
      element.setCustomValidity(message);
      element.reportValidity();
    }
    this.shown = errors;
  }

  handleValue(event: CustomEvent<{ value: string | string[] }>): void {
    const field = (event.currentTarget as HTMLElement).dataset.field;
    if (field) this.change(field, event.detail.value);
  }
  handleAdvanced(event: CustomEvent<{ field: string; value: unknown }>): void {
    this.change(event.detail.field, event.detail.value);
  }

  private change(field: string, value: unknown): void {
    this.touched = new Set([...this.touched, field]);
    const profileName =
      field === 'profileId'
        ? { profileName: optionsOf(this.options?.profiles).find((option) => option.value === value)?.label ?? null }
        : {};
    const switches = field === 'matchingRules' ? NO_SWITCHES : {};
    this.dispatchEvent(new CustomEvent('settingschange', { detail: { ...this.settings, [field]: value, ...profileName, ...switches } }));
  }
}
