import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { refusalOf } from 'c/provisioningApexErrors';
import { format } from 'c/provisioningTexts';
import getOptions from '@salesforce/apex/EmployeeUserSettingsController.getOptions';
import getSettings from '@salesforce/apex/EmployeeUserSettingsController.getSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import saveSettings from '@salesforce/apex/EmployeeUserSettingsController.saveSettings';
import validateSettings from '@salesforce/apex/EmployeeUserSettingsController.validateSettings';
import { blankSettings } from './blank';
import { generalFindings } from './findings';
import { label } from './labels';

/** How long typing must rest before the server checks, in milliseconds. */
const REST = 400;

/** The page Employee User Settings: reads, checks and saves; the editors are leaves. */
export default class EmployeeUserSettings extends LightningElement {
  readonly label = label;
  view: Apex.SettingsView | undefined;
  options: Apex.SettingsOptions | undefined;
  settings: Apex.SettingsData | undefined;
  /** Undefined until the server has said what this input would change. */
  effects: readonly Apex.SettingsEffect[] | undefined;
  findings: readonly Apex.Finding[] = [];
  failure = '';
  saveError = '';
  conflict = false;
  unchanged = true;
  showErrors = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private check = 0;
  private saving = false;

  connectedCallback(): void {
    void this.load();
  }
  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get versionText(): string {
    const { view } = this;
    if (!view?.settings) return label.neverSaved;
    return `${format(label.version, view.versionNumber)} · ${format(label.savedBy, view.savedBy)}`;
  }
  get readOnly(): boolean {
    return !this.view?.canEdit;
  }
  get changesShown(): boolean {
    return !!this.effects && !this.unchanged && !this.readOnly;
  }
  get general(): readonly Apex.Finding[] {
    return this.unchanged && !this.view?.settings ? [] : generalFindings(this.findings);
  }

  handleRetry(): void {
    void this.load();
  }
  handleChange(event: CustomEvent<Apex.SettingsData>): void {
    const otherSource = event.detail.sourceName !== this.settings?.sourceName;
    this.settings = event.detail;
    this.unchanged = false;
    this.saveError = '';
    if (otherSource) void this.loadOptions();
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- checked on the server, but not at every key
    this.timer = setTimeout(() => void this.validate(), REST);
  }
  handleCancel(): void {
    void this.load();
  }
  handleConfirmed(): void {
    (this.refs?.preflight as (Element & { refresh(): void }) | undefined)?.refresh();
  }
  async handleSave(): Promise<void> {
    // a disabled button would lose the keyboard's place, so a second click is ignored instead
    if (this.saving) return;
    clearTimeout(this.timer);
    this.check++;
    this.saving = true;
    this.saveError = '';
    this.conflict = false;
    this.showErrors = true;
    try {
      this.show(await saveSettings({ settings: this.settings ?? null }));
      this.dispatchEvent(new ShowToastEvent({ title: label.saved, variant: 'success' }));
      await this.validate();
    } catch (error) {
      const refusal = refusalOf(error);
      this.saveError = refusal.message;
      this.conflict = refusal.reason === 'VERSION_CONFLICT';
      this.findings = refusal.findings;
      // the save cut short the check that tells what would change
      await this.validate();
    } finally {
      this.saving = false;
    }
  }

  private async load(): Promise<void> {
    this.failure = '';
    try {
      const view = await getSettings();
      this.options = await getOptions({ sourceName: view.settings?.sourceName ?? null });
      this.show(view);
      // checking is part of editing: whoever may only look is not asked about
      if (view.settings && view.canEdit) await this.validate();
    } catch (error) {
      this.failure = refusalOf(error).message;
    }
  }

  private show(view: Apex.SettingsView): void {
    this.view = view;
    // people are typed and read as usernames; the server keeps their ids
    const { settings, recipients } = view;
    this.settings = settings ? { ...settings, notificationRecipients: recipients } : blankSettings(this.options?.sources[0]?.value ?? null);
    this.findings = [];
    this.effects = undefined;
    this.unchanged = true;
    this.showErrors = false;
    this.saveError = '';
  }

  private async loadOptions(): Promise<void> {
    try {
      this.options = await getOptions({ sourceName: this.settings?.sourceName ?? null });
    } catch (error) {
      this.saveError = refusalOf(error).message;
    }
  }

  private async validate(): Promise<void> {
    const turn = ++this.check;
    try {
      const settings = this.settings ?? null;
      const [findings, effects] = await Promise.all([
        validateSettings({ settings }),
        this.unchanged ? undefined : previewChanges({ settings }),
      ]);
      // an answer about older input must not overwrite a newer one
      if (turn !== this.check) return;
      this.findings = findings;
      this.effects = effects;
    } catch (error) {
      if (turn === this.check) this.saveError = refusalOf(error).message;
    }
  }
}
