import { LightningElement, api } from 'lwc';
import { guardsOf } from './guards';
import { labels } from './labels';

const SCHEDULES = [
  { value: 'None', label: labels.appsScheduleNone },
  { value: 'Daily', label: labels.appsScheduleDaily },
  { value: 'Weekly', label: labels.appsScheduleWeekly },
];

/** Which accounts are collected and when, and what makes a run wait for somebody. Fires `change` with what changed. */
export default class ProvisioningWizardReconciliation extends LightningElement {
  @api settings: Apex.AppSettings | undefined;
  /** What the guards count today; none before the app is set up. */
  @api figures: Apex.AppGuardFigures | null | undefined;
  @api disabled = false;
  readonly labels = labels;
  readonly schedules = SCHEDULES;

  get guards() {
    return this.settings ? guardsOf(this.settings, this.figures ?? null) : [];
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.tell({ reconFilter: event.detail.value.trim() || null });
  }
  handleSchedule(event: CustomEvent<{ value: string }>): void {
    this.tell({ schedule: event.detail.value });
  }
  handleGuard(event: CustomEvent<{ value: string }>): void {
    const { name = '' } = (event.currentTarget as HTMLElement).dataset;
    this.tell({ [name]: event.detail.value === '' ? null : Number(event.detail.value) });
  }

  private tell(change: Partial<Apex.AppSettings>): void {
    this.dispatchEvent(new CustomEvent('change', { detail: change }));
  }
}
