import { ApexException } from '../../kernel/exceptions';
import type { SObject } from '../../kernel/sobject';
import type { ObjectType } from '../../schema/model';
import { selectedColumns, type BoundQuery, type SelectedColumn } from '../../soql';
import type { DataContext, OpenQuery, QueryOptions } from '../port';
import { prepare, requireBinds } from './prepare';
import { countOf, headOf, idsOf, pageOf, rowsOf, start, type QuerySettings, type Run } from './rows';

/** Opens a query; with `ids` one that was opened before and found those rows: its conditions no longer count, what is allowed does. */
export function openQuery(
  text: string,
  binds: ReadonlyMap<string, unknown>,
  options: QueryOptions,
  ids: readonly string[] | null,
  context: DataContext,
  settings: QuerySettings,
): OpenQuery {
  const query = prepare(text, ids ? null : binds, options, context);
  // Child queries run anew for every page.
  if (ids) for (const item of query.select) if (item.kind === 'child') requireBinds(item.query, binds);
  return new Opened(query, start(query, binds, options, context, settings, false), ids);
}

class Opened implements OpenQuery {
  readonly kind: OpenQuery['kind'];
  readonly object: ObjectType;
  readonly columns: readonly SelectedColumn[];
  /** All rows, when they were few enough to come at once. */
  #rows: readonly SObject[] | null = null;
  #ids: readonly string[] | null;
  #count: number | null = null;

  constructor(
    private readonly query: BoundQuery,
    private readonly run: Run,
    ids: readonly string[] | null,
  ) {
    this.kind = query.kind;
    this.object = query.object;
    this.columns = selectedColumns(query);
    this.#ids = ids;
  }

  get total(): number {
    if (this.kind === 'count') return (this.#count ??= countOf(this.query, this.run));
    if (this.kind === 'aggregate') return this.#groups().length;
    return this.#rows?.length ?? this.ids.length;
  }

  get ids(): readonly string[] {
    if (this.kind !== 'rows') throw new ApexException('System.QueryException', 'Aggregate queries have no locator');
    return (this.#ids ??= this.#rows?.map((row) => String(row.id)) ?? idsOf(this.query, this.run));
  }

  page(from: number, n: number): readonly SObject[] {
    if (this.kind === 'count') return [];
    if (this.kind === 'aggregate') return this.#groups().slice(from, from + n);
    if (this.#rows) return this.#rows.slice(from, from + n);
    if (this.#ids) return pageOf(this.query, this.run, this.#ids.slice(from, from + n));
    return this.#firstRows(from + n).slice(from);
  }

  #groups(): readonly SObject[] {
    return (this.#rows ??= rowsOf(this.query, this.run));
  }

  /** Most queries end here, with one statement; of the others the rest is fixed before anything else happens. */
  #firstRows(n: number): readonly SObject[] {
    const head = headOf(this.query, this.run, n + 1);
    if (head.length <= n) this.#rows = head;
    else this.#ids = idsOf(this.query, this.run);
    return head.slice(0, n);
  }
}
