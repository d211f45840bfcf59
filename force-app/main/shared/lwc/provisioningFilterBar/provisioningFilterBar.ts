import { LightningElement, api } from 'lwc';
import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

/** One of the views of a list, with how many rows it has where that is known. */
export interface Segment {
  readonly value: string;
  readonly label: string;
  readonly count?: number | null;
}

/** A choice that narrows the list; the option with an empty value stands for all. Without options it is a text to type. */
export interface FilterChoice {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** What the list is narrowed to. */
export interface Wanted {
  readonly segment: string;
  readonly search: string;
  readonly filters: Readonly<Record<string, string>>;
}

/** Milliseconds after the last key until a search begins. */
const REST = 300;

/**
 * What narrows a list: views with counts, a search, further filters with a pill for each that is set. The server filters: this fires
 * `filter` with all of `Wanted`, and whoever hears it asks anew and keeps it in the address. Below 48 em views and filters stand behind a
 * button.
 */
export default class ProvisioningFilterBar extends LightningElement {
  @api segments: readonly Segment[] = [];
  @api segment = '';
  @api filters: readonly FilterChoice[] = [];
  @api search = '';
  /** Hides the search where the server has none. */
  @api withoutSearch = false;
  readonly labels = labels;
  isOpen = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get searchable(): boolean {
    return !this.withoutSearch;
  }
  get views() {
    return this.segments.map((one) => ({
      value: one.value,
      label: one.count === undefined || one.count === null ? one.label : `${one.label} ${count(one.count)}`,
      pressed: String(one.value === this.segment),
      look: one.value === this.segment ? 'slds-button slds-button_brand' : 'slds-button slds-button_neutral',
    }));
  }
  get inputs() {
    return this.filters.map((filter) => ({ ...filter, isText: filter.options.length === 0 }));
  }
  get pills() {
    return this.filters
      .filter(({ value }) => value !== '')
      .map(({ name, label, value, options }) => {
        const text = `${label}: ${options.find((option) => option.value === value)?.label ?? value}`;
        return { name, text, remove: format(labels.consoleRemoveFilter, text) };
      });
  }
  get filterText(): string {
    return format(labels.consoleFilters, this.pills.length).trim();
  }
  get groupText(): string {
    return format(labels.consoleFilters, '').trim();
  }
  get hidden(): boolean {
    return this.segments.length + this.filters.length === 0;
  }
  /** Many stand in a line of their own, so that none jumps into another when the counts of the views come. */
  get inputsLook(): string {
    return this.filters.length > 2 ? 'inputs line' : 'inputs';
  }
  get choices(): string {
    return this.isOpen ? 'choices open' : 'choices';
  }
  get expanded(): string {
    return String(this.isOpen);
  }
  private get wanted(): Wanted {
    const filters = Object.fromEntries(this.filters.map(({ name, value }) => [name, value]));
    return { segment: this.segment, search: this.search, filters };
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    const search = event.detail.value;
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the server is asked when typing rests
    this.timer = setTimeout(() => this.tell({ search: search.trim() }), REST);
  }
  handleSegment(event: Event): void {
    this.tell({ segment: (event.currentTarget as HTMLElement).dataset.value ?? '' });
  }
  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.set((event.currentTarget as HTMLElement).dataset.name ?? '', event.detail.value);
  }
  handleText(event: CustomEvent<{ value: string }>): void {
    const { name = '' } = (event.currentTarget as HTMLElement).dataset;
    const text = event.detail.value;
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the server is asked when typing rests
    this.timer = setTimeout(() => this.set(name, text.trim()), REST);
  }
  handleRemove(event: Event): void {
    this.set((event.currentTarget as HTMLElement).dataset.name ?? '', '');
  }
  handleClear(): void {
    this.tell({ filters: Object.fromEntries(this.filters.map(({ name }) => [name, ''])) });
  }
  handleOpen(): void {
    this.isOpen = !this.isOpen;
  }

  private set(name: string, value: string): void {
    this.tell({ filters: { ...this.wanted.filters, [name]: value } });
  }
  private tell(change: Partial<Wanted>): void {
    clearTimeout(this.timer);
    this.dispatchEvent(new CustomEvent<Wanted>('filter', { detail: { ...this.wanted, ...change } }));
  }
}
