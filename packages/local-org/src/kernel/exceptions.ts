/**
 * Exceptions as Apex sees them. A platform exception is an `ApexException` with a qualified type name;
 * a user-defined exception class is compiled to a JavaScript class that extends it.
 */
export class ApexException extends Error {
  /** Qualified Apex type, for example `System.DmlException` or, for a user class, its own name. */
  readonly typeName: string;
  /** The Apex cause (`initCause`), if any. */
  apexCause: ApexException | null = null;
  /** Rows of a DmlException, in the order of the caller's list. */
  rows: readonly DmlRowError[] = [];
  /** The Apex stack trace, one `Class.X.m: line n, column 1` a line; filled where the exception is first caught. */
  apexStack: string | null = null;

  constructor(typeName: string, message: string | null = null, cause: ApexException | null = null) {
    super(message ?? '');
    this.typeName = typeName;
    this.apexCause = cause;
    this.name = typeName;
  }
}

/** Raised when a governor limit is passed. Apex code cannot catch it. */
export class LimitException extends ApexException {
  constructor(message: string) {
    super('System.LimitException', message);
  }
}

/** One error of one DML row, as `Database.Error` and `DmlException` report it. */
export interface DmlRowError {
  /** Row in the caller's list, from 0. */
  readonly index: number;
  readonly id: string | null;
  /** `System.StatusCode` value, for example `DUPLICATE_VALUE`. */
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** A defect or a missing feature of the local org itself: never caught by Apex, always reported with its place. */
export class UnsupportedError extends Error {
  constructor(feature: string) {
    super(`The local org does not support ${feature}`);
    this.name = 'UnsupportedError';
  }
}
