import { LightningElement, api } from 'lwc';
import { focusField, markErrors } from 'c/provisioningFieldErrors';
import { format } from 'c/provisioningTexts';
import { errorsByField, firstOf, optionsOf, permissionSetOptions, settingOf, type Option } from './fields';
import { labels } from './labels';
import { exampleUsername } from './username';

interface Picker {
  readonly field: keyof Apex.ProvisioningSettingsData;
  readonly label: string;
  readonly help?: string;
  readonly options: readonly Option[];
  readonly value: string | null | undefined;
  readonly note?: string;
  readonly column: string;
  readonly was?: string;
}
/** The order of the matching rules says which are on; the switches of the default order, left out, follow it. */
const NO_SWITCHES: Partial<Apex.ProvisioningSettingsData> = {
  matchByEmployeeNumber: null,
  matchByFederationId: null,
  matchByEmail: null,
  matchByUsername: null,
};
const WHOLE = 'slds-col slds-size_1-of-1 slds-m-bottom_small';
const CHANGED = 'changed';
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
  /** The section that is shown, as the address names it. */
  @api section = 'defaults';
  /** True while nothing was saved yet. */
  @api first = false;
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();

  /** The user that is previewed with these settings, where one is. */
  @api preview: Apex.EmployeeUserPreview | undefined;

  readonly labels = labels;
  private touched: ReadonlySet<string> = new Set();
  /** Where a person is erased: in their panel. */
  readonly people = {
    type: 'standard__navItemPage',
    attributes: { apiName: 'Provisioning_Employees' },
    state: { c__view: 'All' },
  };

  /** Which section is shown. */
  get shows(): Readonly<Record<string, boolean>> {
    return { [this.section]: true };
  }
  get matchingRules(): readonly Apex.EmployeeMatchChoice[] {
    return this.settings?.matchingRules ?? [];
  }
  get matchingChoices(): readonly Apex.ProvisioningChoice[] {
    return this.options?.matchingRules ?? [];
  }
  get matchingError(): string {
    return firstOf('matchingRules', this.visibleErrors);
  }
  get recipients(): readonly string[] {
    return this.settings?.notificationRecipients ?? [];
  }
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
      help: labels.settingsHelpSource,
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
    const pickers: readonly Picker[] = [
      ...((options?.sources.length ?? 0) > 1 ? [source] : []),
      {
        field: 'profileId',
        label: labels.settingsProfile,
        help: labels.settingsHelpProfile,
        options: optionsOf(options?.profiles),
        value: settings?.profileId,
        note: this.licenseText,
        column: HALF,
      },
      {
        field: 'emailEncoding',
        label: labels.settingsEmailEncoding,
        help: labels.settingsHelpEncoding,
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
    return pickers.map((picker) => this.marked(picker));
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
  get suffixWas(): string {
    return this.wasText('usernameSuffix');
  }
  get setsWas(): string {
    return this.wasText('permissionSets');
  }
  get suffixColumn(): string {
    return `${HALF} ${this.suffixWas ? CHANGED : ''}`;
  }
  get setsColumn(): string {
    return `${WHOLE} ${this.setsWas ? CHANGED : ''}`;
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
  get tableError(): string {
    return firstOf('valueTables', this.visibleErrors);
  }
  /** Errors by field, of the fields that may show theirs. */
  get visibleErrors(): ReadonlyMap<string, string> {
    const errors = errorsByField(this.findings);
    return this.showErrors ? errors : new Map([...errors].filter(([field]) => this.touched.has(settingOf(field))));
  }

  /** Goes to the field, or to the first that takes an entry where the section has no field of that name. */
  @api
  focusField(field: string): void {
    focusField(this.template as ShadowRoot, field);
  }

  renderedCallback(): void {
    markErrors(this.template as ShadowRoot, this.visibleErrors);
  }

  handleValue(event: CustomEvent<{ value: string | string[] }>): void {
    const field = (event.currentTarget as HTMLElement).dataset.field;
    if (field) this.change(field, event.detail.value);
  }
  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    const field = (event.currentTarget as HTMLElement).dataset.field;
    if (field) this.change(field, event.detail.checked);
  }
  handleAdvanced(event: CustomEvent<{ field: string; value: unknown }>): void {
    this.change(event.detail.field, event.detail.value);
  }

  handleGuardOff(event: CustomEvent<{ name: string; changes: Partial<Apex.ProvisioningSettingsData> }>): void {
    const { name, changes } = event.detail;
    this.touched = new Set([...this.touched, ...Object.keys(changes)]);
    this.dispatchEvent(new CustomEvent('guardoff', { detail: name }));
    this.dispatchEvent(new CustomEvent('settingschange', { detail: { ...this.settings, ...changes } }));
  }

  private wasText(field: string): string {
    const was = this.was.get(field);
    return was === undefined ? '' : format(labels.settingsWas, was);
  }
  private marked(picker: Picker): Picker {
    const was = this.was.get(picker.field);
    return was === undefined ? picker : { ...picker, was: format(labels.settingsWas, was), column: `${picker.column} ${CHANGED}` };
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
