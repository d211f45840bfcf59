import { LightningElement } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import startCheck from '@salesforce/apex/PreflightController.startCheck';
import getForecast from '@salesforce/apex/ProvisioningController.getForecast';
import CHECK from '@salesforce/label/c.Forecast_Check';
import CHECK_EVERYBODY from '@salesforce/label/c.Preflight_Check_Everybody';
import CHECKED from '@salesforce/label/c.Preflight_Checked';
import DRY_RUN from '@salesforce/label/c.Forecast_DryRun';
import FAILING from '@salesforce/label/c.Forecast_Failing';
import NOBODY_FAILS from '@salesforce/label/c.Forecast_Nobody_Fails';
import NONE from '@salesforce/label/c.Forecast_None';
import TITLE from '@salesforce/label/c.Forecast_Title';
import { ageOf } from './age';

/** Pause between two looks while a check is under way, in milliseconds. */
const PAUSE = 2000;

/** What the newest look at everybody foresees: who would fail and why, and how old that is; else the offer to look. */
export default class ProvisioningRunForecast extends LightningElement {
  readonly label = { checkEverybody: CHECK_EVERYBODY, none: NONE, title: TITLE };
  forecast: Apex.RunForecast | undefined;
  failure = '';
  checkError = '';
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get isKnown(): boolean {
    return Boolean(this.forecast?.origin);
  }
  get canCheck(): boolean {
    return Boolean(this.forecast?.canCheck) && !this.forecast?.isChecking;
  }
  get originText(): string {
    const by = this.forecast?.origin === 'DryRun' ? format(DRY_RUN, this.forecast.processName) : CHECK;
    return this.forecast?.lookedAt ? `${by}, ${ageOf(this.forecast.lookedAt, Date.now())}` : by;
  }
  get failingText(): string {
    const { failing, people } = this.forecast ?? {};
    return failing ? format(FAILING, failing, people ?? 0) : format(NOBODY_FAILS, people ?? 0);
  }
  get progressText(): string {
    return this.forecast?.isChecking ? format(CHECKED, this.forecast.checked ?? 0, this.forecast.total ?? 0) : '';
  }

  handleRetry(): void {
    this.look();
  }
  handleCheck(): Promise<void> {
    return this.calls.act(
      async () => {
        await startCheck();
        this.look();
      },
      ({ message }) => (this.checkError = message),
    );
  }

  private look(): void {
    this.calls.look({
      ask: () => getForecast(),
      show: (forecast) => (this.forecast = forecast),
      refuse: ({ message }) => (this.failure = message),
      pause: (forecast) => (forecast?.isChecking ? PAUSE : 0),
    });
  }
}
