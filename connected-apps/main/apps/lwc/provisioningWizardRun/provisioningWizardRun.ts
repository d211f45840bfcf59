import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

const TEXTS: Readonly<Record<string, string>> = {
  collect: labels.appsRunCollectText,
  analyze: labels.appsRunAnalyzeText,
  review: labels.appsRunReviewText,
  commit: labels.appsRunCommitText,
  process: labels.appsRunProcessText,
};

/**
 * A step that is done on the tab Reconciliation. Before the accounts are known it also confirms that a target is empty; the last step
 * switches the app on. Fires `reconcile`, `empty` with the name that was typed, `enable` with true or false.
 */
export default class ProvisioningWizardRun extends LightningElement {
  @api step = 'collect';
  @api name = '';
  @api view: Apex.AppSettingsView | undefined;
  @api disabled = false;
  readonly labels = labels;
  private typed = '';

  get text(): string {
    return format(TEXTS[this.step] ?? '', this.name);
  }
  get isKnown(): boolean {
    return this.view?.accountsKnown ?? false;
  }
  get asksEmpty(): boolean {
    return !this.isKnown && (this.step === 'collect' || this.step === 'commit' || this.step === 'process');
  }
  get isLast(): boolean {
    return this.step === 'process';
  }
  get emptyTitle(): string {
    return format(labels.appsEmptyTitle, this.name);
  }
  get isOn(): boolean {
    return this.view?.settings?.enabled ?? false;
  }
  get enableLabel(): string {
    return format(this.isOn ? labels.appsDisable : labels.appsEnable, this.name);
  }
  get enableVariant(): string {
    return this.isOn ? 'neutral' : 'brand';
  }
  get cannotEnable(): boolean {
    return this.disabled || (!this.isOn && !this.isKnown);
  }

  handleReconcile(): void {
    this.dispatchEvent(new CustomEvent('reconcile'));
  }
  handleName(event: CustomEvent<{ value: string }>): void {
    this.typed = event.detail.value;
  }
  handleEmpty(): void {
    this.dispatchEvent(new CustomEvent('empty', { detail: this.typed }));
  }
  handleEnable(): void {
    this.dispatchEvent(new CustomEvent('enable', { detail: !this.isOn }));
  }
}
