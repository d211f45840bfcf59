import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { Calls } from 'c/provisioningCalls';
import { OPERATION_NAMES, operationLabel } from 'c/provisioningRequestTexts';
import { count, format } from 'c/provisioningTexts';
import raise from '@salesforce/apex/AppRequestsController.raise';
import { labels } from './labels';

/** Somebody for whom something is asked. */
export interface Person {
  readonly userId: string;
  readonly name: string;
}

/** So many at once, as the server has it, and so many by name. */
const MOST = 200;
const SHOWN = 10;

/** The window in which an operation is asked for people, those who are handed over and those who are found. Closes with the verdicts. */
export default class ProvisioningRaiseRequests extends LightningModal {
  @api appId: string | null = null;
  /** Name of the app. */
  @api name = '';
  @api
  get people(): readonly Person[] {
    return this.chosen;
  }
  set people(value: readonly Person[]) {
    this.chosen = value;
  }
  /** How many were meant who are nobody. */
  @api leftOut = 0;

  readonly labels = labels;
  readonly operations = OPERATION_NAMES.map((value) => ({ value, label: operationLabel(value) }));
  operation = '';
  failure = '';
  private chosen: readonly Person[] = [];
  private readonly calls = new Calls();

  get peopleText(): string {
    return format(labels.appsRaisePeople, count(this.chosen.length));
  }
  get shown() {
    return this.chosen.slice(0, SHOWN).map((person) => ({ ...person, remove: format(labels.appsRaiseRemove, person.name) }));
  }
  get moreText(): string {
    const more = this.chosen.length - SHOWN;
    return more > 0 ? format(labels.appsRaiseMore, count(more)) : '';
  }
  get leftOutText(): string {
    return this.leftOut > 0 ? format(labels.appsRaiseLeftOut, count(this.leftOut)) : '';
  }
  get isFull(): boolean {
    return this.chosen.length >= MOST;
  }
  get fullText(): string {
    return format(labels.appsRaiseFull, count(MOST));
  }
  get sentence(): string {
    if (this.cannotRaise) return '';
    return format(labels.appsRaiseSentence, operationLabel(this.operation), count(this.chosen.length), this.name);
  }
  get raiseLabel(): string {
    return format(labels.appsRaiseDo, count(this.chosen.length));
  }
  get cannotRaise(): boolean {
    return this.operation === '' || this.chosen.length === 0;
  }

  handleOperation(event: CustomEvent<{ value: string }>): void {
    this.operation = event.detail.value;
  }
  handleRemove(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.chosen = this.chosen.filter(({ userId }) => userId !== id);
  }
  handleFound(event: CustomEvent<Apex.AppCandidate>): void {
    const { userId, name, username } = event.detail;
    if (userId === null || this.chosen.some((person) => person.userId === userId)) return;
    this.chosen = [{ userId, name: name ?? username ?? '' }, ...this.chosen];
  }
  handleCancel(): void {
    this.close();
  }
  handleRaise(): Promise<void> {
    return this.calls.act(
      async () => {
        const userIds = this.chosen.map(({ userId }) => userId);
        this.close(await raise({ appId: this.appId, operation: this.operation, userIds }));
      },
      ({ message }) => (this.failure = message),
    );
  }
}
