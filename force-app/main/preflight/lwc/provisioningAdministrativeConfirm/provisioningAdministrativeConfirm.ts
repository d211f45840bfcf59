import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import confirmAdministrative from '@salesforce/apex/ProvisioningController.confirmAdministrative';
import getPeople from '@salesforce/apex/PreflightController.getPeople';
import { labels } from './labels';

/** As many as one confirmation may name. */
const MOST = 200;

/** People whom an assignment rule would give administrative permissions, to be confirmed by name. Fires `confirmed` once their run has begun. */
export default class ProvisioningAdministrativeConfirm extends LightningElement {
  /** The first of them, as the finding names them. */
  @api people: readonly Apex.ProvisioningFindingPerson[] = [];
  /** How many there are. */
  @api total = 0;
  /** Begins the run over those who were chosen; of people who have a user it is another one. */
  @api start: (chosen: { employeeIds: string[] }) => Promise<Apex.ProvisioningProcessView> = confirmAdministrative;

  readonly labels = labels;
  error = '';
  /** Up to as many as may be confirmed at once; undefined where the first are all, or until they are here. */
  private everybody: readonly Apex.ProvisioningFindingPerson[] | undefined;
  private chosen: ReadonlySet<string> = new Set();
  private readonly calls = new Calls();
  private readonly looks = new Calls();

  connectedCallback(): void {
    if (this.total <= this.people.length) return;
    this.looks.look({
      ask: () => getPeople({ code: 'PRIVILEGED_GRANT', after: null, pageSize: MOST }),
      show: ({ people }) => (this.everybody = people),
      refuse: ({ message }) => (this.error = message),
    });
  }
  disconnectedCallback(): void {
    this.calls.end();
    this.looks.end();
  }

  get rows() {
    const known = new Map(this.people.map(({ id, message }) => [id, message]));
    return this.shown.map(({ id, employeeNumber, name }) => ({
      id: id ?? '',
      label: [name, employeeNumber].filter(Boolean).join(', '),
      message: known.get(id) ?? null,
      checked: this.chosen.has(id ?? ''),
    }));
  }
  get allLabel(): string {
    return format(labels.preflightConfirmAll, this.shown.length);
  }
  get areAllChosen(): boolean {
    return this.shown.every(({ id }) => this.chosen.has(id ?? ''));
  }
  get isMany(): boolean {
    return this.shown.length > 1;
  }
  /** More than may be confirmed at once: the others come when these have their users. */
  get restText(): string {
    return this.shown.length === MOST && this.total > MOST ? format(labels.preflightConfirmRest, this.total, this.shown.length) : '';
  }
  get buttonLabel(): string {
    return format(labels.preflightConfirmSelected, this.chosen.size);
  }
  get nobody(): boolean {
    return this.chosen.size === 0;
  }

  private get shown(): readonly Apex.ProvisioningFindingPerson[] {
    return (this.everybody ?? this.people).slice(0, MOST);
  }

  handleAll(event: CustomEvent<{ checked: boolean }>): void {
    this.chosen = new Set(event.detail.checked ? this.shown.map(({ id }) => id ?? '') : []);
  }
  handleChecked(event: CustomEvent<{ checked: boolean }>): void {
    const id = (event.currentTarget as HTMLElement).dataset.id ?? '';
    const others = [...this.chosen].filter((one) => one !== id);
    this.chosen = new Set(event.detail.checked ? [...others, id] : others);
  }
  handleConfirm(): Promise<void> {
    return this.calls.act(
      async () => {
        const process = await this.start({ employeeIds: [...this.chosen] });
        this.chosen = new Set();
        this.dispatchEvent(new ShowToastEvent({ title: format(labels.preflightConfirmDone, process.name), variant: 'success' }));
        this.dispatchEvent(new CustomEvent('confirmed'));
      },
      ({ message }) => (this.error = message),
    );
  }
}
