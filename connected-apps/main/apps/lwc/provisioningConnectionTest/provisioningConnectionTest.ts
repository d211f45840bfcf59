import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { rowsOf, type Row } from './rows';

/** What a real call to the target found, and the way to call. Fires `test`. */
export default class ProvisioningConnectionTest extends LightningElement {
  @api result: Apex.AppConnectionTest | undefined;
  /** The connection as it is saved was tested, and worked. */
  @api tested = false;
  @api disabled = false;
  @api busy = false;
  readonly labels = labels;

  get isGood(): boolean {
    return this.result ? Boolean(this.result.reachable && this.result.authenticated) && !this.result.problem : this.tested;
  }
  get isKnown(): boolean {
    return this.tested || this.result !== undefined;
  }
  get word(): string | null {
    if (!this.isKnown) return null;
    return this.isGood ? labels.appsTestWorks : labels.appsTestFails;
  }
  get icon(): string {
    return this.isGood ? 'utility:success' : 'utility:ban';
  }
  get tone(): string {
    return this.isGood ? 'good' : 'bad';
  }
  get buttonLabel(): string {
    return this.isKnown ? labels.appsTestAgain : labels.appsTest;
  }
  get rows(): readonly Row[] {
    return this.result ? rowsOf(this.result) : [];
  }
  get status(): string | null {
    return this.result?.status ? format(labels.appsTestStatus, this.result.status) : null;
  }

  handleTest(): void {
    this.dispatchEvent(new CustomEvent('test'));
  }
}
