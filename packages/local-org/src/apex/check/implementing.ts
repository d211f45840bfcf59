import { isAssignable } from '../types/convert';
import type { TypeTable } from '../types/table';
import type { Type } from '../types/type';
import type { Bound, BoundBody } from './bound';
import { convert } from './coerce';
import { ancestors, lineage } from './hierarchy';
import type { Checker } from './options';
import { declareVariable, newBody } from './scope';
import type { ClassSymbol, MethodSymbol } from './symbols';

/** A method that an interface asks for. */
export interface Asked {
  readonly name: string;
  readonly js: string;
  readonly parameters: readonly Type[];
}

/**
 * The method of a class's line that implements one of an interface: of the same parameters, or of such as what the interface takes can
 * be assigned to, as `f(List<Account>)` for `f(List<SObject>)`.
 */
export function implementationOf(asked: Asked, line: readonly ClassSymbol[], table: TypeTable): MethodSymbol | undefined {
  const own = line
    .flatMap((one) => one.methods.get(asked.name.toLowerCase()) ?? [])
    .filter((one) => !one.isAbstract && one.parameters.length === asked.parameters.length);
  const takes = (one: MethodSymbol): boolean =>
    asked.parameters.every((type, i) => isAssignable(type, one.parameters[i]?.type as Type, table));
  return own.find((one) => one.js === asked.js) ?? own.find(takes);
}

/** A method under the name by which an interface calls it, where its own parameters are others. */
export interface Bridge {
  readonly js: string;
  readonly parameters: readonly string[];
  readonly body: BoundBody;
}

/** What a class needs so that its interfaces find the methods that implement them with other parameters. */
export function bridgesOf(checker: Checker, symbol: ClassSymbol): Bridge[] {
  const line = [...lineage(symbol)];
  const asked = ancestors(symbol.type, checker.table)
    .flatMap((type) => (type.symbol?.kind === 'interface' ? [...type.symbol.methods.values()].flat() : []))
    .filter((method) => !line.some((one) => one.methods.get(method.name.toLowerCase())?.some((own) => own.js === method.js)));
  return asked.flatMap((method) => {
    const found = implementationOf({ ...method, parameters: method.parameters.map((one) => one.type) }, line, checker.table);
    return found ? [bridge(checker, symbol, method, found)] : [];
  });
}

function bridge(checker: Checker, symbol: ClassSymbol, asked: MethodSymbol, found: MethodSymbol): Bridge {
  const body = newBody(checker, symbol, false, asked.returns);
  body.calls = true;
  const at = found.node;
  const args = asked.parameters.map((one, i): Bound => {
    const { js } = declareVariable(body, at, `p${i}`, one.type);
    return convert(body, { kind: 'local', js, type: one.type, nonNull: false, line: at.line }, found.parameters[i]?.type as Type);
  });
  const object: Bound = { kind: 'this', type: symbol.type, nonNull: true, line: at.line };
  const call: Bound = { kind: 'call', method: found, object, isSuper: false, args, type: found.returns, nonNull: false, line: at.line };
  const value = asked.returns.kind === 'void' ? call : convert(body, call, asked.returns);
  const statement = asked.returns.kind === 'void' ? ({ kind: 'evaluate', line: at.line, value } as const) : ({ kind: 'return', line: at.line, value } as const); // prettier-ignore
  const bound: BoundBody = { statements: [statement], temps: body.temps, calls: true, lines: [] };
  return { js: asked.js, parameters: asked.parameters.map((_, i) => `v_p${i}`), body: bound };
}
