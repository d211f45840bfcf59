/** A page of an answer, and where the next begins; null at the end. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** Everything, page by page, because each page says where the next begins; so many pages at most. */
export async function everyPage<T>(ask: (after: string | null) => Promise<Page<T>>, most = Infinity): Promise<readonly T[]> {
  return from(null, most);

  async function from(after: string | null, left: number): Promise<readonly T[]> {
    const { rows, next } = await ask(after);
    return next !== null && left > 1 ? [...rows, ...(await from(next, left - 1))] : rows;
  }
}
