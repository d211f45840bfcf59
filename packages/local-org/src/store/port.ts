/** What SQLite takes and gives. A boolean, `undefined` or a named parameter is refused by the wrapper. */
export type SqlValue = string | number | bigint | Uint8Array | null;

export interface Statement {
  run(...binds: SqlValue[]): { changes: number };
  /** Rows as arrays, in the order of the select list. */
  all(...binds: SqlValue[]): SqlValue[][];
  get(...binds: SqlValue[]): SqlValue[] | undefined;
}

/** The database file. One per org; the engine worker holds the only one. Statements are cached by text. */
export interface Store {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  readonly inTransaction: boolean;
  begin(): void;
  commit(): void;
  rollback(): void;
  savepoint(name: string): void;
  rollbackTo(name: string): void;
  release(name: string): void;
  close(): void;
}
