import { LightningElement } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import type { Share } from 'c/provisioningCharts';
import type { Tile } from 'c/provisioningStatTiles';
import { count, format } from 'c/provisioningTexts';
import startCheck from '@salesforce/apex/PreflightController.startCheck';
import getForecast from '@salesforce/apex/ProvisioningController.getForecast';
import { ageOf } from './age';
import { labels } from './labels';

/** Pause between two looks while a check is under way, in milliseconds. */
const PAUSE = 2000;

/** What the newest look at everybody foresees: who would fail and why, and how old that is; else the offer to look. Fires `forecast` with it. */
export default class ProvisioningRunForecast extends LightningElement {
  readonly labels = labels;
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
  /** What would become of the people who were looked at. */
  get parts(): readonly Share[] {
    const { created, linked, failing } = this.forecast ?? {};
    return [
      { name: 'created', label: labels.runExpectCreated, value: created ?? 0, series: 'created' },
      { name: 'linked', label: labels.runExpectLinked, value: linked ?? 0, series: 'linked' },
      { name: 'failed', label: labels.outcomeWouldFail, value: failing ?? 0, series: 'failed' },
    ];
  }
  get tiles(): readonly Tile[] {
    return this.parts.map(({ name, label = '', value }) => ({ name, label, value }));
  }
  get chartLabel(): string {
    return this.parts.map(({ label, value }) => `${label} ${count(value)}`).join(', ');
  }
  get canCheck(): boolean {
    return Boolean(this.forecast?.canCheck) && !this.forecast?.isChecking;
  }
  get originText(): string {
    const by = this.forecast?.origin === 'DryRun' ? format(labels.forecastDryRun, this.forecast.processName) : labels.forecastCheck;
    return this.forecast?.lookedAt ? `${by}, ${ageOf(this.forecast.lookedAt, Date.now())}` : by;
  }
  get failingText(): string {
    const { failing, people } = this.forecast ?? {};
    return failing ? format(labels.forecastFailing, failing, people ?? 0) : format(labels.forecastNobodyFails, people ?? 0);
  }
  get progressText(): string {
    return this.forecast?.isChecking ? format(labels.preflightChecked, this.forecast.checked ?? 0, this.forecast.total ?? 0) : '';
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
      show: (forecast) => {
        this.forecast = forecast;
        this.dispatchEvent(new CustomEvent('forecast', { detail: forecast }));
      },
      refuse: ({ message }) => (this.failure = message),
      pause: (forecast) => (forecast?.isChecking ? PAUSE : 0),
    });
  }
}
