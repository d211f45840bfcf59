import { equalsExactly } from '../kernel/equality';
import { fail } from '../kernel/fail';
import { toText } from '../kernel/text';
import { typeNameOf } from '../kernel/type-of';
import type { RuntimeType } from '../kernel/types';
import { ApexEnumValue } from '../kernel/values';
import { isInstance } from './instance';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** Enum constants compare by name across types (aer's changelog); text compares exactly. */
function same(a: unknown, b: unknown): boolean {
  if (a instanceof ApexEnumValue && b instanceof ApexEnumValue) return a.name === b.name;
  return equalsExactly(a, b);
}

function fails(message: unknown, detail: string): never {
  const own = message === null || message === undefined ? '' : `: ${toText(message)}`;
  return fail('System.AssertException', `Assertion Failed${own}${detail}`);
}

const expected = (wanted: unknown, actual: unknown): string => `: Expected: ${toText(wanted)}, Actual: ${toText(actual)}`;

function areEqual(wanted: unknown, actual: unknown, message?: unknown): void {
  if (!same(wanted, actual)) fails(message, expected(wanted, actual));
}
function areNotEqual(wanted: unknown, actual: unknown, message?: unknown): void {
  if (same(wanted, actual)) fails(message, `: Same value: ${toText(wanted)}`);
}

/** `System.assert*` and the `Assert` class; they throw the AssertException that Apex cannot catch. */
export function asserts(ports: StdlibPorts): Theme {
  return merge(
    members('System.System', {
      'assert/1,2': (condition: boolean | null, message?: unknown) => {
        if (condition !== true) fails(message, '');
      },
      'assertEquals/2,3': areEqual,
      'assertNotEquals/2,3': areNotEqual,
    }),
    members('System.Assert', {
      'areEqual/2,3': areEqual,
      'areNotEqual/2,3': areNotEqual,
      'isTrue/1,2': (value: unknown, message?: unknown) => areEqual(true, value, message),
      'isFalse/1,2': (value: unknown, message?: unknown) => areEqual(false, value, message),
      'isNull/1,2': (value: unknown, message?: unknown) => areEqual(null, value, message),
      'isNotNull/1,2': (value: unknown, message?: unknown) => {
        if (value === null || value === undefined) fails(message, ': Expected: not null, Actual: null');
      },
      'fail/0,1': (message?: unknown) => fails(message, ''),
      'isInstanceOfType/2,3': (value: unknown, type: RuntimeType, message?: unknown) => {
        if (!isInstance(value, type, ports.program())) fails(message, `: Expected: ${type.text}, Actual: ${typeNameOf(value)}`);
      },
      'isNotInstanceOfType/2,3': (value: unknown, type: RuntimeType, message?: unknown) => {
        if (isInstance(value, type, ports.program())) fails(message, `: Unexpected type: ${type.text}`);
      },
    }),
  );
}
