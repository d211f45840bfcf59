import { ApexException } from '../kernel/exceptions';
import { isStorable } from '../kernel/text';
import { StatementError } from './errors';
import type { SqlValue } from './port';

/** Quoted text, quoted names and comments: nothing in there is a parameter. */
const OPAQUE = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\//g;

/**
 * Number of `?` parameters of a statement. Named and numbered parameters are refused: the driver aborts the whole process
 * when one of them is missing.
 */
export function countParameters(sql: string): number {
  const visible = sql.replace(OPAQUE, ' ');
  if (/[:@$][A-Za-z_]/.test(visible) || /\?\d/.test(visible)) throw new StatementError('Named or numbered parameter', sql);
  let count = 0;
  for (let at = visible.indexOf('?'); at >= 0; at = visible.indexOf('?', at + 1)) count++;
  return count;
}

/**
 * Refuses every bind that the driver would crash on, misread or silently change.
 * Throws StatementError for defects of ours and ApexException for text that no database can hold.
 */
export function checkBinds(binds: readonly SqlValue[], arity: number, sql: string): void {
  if (binds.length !== arity) throw new StatementError(`${binds.length} values for ${arity} parameters`, sql);
  for (let i = 0; i < arity; i++) {
    const bind: unknown = binds[i];
    if (bind === null) continue;
    switch (typeof bind) {
      case 'string':
        checkText(bind);
        continue;
      case 'number':
        if (Number.isFinite(bind)) continue;
        break;
      case 'bigint':
        if (BigInt.asIntN(64, bind) === bind) continue;
        break;
      case 'object':
        if (bind instanceof Uint8Array) continue;
        break;
    }
    throw new StatementError(`Parameter ${i + 1} is ${describe(bind)}, which the database does not take`, sql);
  }
}

function checkText(text: string): void {
  if (!isStorable(text)) {
    throw new ApexException('System.StringException', 'Invalid character in text: NUL and unpaired surrogates cannot be stored');
  }
}

function describe(bind: unknown): string {
  return typeof bind === 'object' ? Object.prototype.toString.call(bind) : `${typeof bind} ${String(bind)}`;
}
