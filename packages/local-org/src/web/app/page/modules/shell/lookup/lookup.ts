import { LightningElement, api } from 'lwc';
import { likeText } from '../../../runtime/list-view';
import { describe, nameField, query } from '../../../runtime/records';
import { filled, texts } from '../../../runtime/texts';

const PAUSE_MS = 300;
const MOST = 5;

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly selected: 'true' | 'false';
  readonly optionClass: string;
}

/** A field that refers to another record: type its name, choose one. Behaves as an input of the base components does. */
export default class Lookup extends LightningElement {
  readonly texts = texts();
  @api label = '';
  @api required = false;
  @api targets: readonly string[] = [];
  private chosenId = '';
  private given = '';
  private typed: string | null = null;
  private found: readonly { readonly id: string; readonly name: string }[] = [];
  private active = -1;
  private timer: number | undefined;
  private turn = 0;
  private custom = '';
  error = '';
  open = false;

  @api
  get value(): string {
    return this.chosenId;
  }
  set value(value: string) {
    this.chosenId = value;
  }
  @api
  get linkedName(): string {
    return this.given;
  }
  set linkedName(value: string) {
    if (value !== '') this.given = value;
  }

  @api
  setCustomValidity(text: string): void {
    this.custom = text;
  }
  @api
  reportValidity(): boolean {
    this.error = this.custom || this.ownProblem();
    return this.error === '';
  }
  @api
  focus(): void {
    this.template?.querySelector('input')?.focus();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  get text(): string {
    return this.typed ?? (this.chosenId === '' ? '' : this.given || texts().cannotSeeRecord);
  }
  get expanded(): string {
    return String(this.open);
  }
  get activeId(): string | null {
    return this.open && this.found[this.active] ? `option-${this.active}` : null;
  }
  get choices(): readonly (Choice & { readonly key: string })[] {
    return this.found.map((one, index) => ({
      ...one,
      key: `option-${index}`,
      selected: index === this.active ? 'true' : 'false',
      optionClass: `slds-p-around_x-small option${index === this.active ? ' option_active' : ''}`,
    }));
  }
  get invalid(): string {
    return String(this.error !== '');
  }
  get elementClass(): string {
    return `slds-form-element${this.error === '' ? '' : ' slds-has-error'}`;
  }
  get listClass(): string {
    return `list${this.open && this.found.length > 0 ? '' : ' slds-hide'}`;
  }
  get status(): string {
    if (!this.open) return '';
    return this.found.length === 0 ? texts().nothingFound : filled(texts().found, this.found.length);
  }

  handleInput(event: Event): void {
    event.stopPropagation();
    this.typed = (event.target as HTMLInputElement).value;
    this.active = -1;
    this.choose('', this.typed);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(this.typed ?? ''), PAUSE_MS);
  }
  handleNative(event: Event): void {
    event.stopPropagation();
  }
  handleKey(event: KeyboardEvent): void {
    const { length } = this.found;
    if (event.key === 'Escape' && this.open) {
      event.stopPropagation();
      this.open = false;
    } else if (this.open && length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.active = event.key === 'ArrowDown' ? (this.active + 1) % length : (this.active <= 0 ? length : this.active) - 1;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.take(this.found[Math.max(this.active, 0)]);
    }
  }
  handleBlur(): void {
    this.open = false;
    if (this.error !== '') this.reportValidity();
  }
  handleDown(event: Event): void {
    event.preventDefault();
  }
  handleChoice(event: Event): void {
    this.take(this.found[Number((event.currentTarget as HTMLElement).dataset.index?.replace('option-', ''))]);
  }

  private take(one: { readonly id: string; readonly name: string } | undefined): void {
    if (!one || !this.open) return;
    this.choose(one.id, one.name);
    this.open = false;
    this.error = '';
  }

  private choose(id: string, name: string): void {
    this.chosenId = id;
    this.typed = name;
    this.custom = '';
    this.dispatchEvent(new CustomEvent('change', { detail: { value: id } }));
  }

  private ownProblem(): string {
    if (this.chosenId !== '') return '';
    if ((this.typed ?? '').trim() !== '') return texts().chooseFromList;
    return this.required ? texts().completeField : '';
  }

  private async search(text: string): Promise<void> {
    const turn = ++this.turn;
    if (text.trim() === '') {
      this.open = false;
      return;
    }
    const pages = await Promise.allSettled(this.targets.map((target) => named(target, text.trim())));
    if (turn !== this.turn) return;
    this.found = pages.flatMap((page) => (page.status === 'fulfilled' ? page.value : [])).slice(0, MOST);
    this.open = true;
  }
}

async function named(target: string, text: string): Promise<readonly { id: string; name: string }[]> {
  const field = nameField(await describe(target));
  if (field === 'Id') return [];
  const soql = `SELECT Id, ${field} FROM ${target} WHERE ${field} LIKE ${likeText(text)} ORDER BY ${field} LIMIT ${MOST}`;
  return (await query(soql)).records.map((row) => ({ id: String(row.Id), name: String(row[field]) }));
}
