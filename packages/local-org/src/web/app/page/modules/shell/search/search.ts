import { LightningElement, api } from 'lwc';
import { context } from '../../../runtime/context';
import { askServer } from '../../../runtime/http';
import { go, onNavigation } from '../../../runtime/router';
import { pagesMatching, resultsOf, type FoundObject, type ResultGroup, type SearchResult } from '../../../runtime/search';
import { filled, texts } from '../../../runtime/texts';

const PAUSE_MS = 250;
const SHORTEST = 2;

/** The global search: records and pages, as a combobox with a list in groups. */
export default class Search extends LightningElement {
  readonly texts = texts();
  term = '';
  open = false;
  failure = '';
  private objects: readonly FoundObject[] | undefined;
  private activeKey = '';
  private turn = 0;
  private timer: number | undefined;
  private isInside = false;
  private stop: (() => void) | undefined;

  connectedCallback(): void {
    document.addEventListener('click', this.handleOutside);
    this.stop = onNavigation(() => this.clear());
  }
  disconnectedCallback(): void {
    document.removeEventListener('click', this.handleOutside);
    window.clearTimeout(this.timer);
    this.stop?.();
  }

  @api
  focusField(): void {
    this.template?.querySelector('input')?.focus();
  }

  get groups(): readonly ResultGroup[] {
    return this.found.map((group) => ({
      ...group,
      results: group.results.map((result) => {
        const active = result.key === this.activeKey;
        return { ...result, selected: String(active), optionClass: `option${active ? ' option_active' : ''}` };
      }),
    }));
  }
  get panelClass(): string {
    return `panel${this.open ? '' : ' slds-hide'}`;
  }
  get expanded(): string {
    return String(this.open);
  }
  get activeId(): string | null {
    return this.open && this.activeKey !== '' ? this.activeKey : null;
  }
  /** What a screen reader hears and, where nothing is listed, what is seen. */
  get status(): string {
    if (!this.open) return '';
    if (this.failure !== '') return this.failure;
    const count = this.results.length;
    if (this.objects === undefined) return count === 0 ? texts().searching : '';
    if (count === 0) return filled(texts().nothingFoundFor, this.term.trim());
    return filled(count === 1 ? texts().result : texts().results, count);
  }
  get isEmpty(): boolean {
    return this.results.length === 0;
  }

  handleInput(event: Event): void {
    window.clearTimeout(this.timer);
    this.turn += 1;
    Object.assign(this, { term: (event.target as HTMLInputElement).value, activeKey: '', objects: undefined, failure: '' });
    this.open = this.term.trim().length >= SHORTEST;
    if (this.open) this.timer = window.setTimeout(() => void this.ask(this.term, this.turn), PAUSE_MS);
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.open) this.open = false;
      else this.clear();
    } else if (event.key === 'Tab') this.open = false;
    else if (this.open && this.results.length > 0) this.handleListKey(event);
  }

  handleFocus(): void {
    this.open = this.term.trim().length >= SHORTEST;
  }
  handleChoose(event: Event): void {
    const { url } = (event.currentTarget as HTMLElement).dataset;
    if (url) go(url);
  }
  /** The list must not take the focus from the field. */
  handleDown(event: Event): void {
    event.preventDefault();
  }
  handleInside(): void {
    this.isInside = true;
  }

  private handleListKey(event: KeyboardEvent): void {
    const { results } = this;
    const at = results.findIndex((result) => result.key === this.activeKey);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? at + 1 : at <= 0 ? results.length - 1 : at - 1;
      this.activeKey = results[next % results.length]?.key ?? '';
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(results[Math.max(at, 0)]?.url ?? '');
    }
  }

  private readonly handleOutside = (): void => {
    if (!this.isInside) this.open = false;
    this.isInside = false;
  };

  private get found(): readonly ResultGroup[] {
    return resultsOf(pagesMatching(context(), this.term), this.objects ?? []);
  }
  private get results(): readonly SearchResult[] {
    return this.found.flatMap((group) => group.results);
  }

  private clear(): void {
    window.clearTimeout(this.timer);
    this.turn += 1;
    Object.assign(this, { term: '', open: false, failure: '', objects: undefined, activeKey: '' });
  }

  private async ask(term: string, turn: number): Promise<void> {
    try {
      const { objects } = (await askServer('/ui/search', { term })) as { objects: readonly FoundObject[] };
      if (turn === this.turn) this.objects = objects;
    } catch (error) {
      if (turn === this.turn) this.failure = (error as Error).message;
    }
  }
}
