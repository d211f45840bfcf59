import { LightningElement, api } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const time = new Intl.DateTimeFormat(LOCALE, { timeZone: TIME_ZONE, hour: 'numeric', minute: '2-digit', second: '2-digit' });
const relative = new Intl.RelativeTimeFormat(LOCALE);

/**
 * How old what a page shows is, counting on by itself. Nothing before the first answer; where the last question had no answer, since when
 * the page has stood still.
 */
export default class ProvisioningUpdatedAgo extends LightningElement {
  /** When the server answered last, in milliseconds; 0 before. */
  @api since = 0;
  /** Whether it was asked since, and did not answer. */
  @api stale = false;
  now = Date.now();
  private timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a clock
    this.timer = setInterval(() => (this.now = Date.now()), SECOND);
  }
  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  get moment(): string {
    return this.since ? time.format(this.since) : '';
  }
  get text(): string {
    if (!this.since) return '';
    return this.stale ? format(labels.consoleNotUpdated, this.moment) : format(labels.consoleUpdatedAgo, ago(this.now - this.since));
  }
}

/** In the largest unit of which a whole one has passed. An answer may be newer than the last tick. */
function ago(milliseconds: number): string {
  const passed = Math.max(0, milliseconds);
  if (passed < MINUTE) return relative.format(-Math.floor(passed / SECOND), 'second');
  return passed < HOUR ? relative.format(-Math.floor(passed / MINUTE), 'minute') : relative.format(-Math.floor(passed / HOUR), 'hour');
}
