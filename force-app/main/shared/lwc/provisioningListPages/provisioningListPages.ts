import { Calls } from 'c/provisioningCalls';

/** What a list of the server's shows: undefined rows load. */
export interface Listed<Row> {
  readonly rows: readonly Row[] | undefined;
  readonly hasMore: boolean;
  /** Why there are none. */
  readonly failure: string;
  /** Ids of the selected rows; they need not be among those shown. */
  readonly selected: readonly string[];
}

/** A page as the server answers it: `next` is what to send as `after`, null at the end. */
interface Page {
  readonly next: string | null;
}

/** The list that is read page by page. */
export interface Source<P extends Page, Row> {
  ask(after: string | null): Promise<P>;
  rowsOf(page: P): readonly Row[];
  /** Takes what is to be shown; whoever keeps it in a field is rendered anew. */
  show(listed: Listed<Row>): void;
  /** Hears of each page that came, with how many rows there are by now. */
  arrived?(page: P, many: number): void;
}

const NOTHING = { rows: undefined, hasMore: false, failure: '', selected: [] } as const;

/** Before anything was asked. */
export const UNREAD: Listed<never> = NOTHING;

/** Paging and selection of every list: the next page goes below, a new question begins at the start, and the selection outlives both. */
export class ListPages<P extends Page, Row> {
  private listed: Listed<Row> = NOTHING;
  private next: string | null = null;
  private readonly calls = new Calls();
  private readonly source: Source<P, Row>;

  constructor(source: Source<P, Row>) {
    this.source = source;
  }

  /** From the start, as when something else is asked for: what was there is gone. */
  start(): void {
    this.show({ rows: undefined });
    this.look(null, []);
  }
  /** From the start, and what is there stays until the answer comes. */
  refresh(): void {
    this.look(null, []);
  }
  more(): void {
    this.look(this.next, this.listed.rows ?? []);
  }
  select(selected: readonly string[]): void {
    this.show({ selected });
  }
  /** Nobody waits for an answer any more. */
  end(): void {
    this.calls.end();
  }

  private look(after: string | null, before: readonly Row[]): void {
    this.calls.look({
      ask: () => this.source.ask(after),
      show: (page) => {
        const rows = [...before, ...this.source.rowsOf(page)];
        this.next = page.next;
        this.show({ rows, hasMore: page.next !== null });
        this.source.arrived?.(page, rows.length);
      },
      refuse: ({ message }) => this.show({ failure: message }),
    });
  }
  private show(change: Partial<Listed<Row>>): void {
    this.listed = { ...this.listed, ...change };
    this.source.show(this.listed);
  }
}
