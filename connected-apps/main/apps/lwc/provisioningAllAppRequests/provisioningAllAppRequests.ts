import { LightningElement } from 'lwc';
import { labels } from './labels';

/** The page User Provisioning Requests: those of all apps that the reader may see; who only approves sees those that wait or waited for this person. */
export default class ProvisioningAllAppRequests extends LightningElement {
  readonly labels = labels;
}
