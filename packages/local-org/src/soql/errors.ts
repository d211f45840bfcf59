import { ApexException } from '../kernel/exceptions';
import type { Position } from './ast';

export type SoqlErrorCode =
  | 'MALFORMED_QUERY'
  | 'INVALID_FIELD'
  | 'INVALID_TYPE'
  | 'INVALID_QUERY_FILTER_OPERATOR'
  | 'NUMBER_OUTSIDE_VALID_RANGE'
  | 'QUERY_TOO_COMPLICATED';

/** One finding in a query. Lines and columns from 1, within the query text. `code` is the REST API's errorCode. */
export interface SoqlDiagnostic extends Position {
  readonly code: SoqlErrorCode;
  readonly message: string;
}

/** A query that the platform would refuse, as Apex sees it; carries what REST and the compiler need as well. */
export class SoqlError extends ApexException implements SoqlDiagnostic {
  readonly code: SoqlErrorCode;
  readonly line: number;
  readonly column: number;

  constructor(code: SoqlErrorCode, message: string, at: Position) {
    super('System.QueryException', message);
    this.code = code;
    this.line = at.line;
    this.column = at.column;
  }
}

const APPEND_FIELD =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. " +
  'Please reference your WSDL or the describe call for the appropriate names.';
const APPEND_RELATIONSHIP =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. " +
  'Please reference your WSDL or the describe call for the appropriate names.';
const APPEND_OBJECT =
  "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. " +
  'Please reference your WSDL or the describe call for the appropriate names.';

export function noSuchColumn(column: string, entity: string, at: Position): SoqlError {
  return new SoqlError('INVALID_FIELD', `No such column '${column}' on entity '${entity}'. ${APPEND_FIELD}`, at);
}

export function noSuchRelationship(name: string, at: Position): SoqlError {
  return new SoqlError('INVALID_FIELD', `Didn't understand relationship '${name}' in field path. ${APPEND_RELATIONSHIP}`, at);
}

export function noSuchChildRelationship(name: string, at: Position): SoqlError {
  return new SoqlError('INVALID_TYPE', `Didn't understand relationship '${name}' in FROM part of query call. ${APPEND_RELATIONSHIP}`, at);
}

export function noSuchObject(name: string, at: Position): SoqlError {
  return new SoqlError('INVALID_TYPE', `sObject type '${name}' is not supported. ${APPEND_OBJECT}`, at);
}

export function malformed(message: string, at: Position): SoqlError {
  return new SoqlError('MALFORMED_QUERY', message, at);
}

/** A query that is allowed word by word and too much as a whole. */
export function tooComplicated(at: Position): SoqlError {
  const message = 'Query is either selecting too many fields or the filter conditions are too complicated.';
  return new SoqlError('QUERY_TOO_COMPLICATED', message, at);
}

/** A number, or a count of something, beyond what a query may name. */
export function outsideRange(message: string, at: Position): SoqlError {
  return new SoqlError('NUMBER_OUTSIDE_VALID_RANGE', message, at);
}

/** A compound field that is filtered, sorted, grouped or aggregated (SOQL and SOSL Reference, "Compound Field Considerations and Limitations"). */
export function onlySelected(field: string, at: Position): SoqlError {
  return new SoqlError('INVALID_FIELD', `field '${field}' is a compound field, which a query call can only select`, at);
}

/** A clause of real SOQL that the local org does not have yet: refused where it stands. */
export function unsupportedClause(clause: string, at: Position): SoqlError {
  return new SoqlError('MALFORMED_QUERY', `The local org does not support ${clause}`, at);
}
