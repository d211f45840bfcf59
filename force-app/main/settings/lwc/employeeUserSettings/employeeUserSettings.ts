import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls, type Refusal } from 'c/provisioningCalls';
import { withConsent } from 'c/provisioningConsent';
import ProvisioningGuardOff, { isOn, turnedOff } from 'c/provisioningGuardOff';
import ProvisioningLeaveConfirmation from 'c/provisioningLeaveConfirmation';
import { changedSettings, chosen, countedChanges, merged, settingNamed, type Clash } from 'c/provisioningSettingsMerge';
import { labelOf, sectionOf, SECTIONS } from 'c/provisioningSettingsSections';
import { format } from 'c/provisioningTexts';
import getOptions from '@salesforce/apex/EmployeeUserSettingsController.getOptions';
import getSettings from '@salesforce/apex/EmployeeUserSettingsController.getSettings';
import previewChanges from '@salesforce/apex/EmployeeUserSettingsController.previewChanges';
import saveSettings from '@salesforce/apex/EmployeeUserSettingsController.saveSettings';
import validateSettings from '@salesforce/apex/EmployeeUserSettingsController.validateSettings';
import { generalFindings } from './findings';
import { labels } from './labels';
import { LeaveGuard } from './leaving';
import { meant, placed, readable, unreadableNumbers } from './sending';

/** How long typing must rest before the server checks, in milliseconds. */
const REST = 400;

/** Somebody else's save: what it changed, and what is still to be chosen. */
interface Meanwhile {
  readonly changed: readonly string[];
  readonly clashes: readonly Clash[];
}

/** The page Employee User Settings: reads, checks and saves; the editors are leaves. */
export default class EmployeeUserSettings extends NavigationMixin(LightningElement) {
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
  /** The user that is previewed with the settings as they stand; undefined while none is. */
  previewed: Apex.EmployeeUserPreview | undefined;
  /** Whether the section to run has its size. */
  isRunKnown = false;
  /** The section that is shown. */
  section = 'defaults';
  private place: PageReference | undefined;
  /** The field that gets the focus once its section is there; empty for the heading of the section; undefined for none. */
  private wanted: string | undefined;
  private readonly guard = new LeaveGuard(() => this.mayLeave(), ['c-provisioning-run-section']);
  /** The settings as they were read: what differs from them is not saved. */
  private base: Apex.ProvisioningSettingsData | undefined;
  /** What was typed where both changed, in case it is chosen again. */
  private mine: Apex.ProvisioningSettingsData | undefined;
  /** Guards of which somebody has read what turning them off means. */
  private agreedOff: ReadonlySet<string> = new Set();
  private toldOfMeanwhile = true;
  private readonly calls = new Calls();
  private readonly checks = new Calls();
  private readonly choices = new Calls();

  @wire(CurrentPageReference)
  handlePage(page: PageReference | undefined): void {
    this.place = page;
    const wanted = page?.state?.c__section;
    if (!wanted || wanted === this.section || !SECTIONS.some(({ name }) => name === wanted)) return;
    this.section = wanted;
    this.wanted = '';
  }

