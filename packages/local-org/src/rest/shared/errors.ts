import { ApexException, type DmlRowError } from '../../kernel/exceptions';
import { clip } from '../../kernel/text';
import { SoqlError } from '../../soql/errors';

/** One entry of the platform's error array. */
export interface ApiError {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

/** An error answer: HTTP status and the platform's error array. */
export class RestError extends Error {
  readonly status: number;
  readonly errors: readonly ApiError[];

  constructor(status: number, errors: readonly ApiError[]) {
    super(errors.map((e) => `${e.errorCode}: ${e.message}`).join('; '));
    this.name = 'RestError';
    this.status = status;
    this.errors = errors;
  }
}

/** A value that does not fit its field. Where it stands in the body or file is added by whoever knows the text. */
export class ValueError extends RestError {
  readonly field: string;
  readonly value: unknown;
  /** What was wanted, for example `double`. */
  readonly wanted: string;

  /** @param found the value as the parser names it, for example `VALUE_STRING value many` */
  constructor(field: string, value: unknown, wanted: string, found: string) {
    const message = `Cannot deserialize instance of ${wanted} from ${found} or request may be missing a required field`;
    super(400, [{ message, errorCode: 'JSON_PARSER_ERROR' }]);
    this.field = field;
    this.value = value;
    this.wanted = wanted;
  }
}

/** An error answer with one entry. */
export function restError(status: number, errorCode: string, message: string, fields?: readonly string[]): RestError {
  return new RestError(status, [fields ? { message, errorCode, fields } : { message, errorCode }]);
}

export const notFound = (): RestError => restError(404, 'NOT_FOUND', 'The requested resource does not exist');

export const invalidSession = (): RestError => restError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');

export const unsupportedType = (name: string): RestError =>
  restError(400, 'INVALID_TYPE', `sObject type '${clip(name)}' is not supported.`);

export const unknownField = (field: string, object: string): RestError =>
  restError(400, 'INVALID_FIELD', `No such column '${clip(field)}' on sobject of type ${object}`);

export function methodNotAllowed(method: string, allowed: readonly string[]): RestError {
  return restError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`);
}

/** HTTP status of a row's status code; the platform answers 400 to nearly all of them. */
export function statusOf(code: string): number {
  if (code === 'ENTITY_IS_DELETED' || code === 'NOT_FOUND') return 404;
  if (code === 'INSUFFICIENT_ACCESS_OR_READONLY') return 403;
  return 400;
}

/** One row's errors as the platform's error array; `fields` is always there for rows. */
function rowErrors(errors: readonly DmlRowError[]): ApiError[] {
  return errors.map((e) => ({ message: e.message, errorCode: e.statusCode, fields: e.fields }));
}

/** The error answer of a single failed row. */
export function rowFailure(errors: readonly DmlRowError[]): RestError {
  return new RestError(statusOf(errors[0]?.statusCode ?? ''), rowErrors(errors));
}

/** What the platform answers when the work behind a call threw: rows of DML, SOQL faults, limits, the rest as APEX_ERROR. */
export function fromException(error: unknown): RestError {
  if (error instanceof RestError) return error;
  if (!(error instanceof ApexException)) throw error;
  if (error.rows.length > 0) return rowFailure(error.rows);
  if (error.typeName === 'System.QueryException') {
    return restError(400, error instanceof SoqlError ? error.code : 'MALFORMED_QUERY', error.message);
  }
  if (error.typeName === 'System.LimitException') return restError(400, 'LIMIT_EXCEEDED', error.message);
  if (error.typeName === 'System.NoAccessException') return restError(403, 'INSUFFICIENT_ACCESS', error.message);
  return restError(500, 'APEX_ERROR', apexErrorText(error));
}

/** `Type: message` and the Apex stack, as the body of an APEX_ERROR. */
export function apexErrorText(error: ApexException): string {
  const head = error.message === '' ? `${error.typeName}: null` : `${error.typeName}: ${error.message}`;
  return error.apexStack ? `${head}\n\n${error.apexStack}` : head;
}
