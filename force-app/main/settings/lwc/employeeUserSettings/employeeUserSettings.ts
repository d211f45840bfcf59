import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls, type Refusal } from 'c/provisioningCalls';
import { withConsent } from 'c/provisioningConsent';
import { reveal } from 'c/provisioningSections';
import { changedSettings, chosen, merged, settingNamed, type Clash } from 'c/provisioningSettingsMerge';
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

/** Somebody else's save: what it changed, and what is still to be chosen. */
interface Meanwhile {
  readonly changed: readonly string[];
  readonly clashes: readonly Clash[];
}

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
  /** What somebody else saved while this page was edited; undefined while nobody did. */
  meanwhile: Meanwhile | undefined;
  showErrors = false;
  /** Why the input could not be checked, and why there are no options for it. */
  checkError = '';
  choicesError = '';
  /** Where the address wants to go, until the page stands there. */
  private section = '';
  /** The settings as they were read: what differs from them is not saved. */
  private base: Apex.ProvisioningSettingsData | undefined;
  /** What was typed where both changed, in case it is chosen again. */
  private mine: Apex.ProvisioningSettingsData | undefined;
  private toldOfMeanwhile = true;
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
    if (this.toldOfMeanwhile) return;
    this.toldOfMeanwhile = true;
    (this.refs?.merge as HTMLElement | undefined)?.focus();
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
  get unchanged(): boolean {
    const { base, settings } = this;
    return !base || !settings || changedSettings(base, settings).length === 0;
  }
  /** Nothing to save, or something to choose first. */
  get cannotSave(): boolean {
    return (this.unchanged && !!this.view?.settings) || (this.meanwhile?.clashes ?? []).some(({ whose }) => !whose);
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
    this.decideByTyping(event.detail);
    this.settings = event.detail;
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

  handleChoose(event: CustomEvent<{ name: string; whose: 'mine' | 'theirs' }>): void {
    const { meanwhile, settings, base, mine } = this;
    const { name, whose } = event.detail;
    if (!meanwhile || !settings || !base || !mine) return;
    this.meanwhile = { ...meanwhile, clashes: meanwhile.clashes.map((clash) => (clash.name === name ? { ...clash, whose } : clash)) };
    this.settings = chosen(settings, name, whose === 'mine' ? mine : base);
    this.validate();
  }

  /** Whoever goes on typing where both changed has chosen. */
  private decideByTyping(typed: Apex.ProvisioningSettingsData): void {
    const { meanwhile, settings } = this;
    if (!meanwhile || !settings) return;
    const names = changedSettings(settings, typed);
    this.mine = names.reduce((mine, name) => chosen(mine, name, typed), this.mine ?? typed);
    this.meanwhile = {
      ...meanwhile,
      clashes: meanwhile.clashes.map((clash) => (names.includes(clash.name) ? { ...clash, whose: 'mine' } : clash)),
    };
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
    if (reason === 'VERSION_CONFLICT') {
      this.merge();
      return;
    }
    this.saveError = message;
    if (!message) return;
    this.findings = findings;
    // the save cut short the check that tells what would change
    this.validate();
  }

  /** Somebody else saved since: their changes come below these, and where both changed the same, a person says whose counts. */
  private merge(): void {
    const { base, settings: mine } = this;
    if (!base || !mine) return;
    this.calls.look({
      ask: async () => {
        const view = await getSettings();
        const theirs = opened(view);
        const { settings, both } = merged(base, mine, theirs);
        // asked against what is active now: what was read before tells their changes, what is typed tells mine
        const [backwards, forwards] = await Promise.all([previewChanges({ settings: base }), previewChanges({ settings })]);
        const changed = [...new Set(backwards.map(({ label }) => label ?? ''))];
        const clashes = both.map((name) => clashOf(name, forwards));
        return { view, theirs, settings, meanwhile: { changed, clashes } };
      },
      show: ({ view, theirs, settings, meanwhile }) => {
        this.view = view;
        this.base = theirs;
        this.mine = mine;
        this.settings = { ...settings, version: theirs.version };
        this.meanwhile = meanwhile;
        this.toldOfMeanwhile = false;
        this.validate();
      },
      refuse: ({ message }) => (this.saveError = message),
    });
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
    this.base = opened(view);
    this.settings = this.base;
    this.meanwhile = undefined;
    this.findings = [];
    this.effects = undefined;
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

/** What the page starts from. People are typed and read as usernames; the server keeps their ids. */
function opened({ settings, recipients, blank }: Apex.ProvisioningSettingsView): Apex.ProvisioningSettingsData {
  return settings ? { ...settings, notificationRecipients: recipients } : { ...blank!, version: 0 };
}

/** In the words in which a save would be described: from what is active to what is typed. */
function clashOf(name: string, effects: readonly Apex.ProvisioningSettingsEffect[]): Clash {
  const words = effects.filter((effect) => settingNamed(effect.name ?? '') === name);
  const texts = (pick: (effect: Apex.ProvisioningSettingsEffect) => string | null) => words.map(pick).filter(Boolean).join(', ');
  return {
    name,
    label: texts(({ label }) => label) || name,
    mine: texts(({ after }) => after),
    theirs: texts(({ before }) => before),
    whose: '',
  };
}
