/** Record access of one object under one alias, as `Access.rowFilter` gives it. */
export interface RowFilter {
  readonly sql: string;
  readonly binds: readonly string[];
}

/**
 * What a statement is for. `rows`: the query itself. `head`: its first rows. `ids`: only the Ids, for locators and cursors. `page`: the rows of
 * given Ids, whatever the conditions say by now. `children`: rows of a child query for given parents.
 */
export type Variant = 'rows' | 'head' | 'ids' | 'page' | 'children';

/** What a rendered statement needs when it runs. */
export interface Environment {
  readonly binds: ReadonlyMap<string, unknown>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA id of the running user's time zone, for date literals. */
  readonly zone: string;
  /** One per filter site of the query (`filterSites`), in that order. */
  readonly filters: readonly (RowFilter | null)[];
  /** Ids that restrict the statement: parents of a child query, rows of a page. */
  readonly ids: readonly string[];
  /** The most rows of a `head`. */
  readonly most: number;
}

export type Parameter = (environment: Environment) => string | number | null;

/** SQL text with one parameter per `?`, in the order of the text. */
export interface Fragment {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

export function text(sql: string): Fragment {
  return { sql, parameters: [] };
}

/** Template tag: holes are fragments, or parameters, which become `?`. */
export function sql(strings: TemplateStringsArray, ...holes: readonly (Fragment | Parameter)[]): Fragment {
  let out = strings[0] as string;
  const parameters: Parameter[] = [];
  holes.forEach((hole, i) => {
    if (typeof hole === 'function') {
      out += '?';
      parameters.push(hole);
    } else {
      out += hole.sql;
      for (const parameter of hole.parameters) parameters.push(parameter);
    }
    out += strings[i + 1] as string;
  });
  return { sql: out, parameters };
}

export function join(fragments: readonly Fragment[], separator: string): Fragment {
  return { sql: fragments.map((f) => f.sql).join(separator), parameters: fragments.flatMap((f) => f.parameters) };
}
