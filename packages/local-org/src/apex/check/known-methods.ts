import type { CallNode, Place } from '../ast/nodes';
import type { Type } from '../types/type';
import { isNamed } from '../types/type';
import type { Bound } from './bound';
import { coerce } from './coerce';
import { op, requireNative, wrong } from './nodes';
import type { Body } from './scope';

/** toString, equals, hashCode and clone, which every object has without declaring them. */
export function objectMethod(body: Body, object: Bound, name: string, args: readonly Bound[], at: Place, isSuper = false): Bound | null {
  const { table } = body.checker;
  const key = name.toLowerCase();
  const extra = [String(isSuper)];
  const line = at.line;
  if (key === 'tostring' && args.length === 0) return { ...op('objectText', table.string, [object], true, extra), line };
  if (key === 'hashcode' && args.length === 0) return { ...op('objectHash', table.integer, [object], true, extra), line };
  if (key === 'equals' && args.length === 1) return { ...op('objectEquals', table.boolean, [object, ...args], true, extra), line };
  if (key === 'clone' && args.length === 0 && object.type.kind === 'class') return { ...op('cloneObject', object.type, [object]), line };
  return null;
}

/** `record.Field.addError(message)`: an error on that field of the record. */
export function fieldError(body: Body, field: Bound, node: CallNode, args: readonly Bound[]): Bound | null {
  if (field.kind !== 'recordField' || node.name.toLowerCase() !== 'adderror' || args.length < 1 || args.length > 2) return null;
  const { table } = body.checker;
  const name = field.object.type.object?.fields[field.slot]?.name ?? '';
  const key = `system.sobject.adderror/${args.length + 1}`;
  requireNative(body, key, node, `${name}.addError`);
  const literal: Bound = { kind: 'literal', js: JSON.stringify(name), value: name, type: table.string, nonNull: true, line: node.line };
  return {
    kind: 'native',
    key,
    args: [field.object, literal, ...args],
    receiver: true,
    variables: null,
    type: table.void,
    nonNull: false,
    line: node.line,
  };
}

/** Methods of an enum constant. */
export function enumMethod(body: Body, object: Bound, node: CallNode, args: readonly Bound[]): Bound | null {
  const { table } = body.checker;
  const key = node.name.toLowerCase();
  if (args.length === 0 && key === 'name') return { ...op('enumName', table.string, [object]), line: node.line };
  if ((args.length === 0 && key === 'values') || (args.length === 1 && key === 'valueof')) {
    const returns = key === 'values' ? table.list(object.type) : object.type;
    const shown = `${returns.text} ${object.type.text}.${node.name}(${args.length > 0 ? 'String' : ''})`;
    return wrong(body, node, `Static method cannot be referenced from a non static context: ${shown}`);
  }
  if (args.length === 0 && key === 'ordinal') return { ...op('enumOrdinal', table.integer, [object]), line: node.line };
  return objectMethod(body, object, node.name, args, node);
}

/** Static methods that no signature describes well: of enums, custom metadata types and custom settings. */
export function staticSpecial(body: Body, type: Type, node: CallNode, args: readonly Bound[]): Bound | null {
  const key = node.name.toLowerCase();
  if (type.symbol?.kind === 'enum' || type.platform?.isEnum) return enumStatic(body, type, key, args, node);
  if (type.kind === 'record' && key === 'getsobjecttype' && args.length === 0) {
    const { table } = body.checker;
    return { ...op('typeToken', table.builtIn('Schema.SObjectType', []) as Type, [], true, [JSON.stringify(type.name)]), line: node.line };
  }
  if (type.kind === 'record') return recordStatic(body, type, key, args, node);
  return null;
}

function enumStatic(body: Body, type: Type, key: string, args: readonly Bound[], node: CallNode): Bound | null {
  const { table } = body.checker;
  const extra = [JSON.stringify(type.text)];
  if (key === 'values' && args.length === 0) return { ...op('enumValues', table.list(type), [], true, extra), line: node.line };
  if (key !== 'valueof' || args.length !== 1) return null;
  return { ...op('enumValueOf', type, [coerce(body, args[0] as Bound, table.string, node)], true, extra), line: node.line };
}

/**
 * Natives of custom metadata types and custom settings take the object's API name first:
 * `system.custommetadata.getinstance/2`, `system.customsetting.getorgdefaults/1`.
 */
function recordStatic(body: Body, type: Type, key: string, args: readonly Bound[], node: CallNode): Bound | null {
  const { table } = body.checker;
  const owner = type.object?.kind === 'metadata' ? 'custommetadata' : type.object?.kind === 'setting' ? 'customsetting' : null;
  if (!owner) return null;
  const results: Readonly<Record<string, Type>> = {
    getall: table.map(table.string, type),
    getinstance: type,
    getvalues: type,
    getorgdefaults: type,
  };
  const result = results[key];
  if (!result || args.length > 1 || args.some((arg) => !isNamed(arg.type, 'String', 'Id') && arg.type.kind !== 'null')) {
    return result
      ? wrong(
          body,
          node,
          `Method does not exist or incorrect signature: void ${node.name}(${args.map((a) => a.type.text).join(', ')}) from the type ${type.text}`,
        )
      : null;
  }
  const native = `system.${owner}.${key}/${args.length + 1}`;
  requireNative(body, native, node, `${type.text}.${node.name}`);
  const name: Bound = {
    kind: 'literal',
    js: JSON.stringify(type.name),
    value: type.name,
    type: table.string,
    nonNull: true,
    line: node.line,
  };
  return {
    kind: 'native',
    key: native,
    args: [name, ...args],
    receiver: false,
    variables: null,
    type: result,
    nonNull: false,
    line: node.line,
  };
}
