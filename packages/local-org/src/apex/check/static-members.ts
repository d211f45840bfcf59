import type { ExpressionNode, MemberAccessNode, Place } from '../ast/nodes';
import type { ObjectType } from '../../schema/model';
import type { Type } from '../types/type';
import type { Bound } from './bound';
import { checkClassVisible, staticField } from './fields';
import { findField, lineage } from './hierarchy';
import type { Named } from './names';
import { value } from './names';
import { op, requireNative, wrong } from './nodes';
import type { Body } from './scope';
import type { ClassSymbol } from './symbols';
import { describe, tokenMember } from './tokens';
import { triggerVariable } from './trigger-variables';

/** `Type.name`. */
export function typeMember(body: Body, type: Type, node: MemberAccessNode): Named | null {
  const { checker } = body;
  if (type.name === 'System.Trigger') return value(triggerVariable(body, node));
  if (type.name === 'System.Label') return value(label(body, node));
  if (type.kind === 'record') return tokenMember(body, type.object as ObjectType, node, null);
  if (type.symbol) return classMember(body, type.symbol, node);
  const field = type.platform?.field(node.name);
  if (type.platform && field?.isStatic) return value(platformStatic(body, type, field, node));
  const nested = checker.table.builtIn(`${type.name}.${node.name}`, []);
  if (nested) return { kind: 'type', type: nested };
  if (type.name === 'Schema.SObjectType') return describe(body, node);
  // A class of the platform may share its name with a namespace: `Database.Batchable`.
  const qualified = checker.table.builtIn(`${type.name.replace(/^System\./, '')}.${node.name}`, []);
  return qualified ? { kind: 'type', type: qualified } : null;
}

/** Where a dotted name begins. */
export const firstOf = (node: ExpressionNode): ExpressionNode => (node.kind === 'member' ? firstOf(node.object) : node);

function classMember(body: Body, symbol: ClassSymbol, node: MemberAccessNode): Named | null {
  if (symbol.kind === 'enum' && symbol.node.kind === 'enum') {
    const constant = symbol.node.constants.find((one) => one.toLowerCase() === node.name.toLowerCase());
    if (!constant) return null;
    checkClassVisible(body, symbol, firstOf(node));
    return value({ kind: 'enumConstant', symbol, name: constant, type: symbol.type, nonNull: true, line: node.line });
  }
  const field = findField(symbol, node.name);
  if (field?.isStatic) {
    checkClassVisible(body, symbol, firstOf(node));
    return value(staticField(body, field, node));
  }
  for (const one of lineage(symbol)) {
    const inner = one.inner.get(node.name.toLowerCase());
    if (inner) return { kind: 'type', type: inner.type };
  }
  if (field)
    return value(
      wrong(body, node, `Non static field cannot be referenced from a static context: ${field.name} from the type ${symbol.name}`),
    );
  return null;
}

function platformStatic(body: Body, type: Type, field: { name: string; type: string; owner: { name: string } }, node: Place): Bound {
  const { table } = body.checker;
  if (type.platform?.isEnum)
    return { ...op('platformEnum', type, [], true, [JSON.stringify(type.name), JSON.stringify(field.name)]), line: node.line };
  const key = `get:${field.owner.name}.${field.name}`.toLowerCase();
  requireNative(body, key, node, `${field.owner.name}.${field.name}`);
  return {
    kind: 'native',
    key,
    args: [],
    receiver: false,
    variables: null,
    type: table.fromSignature(field.type),
    nonNull: false,
    line: node.line,
  };
}

/** A label is known when the program is compiled, unless it has translations: then the running user's language decides. */
function label(body: Body, node: MemberAccessNode): Bound {
  const { labels, translations } = body.checker.options.texts;
  const name = labels.has(node.name) ? node.name : [...labels.keys()].find((key) => key.toLowerCase() === node.name.toLowerCase());
  if (name === undefined) return wrong(body, node, `External string does not exist: ${node.name}`);
  const type = body.checker.table.string;
  const literal = (value: string): Bound => ({ kind: 'literal', js: JSON.stringify(value), value, type, nonNull: true, line: node.line });
  if (![...translations.values()].some((texts) => texts.labels.has(name))) return literal(labels.get(name) as string);
  const key = 'system.label.get/2';
  requireNative(body, key, node, 'System.Label.get');
  return {
    kind: 'native',
    key,
    args: [literal(''), literal(name)],
    receiver: false,
    variables: null,
    type,
    nonNull: true,
    line: node.line,
  };
}
