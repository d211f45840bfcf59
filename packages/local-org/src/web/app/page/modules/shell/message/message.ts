import { LightningElement, api } from 'lwc';

/** A page that only says something. */
export default class Message extends LightningElement {
  @api heading = '';
  @api text = '';
  /** Offers the way home. */
  @api home = false;
}
