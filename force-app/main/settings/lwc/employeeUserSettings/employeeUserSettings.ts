import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls, type Refusal } from 'c/provisioningCalls';
import { withConsent } from 'c/provisioningConsent';
import { reveal } from 'c/provisioningSections';
import { format } from 'c/provisioningTexts';
import getOptions from '@salesforce/apex/EmployeeUserSettingsController.getOptions';
import getSettings from '@salesforce/apex/EmployeeUserSettingsController.getSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import saveSettings from '@salesforce/apex/EmployeeUserSettingsController.saveSettings';
import validateSettings from '@salesforce/apex/EmployeeUserSettingsController.validateSettings';
import { generalFindings } from './findings';
import { labels } from './labels';

/** How long typing must rest before the server checks, in milliseconds. */
const REST = 400;

/** The page Employee User Settings: reads, checks and saves; the editors are leaves. */
export default class EmployeeUserSettings extends LightningElement {
  readonly labels = labels;
  view: Apex.ProvisioningSettingsView | undefined;
  options: Apex.ProvisioningSettingsOptions | undefined;
  settings: Apex.ProvisioningSettingsData | undefined;
  /** Undefined until the server has said what this input would change. */
  effects: readonly Apex.ProvisioningSettingsEffect[] | undefined;
  findings: readonly Apex.ProvisioningFinding[] = [];
  failure = '';
  saveError = '';
  conflict = false;
  unchanged = true;
  showErrors = false;
  /** Why the input could not be checked, and why there are no options for it. */
  checkError = '';
  choicesError = '';
  /** Where the address wants to go, until the page stands there. */
  private section = '';
  private readonly calls = new Calls();
  private readonly checks = new Calls();
  private readonly choices = new Calls();

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.section = page?.state?.c__section ?? '';
    this.arrive();
  }

  connectedCallback(): void {
    this.load();
  }
  renderedCallback(): void {
    this.arrive();
  }
  disconnectedCallback(): void {
    this.calls.end();
    this.checks.end();
    this.choices.end();
  }

  get versionText(): string {
    const { view } = this;
    if (!view?.settings) return labels.settingsNeverSaved;
    return `${format(labels.settingsVersion, view.versionNumber)} · ${format(labels.settingsSavedBy, view.savedBy)}`;
  }
  get readOnly(): boolean {
    return !this.view?.canEdit;
  }
  get changesShown(): boolean {
    return !!this.effects && !this.unchanged && !this.readOnly;
  }
  get general(): readonly Apex.ProvisioningFinding[] {
    return this.unchanged && !this.view?.settings ? [] : generalFindings(this.findings, this.options?.inputs ?? []);
  }

  handleRetry(): void {
    this.load();
  }
  handleChange(event: CustomEvent<Apex.ProvisioningSettingsData>): void {
    const otherSource = event.detail.sourceName !== this.settings?.sourceName;
    this.settings = event.detail;
    this.unchanged = false;
    this.saveError = '';
    if (otherSource) this.loadOptions();
    this.validate(REST);
  }
  handleCancel(): void {
    this.load();
  }
  handleConfirmed(): void {
    (this.refs?.preflight as (Element & { refresh(): void }) | undefined)?.refresh();
  }
  handleSave(): Promise<void> {
    return this.calls.act(
      async () => {
        // saving checks, too
        this.checks.end();
        this.showErrors = true;
        const saved = await withConsent((confirmAdministrative) =>
          saveSettings({ settings: this.settings ?? null, confirmAdministrative }),
        );
        // what was asked before or meanwhile may be older than this answer
        this.calls.end();
        this.show(saved);
        this.dispatchEvent(new ShowToastEvent({ title: labels.settingsSaved, variant: 'success' }));
        this.validate();
      },
      (refusal) => this.refuseSave(refusal),
    );
  }

  /** Once: whoever has gone on must not be fetched back by the next answer. */
  private arrive(): void {
    const { section } = this;
    const root = this.template as ShadowRoot;
    if (!section || !root.querySelector('[data-holds]')) return;
    this.section = '';
    reveal(root, section);
  }
  private refuseSave({ message, reason, findings }: Refusal): void {
    this.saveError = message;
    this.conflict = reason === 'VERSION_CONFLICT';
    if (!message) return;
    this.findings = findings;
    // the save cut short the check that tells what would change
    this.validate();
  }

  private load(): void {
    this.checks.end();
    this.choices.end();
    this.calls.look({
      ask: async () => {
        const view = await getSettings();
        return { view, options: await getOptions({ sourceName: view.settings?.sourceName ?? null }) };
      },
      show: ({ view, options }) => {
        this.options = options;
        this.show(view);
        // checking is part of editing: whoever may only look is not asked about
        if (view.settings && view.canEdit) this.validate();
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }

  private show(view: Apex.ProvisioningSettingsView): void {
    this.view = view;
    // people are typed and read as usernames; the server keeps their ids
    const { settings, recipients, blank } = view;
    this.settings = settings ? { ...settings, notificationRecipients: recipients } : (blank ?? undefined);
    this.findings = [];
    this.effects = undefined;
    this.unchanged = true;
    this.showErrors = false;
    this.saveError = '';
    this.checkError = '';
    this.choicesError = '';
  }

  private loadOptions(): void {
    this.choices.look({
      ask: () => getOptions({ sourceName: this.settings?.sourceName ?? null }),
      show: (options) => (this.options = options),
      refuse: ({ message }) => (this.choicesError = message),
    });
  }

  /** What the checks find in the input, and what saving it would change. */
  private validate(rest = 0): void {
    const settings = this.settings ?? null;
    this.checks.look(
      {
        ask: () => Promise.all([validateSettings({ settings }), this.unchanged ? undefined : previewChanges({ settings })]),
        show: ([findings, effects]) => {
          this.findings = findings;
          this.effects = effects;
        },
        refuse: ({ message }) => (this.checkError = message),
      },
      rest,
    );
  }
}
