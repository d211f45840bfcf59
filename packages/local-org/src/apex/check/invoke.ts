import { isCallerDependent } from '../../kernel/caller';
import type { CallNode } from '../ast/nodes';
import type { Type } from '../types/type';
import { isNamed } from '../types/type';
import type { Bound, VariableInScope } from './bound';
import { convert } from './coerce';
import { instanceField, staticField } from './fields';
import type { Candidate } from './hierarchy';
import { findField, lineage } from './hierarchy';
import { op, requireNative } from './nodes';
import type { Body } from './scope';
import { fault } from './scope';
import type { ClassSymbol } from './symbols';
import { isTypeVisible, isVisible } from './visibility';

/** A candidate as messages show it. */
export function signature(candidate: Candidate): string {
  const owner = candidate.method.owner.name;
  return `${candidate.returns.text} ${owner}.${candidate.method.name}(${candidate.parameters.map((p) => p.text).join(', ')})`;
}

/** Platform classes whose methods classes of the program may override. */
const OPEN_CLASSES: ReadonlySet<string> = new Set(['System.Exception', 'UserProvisioning.UserProvisioningPlugin']);

/** The chosen method with its arguments converted. */
export function invoke(
  body: Body,
  chosen: Candidate,
  object: Bound | null,
  args: readonly Bound[],
  node: CallNode,
  isSuper = false,
): Bound {
  const converted = args.map((arg, i) => convert(body, arg, chosen.parameters[i] as Type));
  const returns = returnType(body, chosen, object, node.name);
  const shared = { type: returns, nonNull: false, line: node.line };
  if (chosen.kind === 'user') {
    const { method } = chosen;
    if (!isVisible(body.symbol, method.owner, method.visibility, method.modifiers.annotations))
      fault(body, node, `Method is not visible: ${signature(chosen)}`);
    else checkTypesVisible(body, chosen, node);
    if (method.owner.kind === 'interface' && object)
      return { kind: 'dynamicCall', object, name: method.js, key: '', args: converted, ...shared };
    return { kind: 'call', method, object, isSuper: false, args: converted, ...shared };
  }
  const { method } = chosen;
  const key = `${method.owner.name}.${method.name}/${args.length}`.toLowerCase();
  const isOpen =
    (OPEN_CLASSES.has(method.owner.name) && !isSuper) ||
    method.owner.isInterface ||
    (object !== null && !method.isStatic && object.type.platform?.isInterface === true);
  if (object && isOpen)
    return { kind: 'dynamicCall', object, name: `${method.name.toLowerCase()}/${args.length}`, key, args: converted, ...shared };
  const shown = `${method.owner.name}.${method.name}(${chosen.parameters.map((p) => p.text).join(', ')})`;
  requireNative(body, key, node, shown);
  const [first] = converted;
  // The locator runs the query by itself, in pages.
  if (key.startsWith('system.database.getquerylocator/') && first?.kind === 'query' && first.as === 'rows')
    converted[0] = op('inlineQuery', first.type, first.binds, true, [JSON.stringify(first.text)]);
  const nonNull = isNamed(returns, 'Boolean', 'Integer') && object?.type.kind === 'collection' && method.name !== 'get';
  return {
    kind: 'native',
    key,
    args: object ? [object, ...converted] : converted,
    receiver: object !== null,
    variables: isCallerDependent(key) ? scopeVariables(body, method.name) : null,
    ...shared,
    nonNull,
  };
}

/** A method is of use to those alone who may name what it takes and gives. */
function checkTypesVisible(body: Body, chosen: Candidate, at: CallNode): void {
  const hidden = chosen.parameters.find((one) => !isTypeVisible(body.symbol, one));
  if (hidden) fault(body, at, `Method parameter type ${hidden.text} is not visible for: ${signature(chosen)}`);
  else if (!isTypeVisible(body.symbol, chosen.returns))
    fault(body, at, `Method return type ${chosen.returns.text} is not visible for: ${signature(chosen)}`);
}

/** Dynamic SOQL may name variables of its caller; an empty list asks for the caller's access mode only. */
function scopeVariables(body: Body, method: string): VariableInScope[] {
  if (!/^(query|countquery|getquerylocator|getcursor|getpaginationcursor)$/i.test(method)) return [];
  const found = new Map<string, Bound>();
  for (const scope of [...body.scopes].reverse()) {
    for (const [key, variable] of scope) {
      if (!found.has(key)) found.set(key, { kind: 'local', js: variable.js, type: variable.type, nonNull: false, line: 0 });
    }
  }
  const at = { line: 0, column: 0 };
  for (let around: ClassSymbol | null = body.symbol; around; around = around.outer) {
    for (const one of lineage(around)) {
      for (const [key, field] of one.fields) {
        if (found.has(key) || findField(around, key) !== field) continue;
        if (field.isStatic) found.set(key, staticField({ ...body, symbol: field.owner }, field, at));
        else if (!body.isStatic && around === body.symbol)
          found.set(
            key,
            instanceField({ ...body, symbol: field.owner }, { kind: 'this', type: body.symbol.type, nonNull: true, line: 0 }, field, at),
          );
      }
    }
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

/** `clone` and its like give the receiver's own type although the signature says SObject. */
function returnType(body: Body, chosen: Candidate, object: Bound | null, name: string): Type {
  if (object?.type.kind === 'record' && /^(clone|getinstance|getorgdefaults|getvalues)$/i.test(name)) return object.type;
  if (object && object.type.kind === 'collection' && /^(clone|deepclone)$/i.test(name)) return object.type;
  return chosen.returns;
}
