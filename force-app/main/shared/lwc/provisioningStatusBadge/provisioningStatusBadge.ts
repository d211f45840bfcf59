import { LightningElement, api } from 'lwc';

/** How a status is meant. */
export type Tone = 'good' | 'bad' | 'warning' | 'info' | 'neutral';

/** A status as an icon and a word, never as a colour alone. Nothing where there is no word. */
export default class ProvisioningStatusBadge extends LightningElement {
  @api label: string | null = '';
  /** An icon of the design system, for example `utility:success`; none where it is left out. */
  @api icon: string | null | undefined;
  @api tone: Tone = 'neutral';

  get look(): string {
    return `badge ${this.tone}`;
  }
}
