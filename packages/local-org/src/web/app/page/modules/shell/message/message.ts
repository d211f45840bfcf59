import { LightningElement, api } from 'lwc';
import { texts } from '../../../runtime/texts';

/** A page that only says something. */
export default class Message extends LightningElement {
  readonly texts = texts();
  @api heading = '';
  @api text = '';
  /** Offers the way home. */
  @api home = false;
}
