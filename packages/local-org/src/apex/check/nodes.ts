import type { Place } from '../ast/nodes';
import type { Type } from '../types/type';
import type { Bound, Operation } from './bound';
import type { Body } from './scope';
import { fault } from './scope';

/** An expression that has its diagnostic already. */
export function wrong(body: Body, at: Place, message: string): Bound {
  fault(body, at, message);
  return nothing(body, at);
}

export function nothing(body: Body, at: Place): Bound {
  return { kind: 'literal', js: 'null', type: body.checker.table.unknown, nonNull: true, line: at.line };
}

/** A call of a runtime operation: `$.name(args..., extra...)`. */
export function op(name: Operation, type: Type, args: readonly Bound[], nonNull = true, extra: readonly string[] = []): Bound {
  return { kind: 'op', name, args, extra, type, nonNull, line: args[0]?.line ?? 0 };
}

/** A new temporary of the body's function. */
export const newTemp = (body: Body): number => ++body.temps;

/** Puts the rest of a chain inside a `?.` that it began with: `a?.b.c` is null as a whole when `a` is. */
export function inChain(receiver: Bound, build: (receiver: Bound) => Bound): Bound {
  if (receiver.kind !== 'safe') return build(receiver);
  const rest = build(receiver.body);
  return { ...receiver, body: rest, type: rest.type, nonNull: false };
}

/** Refuses a method of the platform that the local org lacks. */
export function requireNative(body: Body, key: string, at: Place, shown: string): void {
  const { checker } = body;
  if (checker.options.hasNative && !checker.options.hasNative(key)) fault(body, at, `${shown} is not supported by the local org`);
}
