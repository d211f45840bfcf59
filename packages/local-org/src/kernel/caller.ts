/**
 * Who calls a native whose answer depends on the calling class: `Database.*` (default access mode, sharing, local variables of
 * dynamic SOQL), `Test.loadData`. Generated code calls `setCaller` right before such a call
 * (`isCallerDependent` tells which); natives read it once, at their first statement, because code they run may change it.
 */
export interface Caller {
  readonly className: string;
  readonly apiVersion: number;
  /** Default access mode of the class: `user` from API version 67 on, else `system`. */
  readonly mode: 'user' | 'system';
  /** Whether record access applies in system mode; `inherited sharing` is already resolved. */
  readonly sharing: boolean;
  /** Value of a variable in scope for `:name` in dynamic SOQL, by any spelling; `undefined` when there is none. */
  readonly variable?: (name: string) => unknown;
}

const NOBODY: Caller = { className: '', apiVersion: 67, mode: 'system', sharing: false };
let calling: Caller = NOBODY;

export function setCaller(caller: Caller): void {
  calling = caller;
}

export function currentCaller(): Caller {
  return calling;
}

/** True for native keys before which generated code must call `setCaller`. */
export function isCallerDependent(key: string): boolean {
  return key.startsWith('system.database.') || key.startsWith('system.test.loaddata/');
}
