import { LightningElement, api } from 'lwc';

/** A moment as the console writes all of them: in the reader's language and time zone. Nothing where there is none. */
export default class ProvisioningDateTime extends LightningElement {
  /** An ISO 8601 text. */
  @api value: string | null | undefined;
  /** Whether seconds matter. */
  @api exact = false;

  get second(): string | undefined {
    return this.exact ? '2-digit' : undefined;
  }
}
