import { LightningElement, api } from 'lwc';
import type { Bar } from 'c/provisioningChartBars';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** The seats of the licences that new users take, and how many are left above the reserve. */
export default class ProvisioningSeatList extends LightningElement {
  @api seats: readonly Apex.PreflightSeats[] = [];
  readonly labels = labels;

  get bars(): readonly Bar[] {
    return this.seats.map(({ name, total, used, reserve, left }) => ({
      name: name ?? '',
      label: name ?? '',
      value: used ?? 0,
      total,
      text: format(reserve ? labels.overviewSeatsLeftReserve : labels.overviewSeatsLeft, left),
      note: format(reserve ? labels.overviewSeatsUsedReserve : labels.overviewSeatsUsed, used, total, reserve),
      series: left === 0 ? 'failed' : 'created',
    }));
  }
  get isEmpty(): boolean {
    return this.seats.length === 0;
  }
}