  connectedCallback(): void {
    this.load();
  }
  renderedCallback(): void {
    this.guard.hold(!this.unchanged && !this.readOnly);
    this.arrive();
    if (this.toldOfMeanwhile) return;
    this.toldOfMeanwhile = true;
    (this.refs?.merge as HTMLElement | undefined)?.focus();
  }
  disconnectedCallback(): void {
    this.guard.hold(false);
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
    return !base || !settings || changedSettings(base, meant(settings)).length === 0;
  }
  get changed(): readonly string[] {
    return this.base && this.settings ? changedSettings(this.base, meant(this.settings)) : [];
  }
  get changeCount(): number {
    return this.base && this.settings ? countedChanges(this.base, meant(this.settings)) : 0;
  }
  /** In its place and unseen until the section above has its size: else it would jump under whoever reads it. */
  get belowRun(): string {
    return this.isRunKnown ? 'slds-show slds-m-bottom_medium' : 'slds-show slds-m-bottom_medium slds-hidden';
  }
  get isFirst(): boolean {
    return !!this.view && !this.view.settings;
  }
  /** Why nothing can be saved now although nothing is wrong. */
  get reason(): string {
    return (this.meanwhile?.clashes ?? []).some(({ whose }) => !whose) ? labels.settingsBarChoose : '';
  }
  get inputs(): readonly Apex.ProvisioningSettingsInput[] {
    return this.options?.inputs ?? [];
  }
  /** What the server found in the input, and the numbers that it could not read. */
  get allFindings(): readonly Apex.ProvisioningFinding[] {
    const unread = this.settings ? unreadableNumbers(this.settings, this.inputs) : [];
    const names = new Set(unread.map(({ field }) => field));
    const found = this.findings.filter(({ field }) => !names.has(field));
    return [...unread, ...(this.settings ? placed(found, this.settings) : found)];
  }
  get errors() {
    if (this.isFirst && this.unchanged && !this.showErrors) return [];
    return this.allFindings
      .filter(({ severity }) => severity === 'error')
      .map(({ field, message }) => ({ field: field ?? '', label: labelOf(field ?? '', this.inputs), message: message ?? '' }));
  }
  get sections() {
    const { changed, errors, inputs } = this;
    return SECTIONS.map((section) => ({
      ...section,
      errors: errors.filter(({ field }) => sectionOf(field, inputs) === section.name).length,
      isChanged: !this.readOnly && changed.some((name) => sectionOf(name, inputs) === section.name),
    }));
  }
  get sectionLabel(): string {
    return SECTIONS.find(({ name }) => name === this.section)?.label ?? '';
  }
  get isHistory(): boolean {
    return this.section === 'history';
  }
  /** There the preview follows what is typed. */
  get isMapping(): boolean {
    return this.section === 'mapping';
  }
  /** What stood in the fields that are changed, in words. */
  get was(): ReadonlyMap<string, string> {
    const changed = new Set(this.changed);
    const known = (this.effects ?? []).map(({ name, before }) => [settingNamed(name ?? ''), before || labels.settingsMergeEmpty] as const);
    const was = new Map(known.filter(([name]) => changed.has(name)));
    // several members of the server are this one: its order says all of them
    return was.has('matchingRules') ? was.set('matchingRules', this.matchingOf(this.base)) : was;
  }
  /** The matching rules that are on, by name, in the order in which they are asked. */
  private matchingOf(settings: Apex.ProvisioningSettingsData | undefined): string {
    const labelsByRule = new Map((this.options?.matchingRules ?? []).map(({ value, label }) => [value, label]));
    const names = (settings?.matchingRules ?? []).flatMap(({ rule, enabled }) => (enabled ? [labelsByRule.get(rule) ?? rule ?? ''] : []));
    return names.join(', ') || labels.settingsMergeEmpty;
  }
  get readOnly(): boolean {
    return !this.view?.canEdit;
  }
  get general(): readonly Apex.ProvisioningFinding[] {
    return this.unchanged && this.isFirst && !this.showErrors ? [] : generalFindings(this.allFindings, this.inputs);
  }

