import type { Condition, Position } from './ast';
import type { Fragment } from './fragment';
import { join, sql } from './fragment';
import { tooComplicated } from './errors';

/**
 * What SQLite's parser keeps open at once, less what stands around a condition and the semi join inside it; deeper conditions than
 * the platform can be expected to take end here with its own error.
 */
const MOST_OPEN = 40;
const OPEN_PER_LIST = 3;
const OPEN_PER_NOT = 4;

/** Refuses conditions that nest deeper than a statement can. Parentheses alone do not count. */
export function refuseDeep(condition: Condition, at: Position, open = 0): void {
  if (open > MOST_OPEN) throw tooComplicated(at);
  if (condition.kind === 'not') refuseDeep(condition.item, at, open + OPEN_PER_NOT);
  else if (condition.kind !== 'compare') for (const item of condition.items) refuseDeep(item, at, open + OPEN_PER_LIST);
}

/** SQLite's expression trees are at most 1,000 deep, and a chain of ANDs is as deep as it is long. */
const LONGEST_CHAIN = 200;

/** Conditions with AND or OR between them: a long chain becomes a chain of shorter ones. */
export function chain(items: readonly Fragment[], separator: ' AND ' | ' OR '): Fragment {
  if (items.length <= LONGEST_CHAIN) return sql`(${join(items, separator)})`;
  const parts: Fragment[] = [];
  // The plus sign keeps SQLite's planner from weighing thousands of terms against each other.
  for (let at = 0; at < items.length; at += LONGEST_CHAIN) parts.push(sql`+${chain(items.slice(at, at + LONGEST_CHAIN), separator)}`);
  return chain(parts, separator);
}

/** SQLite's own limits of a statement. */
const MOST_COLUMNS = 2_000;
const MOST_PARAMETERS = 32_000;
const MOST_TABLES = 64;

/** Refuses a statement that SQLite would not take. */
export function refuseLarge(statement: Fragment, columns: number, tables: number, at: Position): void {
  if (columns > MOST_COLUMNS || tables > MOST_TABLES || statement.parameters.length > MOST_PARAMETERS) throw tooComplicated(at);
}
