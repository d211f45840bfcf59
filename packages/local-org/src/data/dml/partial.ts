import type { WriteOperation } from '../hooks';
import { saveChunk, type SaveOutcome } from './save';
import { inSavepoint } from './savepoints';
import { isAlive, type Statement, type WorkRow } from './statement';

const ATTEMPTS = 3;
const TOO_MANY = 'Too many batch retries in the presence of Apex triggers and partial failures.';

/**
 * Saves what can be saved of a chunk. A row that fails after triggers ran or rows were written is set aside, everything is
 * rolled back and the rest is tried again, triggers included: three attempts, each from the limits before the first; the
 * third may not fail. Source: Apex Developer Guide, "Bulk DML Exception Handling".
 */
export function savePartially(operation: WriteOperation, rows: readonly WorkRow[], statement: Statement): SaveOutcome {
  const { limits } = statement.context;
  const before = limits.snapshot();
  return inSavepoint(statement.context, (undo) => {
    for (let attempt = 1; ; attempt++) {
      const active = rows.filter(isAlive);
      if (active.length === 0) return { dirty: false, refusal: null };
      const outcome = saveChunk(operation, active, statement);
      if (!outcome.dirty || active.every(isAlive)) return outcome;
      undo();
      const rest = active.filter(isAlive);
      for (const row of rest) row.reset();
      if (attempt === ATTEMPTS) {
        for (const row of rest) row.fail('UNKNOWN_EXCEPTION', TOO_MANY);
        return { dirty: false, refusal: null };
      }
      limits.restore(before);
    }
  });
}
