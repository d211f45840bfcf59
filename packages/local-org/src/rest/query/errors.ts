import { SoqlError } from '../../soql/errors';
import { restError, type RestError } from '../shared/errors';

export const noQuery = (): RestError => restError(400, 'MALFORMED_QUERY', 'SOQL statements cannot be empty or null');

export const tooLong = (most: number): RestError =>
  restError(400, 'MALFORMED_QUERY', `SOQL statements cannot be longer than ${most} characters.`);

export const invalidLocator = (): RestError => restError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');

export const aggregateTooLarge = (): RestError =>
  restError(400, 'EXCEEDED_ID_LIMIT', 'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch');

/** Characters before and behind the place of a fault that its message repeats. */
const SHOWN = 500;

/** Adds the platform's pointer to a fault of the query: the line, a caret below the place, row and column. */
export function located(error: unknown, soql: string): unknown {
  if (!(error instanceof SoqlError)) return error;
  const { code, line, column, message } = error;
  const whole = soql.split('\n')[line - 1] ?? '';
  const from = Math.max(0, column - 1 - SHOWN);
  const text = whole.slice(from, column - 1 + SHOWN);
  const pointer = `\n${text}\n${' '.repeat(Math.max(0, column - 1 - from))}^\nERROR at Row:${line}:Column:${column}\n`;
  return restError(400, code, pointer + message);
}
