import type { CallNode } from '../ast/nodes';
import type { Type } from '../types/type';
import type { Bound } from './bound';
import { pick, shownTypes } from './overloads';
import { convert } from './coerce';
import { exceptionArguments } from './creation';
import { arguments_ } from './expressions';
import { isPlatformException, platformSuper } from './hierarchy';
import { wrong } from './nodes';
import type { Body } from './scope';

/** `this(...)` or `super(...)`, which `statements` allows only as the first statement of a constructor. */
export function constructorCall(body: Body, node: CallNode): Bound {
  const { table } = body.checker;
  const isSuper = node.name === 'super';
  if (!body.isConstructor) return wrong(body, node, `Call to '${node.name}()' must be the first statement in a constructor method`);
  const args = arguments_(body, node.args);
  const shared = { type: table.void, nonNull: true, line: node.line };
  const symbol = isSuper ? body.symbol.superType?.symbol : body.symbol;
  if (!symbol) {
    const { superType } = body.symbol;
    const isException = superType !== null && isPlatformException(superType);
    if (isException && exceptionArguments(body, args)) return { kind: 'chain', isSuper, constructor_: null, args, ...shared };
    // Other platform classes that a class may extend have nothing to construct.
    if (!isException && args.length === 0) return { kind: 'literal', js: 'null', ...shared };
    return wrong(body, node, `Constructor not defined: [${superType?.text ?? 'Object'}].<Constructor>(${shownTypes(args)})`);
  }
  const chosen = pick(
    body,
    symbol.constructors.map((one) => ({ one, parameters: one.parameters.map((p) => p.type) })),
    args,
  );
  if (!chosen) {
    // The four constructors of Exception stay available beside a class's own.
    const top = platformSuper(symbol);
    if (top && isPlatformException(top) && exceptionArguments(body, args))
      return { kind: 'chain', isSuper, constructor_: null, args, ...shared };
    return wrong(body, node, `Constructor not defined: [${symbol.name}].<Constructor>(${shownTypes(args)})`);
  }
  const converted = args.map((arg, i) => convert(body, arg, chosen.parameters[i] as Type));
  return { kind: 'chain', isSuper, constructor_: chosen.one, args: converted, ...shared };
}
