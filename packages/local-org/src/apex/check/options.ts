import type { Diagnostic, LabelTexts } from '../../metadata/model';
import type { PlatformTypes } from '../types/platform';
import type { TypeTable } from '../types/table';
import type { ProgramSymbols } from './program';

/** What the SOQL checker says about one inline query. Places are within the query's text. */
export interface SoqlVerdict {
  readonly object: string;
  readonly kind: 'rows' | 'count' | 'aggregate';
  readonly errors: readonly string[];
}

/** `text` has its binds replaced by `:b0`, `:b1`, ... */
export type SoqlChecker = (text: string) => SoqlVerdict;

export interface CheckOptions {
  readonly platform: PlatformTypes;
  readonly texts: LabelTexts;
  /** Absent: SOQL is only checked for its object, and its fields when it runs. */
  readonly checkSoql?: SoqlChecker;
  /** Absent: every signature of the platform counts as implemented. */
  readonly hasNative?: (key: string) => boolean;
}

/** What all parts of the checker share while one program is checked. */
export interface Checker {
  readonly table: TypeTable;
  readonly symbols: ProgramSymbols;
  readonly options: CheckOptions;
  readonly diagnostics: Diagnostic[];
}

/** Adds an error at a place of a file. */
export function report(checker: Checker, path: string, at: { line: number; column: number }, message: string): void {
  checker.diagnostics.push({ path, line: at.line, column: at.column, severity: 'error', message });
}
