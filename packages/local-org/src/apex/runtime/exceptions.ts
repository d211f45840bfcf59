import { BOTTOM } from '../../kernel/context';
import { ApexException, LimitException } from '../../kernel/exceptions';
import { nullPointer } from '../../kernel/fail';
import type { ClassMeta } from './objects';

/** Exceptions that no Apex code can catch and that skip finally blocks (aer's changelog). */
const UNCATCHABLE = new Set(['System.LimitException', 'System.AssertException', 'System.UnexpectedException']);

export function isFatal(error: unknown): boolean {
  if (error instanceof ApexException) return UNCATCHABLE.has(error.typeName);
  return !(error instanceof RangeError && /call stack/i.test(error.message));
}

/** Stack traces of exceptions in Apex terms. `spans` gives, by file, the bodies of its classes. */
export function exceptionOperations(files: ReadonlyMap<string, readonly ClassMeta[]>): {
  isFatal(error: unknown): boolean;
  caught(error: unknown): ApexException;
  raise(error: ApexException | null): ApexException;
  isException(error: unknown, type: string): boolean;
  newException(...args: unknown[]): ApexException;
  place(error: ApexException): void;
} {
  // Making the text costs a hundred times what throwing does, and most exceptions are caught without anybody asking for it.
  const place = (error: ApexException): void => {
    if (placed.has(error)) return;
    placed.add(error);
    let text = error.apexStack;
    Object.defineProperty(error, 'apexStack', {
      configurable: true,
      enumerable: true,
      get: () => (text ??= apexStack(error.stack ?? '', files)),
      set: (value: string | null) => {
        text = value;
      },
    });
  };
  return {
    isFatal,
    place,
    /** What a catch block receives; what Apex cannot catch goes on. */
    caught: (error) => {
      if (error instanceof RangeError && /call stack/i.test(error.message)) throw new LimitException('Maximum stack depth reached: 1001');
      if (!(error instanceof ApexException) || UNCATCHABLE.has(error.typeName)) throw error;
      place(error);
      return error;
    },
    raise: (error) => {
      if (error === null) return nullPointer();
      place(error);
      return error;
    },
    isException: (error, type) => error instanceof ApexException && (type === 'System.Exception' || error.typeName === type),
    newException: (...args) => {
      const type = args.pop() as string;
      const [first, second] = args as [string | ApexException | null | undefined, ApexException | null | undefined];
      if (first instanceof ApexException) return new ApexException(type, first.message, first);
      return new ApexException(type, first ?? null, second ?? null);
    },
  };
}

/** Exceptions that have their lazy trace. */
const placed = new WeakSet<ApexException>();

const FRAME = /\(?apex:([^:()]+):(\d+):\d+\)?$/;

/** `Class.Foo.bar: line 12, column 1`, innermost first, from a JavaScript stack, down to where its transaction begins. */
export function apexStack(stack: string, files: ReadonlyMap<string, readonly ClassMeta[]>): string {
  const lines: string[] = [];
  let closure: string | null = null;
  for (const frame of stack.split('\n')) {
    if (frame.includes(BOTTOM)) break;
    const match = FRAME.exec(frame.trim());
    if (!match) continue;
    const [, file, digits] = match as unknown as [string, string, string];
    const line = Number(digits);
    const body = bodyAt(files.get(file) ?? [], line) ?? file;
    // The body of a `System.runAs` is a function of its own here; for Apex it is part of the method around it.
    const isSame = closure === body;
    closure = frame.trim().startsWith('at apex:') ? body : null;
    if (isSame && closure === null) continue;
    // Initialisers and accessors of one source line appear as several frames.
    const text = `${body}: line ${line}, column 1`;
    if (lines[lines.length - 1] !== text) lines.push(text);
  }
  return lines.join('\n');
}

function bodyAt(classes: readonly ClassMeta[], line: number): string | null {
  let best: readonly [string, number, number] | null = null;
  for (const one of classes) {
    for (const span of one.spans) {
      if (line >= span[1] && line <= span[2] && (!best || span[2] - span[1] <= best[2] - best[1])) best = span;
    }
  }
  return best ? best[0] : null;
}
