import type { Place } from '../ast/nodes';
import { conversionCost, isAssignable, NEVER } from '../types/convert';
import type { Type } from '../types/type';
import { isNamed, isUnknown } from '../types/type';
import type { Bound } from './bound';
import { canAssign } from './coerce';
import type { Candidate } from './hierarchy';
import { nothing, wrong } from './nodes';
import type { Body } from './scope';
import { fault } from './scope';

/** The applicable candidate whose parameters fit best; undefined when none applies. */
export function pick<C extends { readonly kind?: string; readonly parameters: readonly Type[] }>(
  body: Body,
  candidates: readonly C[],
  args: readonly Bound[],
  call: { readonly at: Place; readonly name: string } | null = null,
): C | undefined {
  const { table } = body.checker;
  let best: C | undefined;
  let bestCost = Infinity;
  let rivals: C[] = [];
  for (const candidate of candidates) {
    if (candidate.parameters.length !== args.length) continue;
    let cost = 0;
    for (let i = 0; i < args.length && cost < NEVER; i++) {
      const arg = args[i] as Bound;
      const to = candidate.parameters[i] as Type;
      let one = arg.type.kind === 'null' ? 1 : conversionCost(arg.type, to, table);
      // Decimals fit a Double of the platform's own methods, though not one of the program's.
      if (one >= NEVER && candidate.kind === 'platform' && isNamed(arg.type, 'Decimal') && isNamed(to, 'Double')) one = 60;
      // Rows of a query fit a parameter of their record type, least of all.
      if (one >= NEVER && canAssign(body, arg, to) && arg.kind === 'query') one = 50;
      cost += one;
    }
    if (cost === NEVER) continue;
    if (cost === bestCost) rivals.push(candidate);
    else if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
      rivals = [candidate];
    }
  }
  if (call && rivals.length > 1 && !args.some((arg) => isUnknown(arg.type)) && isTie(body, rivals, args))
    fault(body, call.at, `Ambiguous method signature: void ${call.name}(${args.map(shownArgument).join(', ')})`);
  return best;
}

/** Null fits every type alike; of other arguments the narrower parameters win, where one of the candidates has them all. */
function isTie(body: Body, candidates: readonly { readonly parameters: readonly Type[] }[], args: readonly Bound[]): boolean {
  const { table } = body.checker;
  const differs = (i: number): boolean => candidates.some((one) => one.parameters[i] !== candidates[0]?.parameters[i]);
  if (args.some((arg, i) => arg.type.kind === 'null' && differs(i))) return true;
  const narrower = (one: Type, other: Type): boolean => isAssignable(one, other, table);
  return !candidates.some((one) =>
    candidates.every((other) => one.parameters.every((type, i) => narrower(type, other.parameters[i] as Type))),
  );
}

/** The best of the candidates that are preferred, or else of all: a call of the wrong kind deserves a better word than "does not exist". */
export function pickFirst(
  body: Body,
  candidates: readonly Candidate[],
  preferred: (one: Candidate) => boolean,
  args: readonly Bound[],
  call: { readonly at: Place; readonly name: string },
): Candidate | undefined {
  return pick(body, candidates.filter(preferred), args, call) ?? pick(body, candidates, args);
}

/** An argument without a type fits several overloads: what the call gives is unknown too. */
export function isAmbiguous(candidates: readonly Candidate[], args: readonly Bound[]): boolean {
  if (!args.some((arg) => isUnknown(arg.type))) return false;
  const results = new Set(candidates.filter((one) => one.parameters.length === args.length).map((one) => one.returns));
  return results.size > 1;
}

const shownArgument = ({ type }: Bound): string => (type.kind === 'null' ? 'NULL' : type.text);

export const shownTypes = (args: readonly Bound[]): string => args.map((arg) => arg.type.text).join(', ');

export function notFound(body: Body, at: Place, name: string, args: readonly Bound[], type: Type): Bound {
  if (args.some((arg) => isUnknown(arg.type))) return nothing(body, at);
  return wrong(body, at, `Method does not exist or incorrect signature: void ${name}(${shownTypes(args)}) from the type ${type.text}`);
}
