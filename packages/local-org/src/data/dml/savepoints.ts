import type { DataContext } from '../port';

const open = new WeakMap<DataContext, number>();

/**
 * Runs `body` inside a savepoint of its own, which is undone when `body` throws or calls `undo`. Names differ by depth: code
 * in a trigger that rolls back to before this statement makes the release fail instead of hitting another statement's.
 */
export function inSavepoint<R>(context: DataContext, body: (undo: () => void) => R): R {
  const { store } = context;
  const depth = (open.get(context) ?? 0) + 1;
  const name = `dml_${depth}`;
  const mark = context.access.mark();
  const undo = (): void => {
    store.rollbackTo(name);
    // Rights that were read between the write and the rollback are wrong now.
    context.access.takenBack(mark);
  };
  store.savepoint(name);
  open.set(context, depth);
  try {
    const result = body(undo);
    store.release(name);
    return result;
  } catch (error) {
    // SQLite itself ends the transaction when the disk is full: then no savepoint is left, and it is that error that must show.
    if (store.inTransaction) {
      undo();
      store.release(name);
    }
    throw error;
  } finally {
    open.set(context, depth - 1);
  }
}