  handleRetry(): void {
    this.load();
  }
  handleChange(event: CustomEvent<Apex.ProvisioningSettingsData>): void {
    const otherSource = event.detail.sourceName !== this.settings?.sourceName;
    this.decideByTyping(event.detail);
    this.settings = event.detail;
    if (!this.isMapping) this.previewed = undefined;
    this.agreedOff = new Set([...this.agreedOff].filter((name) => !isOn(event.detail, name)));
    this.saveError = '';
    if (otherSource) this.loadOptions();
    this.effects = this.unchanged ? undefined : this.effects;
    this.validate(REST);
  }
  handlePreview(event: CustomEvent<Apex.EmployeeUserPreview | undefined>): void {
    this.previewed = event.detail ?? undefined;
  }
  handleCancel(): void {
    this.load();
  }
  handleRunKnown(): void {
    this.isRunKnown = true;
  }
  handleConfirmed(): void {
    (this.refs?.preflight as (Element & { refresh(): void }) | undefined)?.refresh();
  }
  handleSection(event: CustomEvent<string>): void {
    this.go(event.detail, '');
    // a reload comes back to the same section
    const { place } = this;
    if (place) this[NavigationMixin.Navigate]({ ...place, state: { ...place.state, c__section: this.section } }, true);
    this.guard.moved();
  }
  handleMend(event: CustomEvent<string>): void {
    this.showErrors = true;
    this.go(sectionOf(event.detail, this.inputs) ?? this.section, event.detail);
  }
  handleGuardOff(event: CustomEvent<string>): void {
    this.agreedOff = new Set([...this.agreedOff, event.detail]);
  }
  handleSave(): Promise<void> {
    return this.calls.act(
      async () => {
        if (!(await this.mayTurnOff())) return;
        // saving checks, too
        this.checks.end();
        this.showErrors = true;
        const saved = await withConsent((confirmAdministrative) => saveSettings({ settings: this.sendable, confirmAdministrative }));
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
  /** Shows a section, and puts the focus on its heading or on one of its fields. */
  private go(section: string, field: string): void {
    this.section = section;
    this.wanted = field;
    // where nothing is rendered anew, it is there already
    this.arrive();
  }
  /** Once: whoever has gone on must not be fetched back by the next answer. */
  private arrive(): void {
    const { wanted } = this;
    const heading = this.refs?.heading as HTMLElement | undefined;
    if (wanted === undefined || !heading || heading.dataset.name !== this.section) return;
    this.wanted = undefined;
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
    if (wanted) (this.refs?.form as (Element & { focusField(field: string): void }) | undefined)?.focusField(wanted);
  }
  /** What can be sent: a number that is none stays here, and its error with it. */
  get sendable(): Apex.ProvisioningSettingsData | null {
    return this.settings && this.base ? readable(this.settings, this.base, this.inputs) : null;
  }
  private async mayLeave(): Promise<boolean> {
    const canSave = this.errors.length === 0 && !this.reason;
    const answer = await ProvisioningLeaveConfirmation.open({
      size: 'small',
      label: labels.settingsPageTitle,
      changes: this.changeCount,
      canSave,
    });
    if (answer === 'save') await this.handleSave();
    if (answer === 'discard') this.settings = this.base;
    return answer !== undefined && answer !== null && this.unchanged;
  }
  /** No guard goes unsaid: whoever emptied its field is told what that means. */
  private async mayTurnOff(): Promise<boolean> {
    const { base, settings, agreedOff } = this;
    const names = base && settings && !this.isFirst ? turnedOff(base, settings).filter((name) => !agreedOff.has(name)) : [];
    if (names.length === 0) return true;
    const guards = names.map((name) => ({ name, label: labelOf(name, this.inputs) }));
    const answer = await ProvisioningGuardOff.open({ size: 'small', label: labels.settingsGuards, guards, isSaving: true });
    return !!answer;
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
    const first = this.errors[0];
    if (first) this.go(sectionOf(first.field, this.inputs) ?? this.section, first.field);
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
        const [backwards, forwards] = await Promise.all([
          previewChanges({ settings: base }),
          previewChanges({ settings: readable(settings, theirs, this.inputs) }),
        ]);
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
      ask: () => getSettings(),
      show: (view) => this.show(view),
      refuse: ({ message }) => (this.failure = message),
    });
  }

  private show(view: Apex.ProvisioningSettingsView): void {
    this.view = view;
    this.options = view.options ?? this.options;
    this.base = opened(view);
    this.settings = this.base;
    if (!this.isMapping) this.previewed = undefined;
    this.meanwhile = undefined;
    this.findings = view.findings;
    this.effects = undefined;
    this.showErrors = false;
    this.agreedOff = new Set();
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
    const settings = this.sendable;
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

/** What the page starts from; before the first save it proposes what most want. People are typed and read as usernames; the server keeps their ids. */
function opened({ settings, recipients, blank }: Apex.ProvisioningSettingsView): Apex.ProvisioningSettingsData {
  return settings ? { ...settings, notificationRecipients: recipients } : { ...blank!, version: 0, automaticProvisioning: true };
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
