import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import type { Step } from 'c/provisioningStepPath';
import confirmEmpty from '@salesforce/apex/AppSettingsController.confirmEmpty';
import getOptions from '@salesforce/apex/AppSettingsController.getOptions';
import getSettings from '@salesforce/apex/AppSettingsController.getSettings';
import saveSettings from '@salesforce/apex/AppSettingsController.saveSettings';
import testConnection from '@salesforce/apex/AppSettingsController.testConnection';
import { labels } from './labels';
import { isRun } from './steps';
import { Way } from './way';

const ENGINES = [
  { value: 'Package', label: labels.appsWelcomePackage },
  { value: 'Platform', label: labels.appsWelcomePlatform },
];

/**
 * The User Provisioning Wizard of an app: its steps, each saved as a version when it is left, resumed where it was left. A Next that is
 * disabled says what is left. Fires `opentab` with the tab that a step leads to, `changed` when something was saved, and `say`.
 */
export default class ProvisioningAppWizard extends LightningElement {
  @api
  get appId(): string | null {
    return this.wanted;
  }
  set appId(value: string | null) {
    this.wanted = value;
    if (this.isConnected) this.look();
  }
  @api detail: Apex.AppDetail | undefined;

  readonly labels = labels;
  readonly engines = ENGINES;
  view: Apex.AppSettingsView | undefined;
  options: Apex.AppSettingsOptions | undefined;
  draft: Apex.AppSettings | undefined;
  step = 'welcome';
  result: Apex.AppConnectionTest | undefined;
  isTesting = false;
  failure = '';
  refused = '';
  findings: readonly Apex.ProvisioningFinding[] = [];
  note = '';
  private wanted: string | null = null;
  private typedName = '';
  /** The farthest step at which somebody was. */
  private reached = 0;
  private focusHeading = false;
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }
  renderedCallback(): void {
    if (!this.focusHeading) return;
    this.focusHeading = false;
    (this.refs?.heading as HTMLElement | undefined)?.focus();
  }

  get name(): string {
    return this.detail?.app?.name ?? '';
  }
  /** The way from here, as what is known now has it. */
  get way(): Way {
    const { step, draft, view, reached, isReadOnly, isRerun } = this;
    const done = {
      isTested: this.isTested,
      accountsKnown: Boolean(view?.accountsKnown),
      platformEngineOn: Boolean(view?.platformEngineOn),
      deleteConfirmed: this.typedName === this.name || view?.settings?.deactivation === 'Delete',
      isTarget: this.detail?.app?.kind === 'Target',
    };
    return new Way({ step, draft, view, reached, isReadOnly, isRerun, done });
  }
  get path(): readonly Step[] {
    return this.way.path;
  }
  get title(): string {
    return this.way.current?.label ?? '';
  }
  get stepText(): string {
    const { index, steps } = this.way;
    return format(labels.appsWizardStep, index + 1, steps.length);
  }
  /** The step that is shown, by name; several steps share a part of the page. */
  get at(): Readonly<Record<string, boolean>> {
    const { step } = this;
    return { [step]: true, connection: step === 'credential' || step === 'connector', run: isRun(step) };
  }
  get welcomeText(): string {
    return format(labels.appsWelcomeText, this.name);
  }
  /** A target of ours is no app of the platform. */
  get hasEngines(): boolean {
    return this.detail?.app?.kind === 'ConnectedApp';
  }
  get mirrorText(): string {
    return format(labels.appsMirrorRefused, this.view?.mirrorProblem ?? '');
  }
  get isTested(): boolean {
    return Boolean(this.view?.isTested) && this.connectsAsSaved;
  }
  get cannotTest(): boolean {
    return this.isReadOnly || this.isTesting || !this.draft?.connector;
  }
  get isReadOnly(): boolean {
    return !this.view?.canManage;
  }
  get left(): readonly string[] {
    return this.way.left;
  }
  get leftTitle(): string {
    return this.left.length === 1 ? labels.appsWizardLeftOne : format(labels.appsWizardLeft, this.left.length);
  }
  get isHeld(): boolean {
    return this.left.length > 0 && !this.isReadOnly;
  }
  get isFirst(): boolean {
    return this.way.index === 0;
  }
  get hasNext(): boolean {
    return this.way.next !== undefined;
  }
  get nextLabel(): string {
    return format(labels.appsWizardNext, this.way.next?.label ?? '');
  }
  /** Whoever set the app up is offered what the wizard is run again for. */
  get isRerun(): boolean {
    return ['On', 'Paused', 'Stopped'].includes(this.detail?.app?.provisioning ?? '');
  }
  get offersRerun(): boolean {
    return this.isRerun && !this.isReadOnly;
  }
  private get connectsAsSaved(): boolean {
    const saved = this.view?.settings;
    return saved?.connector === this.draft?.connector && saved?.namedCredential === this.draft?.namedCredential;
  }
  private get isChanged(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(this.view?.settings);
  }

  handleChange(event: CustomEvent<Partial<Apex.AppSettings>>): void {
    event.stopPropagation();
    if (!this.draft) return;
    this.draft = { ...this.draft, ...event.detail };
    if (!this.connectsAsSaved) this.result = undefined;
  }
  handleEngine(event: CustomEvent<{ value: string }>): void {
    if (this.draft) this.draft = { ...this.draft, engine: event.detail.value };
  }
  handleDeleteName(event: CustomEvent<string>): void {
    this.typedName = event.detail;
  }
  handleStep(event: CustomEvent<string>): Promise<void> {
    return this.go(event.detail);
  }
  handleNext(): Promise<void> {
    return this.go(this.way.next?.name ?? this.step);
  }
  handleBack(): Promise<void> {
    return this.go(this.way.before?.name ?? this.step);
  }
  handleSkip(): void {
    this.show(this.way.steps[1]?.name ?? this.step);
  }
  handleChangeConfiguration(): void {
    this.show(this.way.steps[1]?.name ?? this.step);
  }
  handleReconcile(): void {
    this.openTab('reconciliation');
  }
  handleLeave(): Promise<void> {
    return this.act(async () => {
      await this.save(this.step);
      this.openTab('');
    });
  }
  handleRetry(): void {
    this.look();
  }
  /** What is tested is what is saved; where the platform works, the app is on or not by what it found. */
  handleTest(): Promise<void> {
    return this.act(async () => {
      this.isTesting = true;
      this.result = undefined;
      try {
        await this.save(this.step);
        this.result = await testConnection({ appId: this.wanted });
        this.take(await getSettings({ appId: this.wanted }));
        this.say(format(labels.appsTestSaid, this.result.problem ?? labels.appsTestWorks));
        if (this.step === 'platform') this.tellChanged();
      } finally {
        this.isTesting = false;
      }
    });
  }
  handleEmpty(event: CustomEvent<string>): Promise<void> {
    return this.act(async () => {
      this.take(await confirmEmpty({ appId: this.wanted, name: event.detail }));
      this.say(labels.appsAccountsKnown);
      this.tellChanged();
    });
  }
  handleEnable(event: CustomEvent<boolean>): Promise<void> {
    return this.act(async () => {
      if (!this.draft) return;
      this.draft = { ...this.draft, enabled: event.detail };
      try {
        await this.save(this.step);
      } catch (error) {
        this.draft = { ...this.draft, enabled: !event.detail };
        throw error;
      }
      this.say(format(event.detail ? labels.appsEnabledSaid : labels.appsDisabledSaid, this.name));
    });
  }

  /** Saves what changed and shows another step. */
  private go(step: string): Promise<void> {
    return this.act(async () => {
      await this.save(step);
      this.show(step);
    });
  }
  private show(step: string): void {
    this.step = step;
    this.reached = Math.max(this.reached, this.way.index);
    this.result = undefined;
    this.focusHeading = true;
  }

  private async save(step: string): Promise<void> {
    if (!this.draft || this.isReadOnly || !this.isChanged) return;
    // with another connection it has to be tested first
    const isOff = !this.connectsAsSaved && Boolean(this.draft.enabled);
    const settings = { ...this.draft, ...(isOff && { enabled: false }) };
    this.take(await saveSettings({ appId: this.wanted, settings, step, typedName: this.typedName }));
    this.note = isOff ? format(labels.appsWizardOffAgain, this.name) : '';
    this.say(format(labels.appsWizardSaved, this.view?.settings?.version ?? null));
    this.tellChanged();
  }
  private take(view: Apex.AppSettingsView): void {
    this.view = view;
    this.draft = view.settings ?? undefined;
  }

  private look(): void {
    const appId = this.wanted;
    if (!appId) return;
    this.calls.look({
      ask: async () => ({ view: await getSettings({ appId }), options: this.options ?? (await getOptions()) }),
      show: ({ view, options }) => {
        this.options = options;
        this.take(view);
        this.step = view.step ?? this.step;
        this.reached = Math.max(this.reached, this.way.index);
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }

  private act(action: () => Promise<void>): Promise<void> {
    return this.calls.act(action, ({ message, findings }) => {
      this.refused = message;
      this.findings = findings;
    });
  }
  private openTab(tab: string): void {
    this.dispatchEvent(new CustomEvent('opentab', { detail: tab }));
  }
  private tellChanged(): void {
    this.dispatchEvent(new CustomEvent('changed'));
  }
  private say(text: string): void {
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail: text }));
  }
}
