import type { ExpressionNode, NodeOf, Place } from '../ast/nodes';
import type { ObjectType } from '../../schema/model';
import { isAssignable } from '../types/convert';
import { AGGREGATE_RESULT } from '../types/table';
import type { Type } from '../types/type';
import { isNamed, isRecord, isUnknown } from '../types/type';
import type { Bound } from './bound';
import { pick } from './overloads';
import { canAssign, coerce, convert } from './coerce';
import { resolve } from './declare';
import { arguments_, valueOf } from './expressions';
import { isPlatformException, lineage, platformSuper } from './hierarchy';
import { op, requireNative, wrong } from './nodes';
import { checkWrite, fieldType, ownId, parentType } from './records';
import type { Body } from './scope';
import { fault } from './scope';
import type { ClassSymbol } from './symbols';
import { isVisible } from './visibility';

const shownTypes = (args: readonly Bound[]): string => args.map((arg) => arg.type.text).join(', ');

/** `new Type(args)`. */
export function newObject(body: Body, node: NodeOf<'new'>): Bound {
  const type = resolve(body.checker, node.type, body.symbol);
  if (type.kind === 'record') return newRecord(body, node, type);
  if (isUnknown(type)) {
    for (const arg of node.args) valueOf(body, arg.kind === 'assign' ? arg.value : arg);
    return { kind: 'literal', js: 'null', type, nonNull: true, line: node.line };
  }
  const named = node.args.find((arg) => arg.kind === 'assign');
  if (named) return wrong(body, named, `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${type.text}`);
  const args = arguments_(body, node.args);
  if (type.symbol) return newInstance(body, type.symbol, args, node);
  if (type.kind === 'collection') return newCollection(body, type, args, node);
  if (type.kind === 'primitive' || !type.platform) return wrong(body, node, `Type cannot be constructed: ${type.text}`);
  return newPlatform(body, type, args, node);
}

function newInstance(body: Body, symbol: ClassSymbol, args: readonly Bound[], at: Place): Bound {
  if (symbol.kind !== 'class') return wrong(body, at, `Type cannot be constructed: ${symbol.name}`);
  if (symbol.isAbstract) return wrong(body, at, `Abstract classes cannot be constructed: ${symbol.name}`);
  body.calls = true;
  const chosen = pick(
    body,
    symbol.constructors.map((one) => ({ one, parameters: one.parameters.map((p) => p.type) })),
    args,
    { at, name: '<init>' },
  );
  const shared = { type: symbol.type, nonNull: true, line: at.line };
  const isOwnException = inheritsExceptionConstructors(symbol);
  if (chosen && !(isOwnException && args.length > 0)) {
    const { one } = chosen;
    if (!isVisible(body.symbol, symbol, one.visibility, one.node?.modifiers.annotations ?? []))
      fault(body, at, `Method is not visible: void ${symbol.name}.<init>(${one.parameters.map((p) => p.type.text).join(', ')})`);
    return {
      kind: 'construct',
      symbol,
      constructor_: one,
      args: args.map((arg, i) => convert(body, arg, chosen.parameters[i] as Type)),
      ...shared,
    };
  }
  if (exceptionArguments(body, args) && platformSuper(symbol)) return { kind: 'constructException', symbol, args, ...shared };
  return wrong(body, at, `Constructor not defined: [${symbol.name}].<Constructor>(${shownTypes(args)})`);
}

/** An exception class without constructors of its own has the four of Exception. */
function inheritsExceptionConstructors(symbol: ClassSymbol): boolean {
  const top = platformSuper(symbol);
  return top !== null && isPlatformException(top) && [...lineage(symbol)].every((one) => one.constructors.every((c) => c.node === null));
}

/** (), (String), (Exception), (String, Exception). */
export function exceptionArguments(body: Body, args: readonly Bound[]): boolean {
  const { table } = body.checker;
  const exception = table.builtIn('System.Exception', []) as Type;
  const text = (arg: Bound | undefined): boolean => arg !== undefined && isAssignable(arg.type, table.string, table);
  const cause = (arg: Bound | undefined): boolean => arg !== undefined && isAssignable(arg.type, exception, table);
  if (args.length === 0) return true;
  if (args.length === 1) return text(args[0]) || cause(args[0]);
  return args.length === 2 && text(args[0]) && cause(args[1]);
}

function newPlatform(body: Body, type: Type, args: readonly Bound[], at: Place): Bound {
  const platform = type.platform;
  if (!platform) return wrong(body, at, `Type cannot be constructed: ${type.text}`);
  if (isPlatformException(type)) {
    if (!exceptionArguments(body, args))
      return wrong(body, at, `Constructor not defined: [${type.text}].<Constructor>(${shownTypes(args)})`);
    return {
      ...op('newException', type, args.length > 0 ? args : [], true),
      extra: [JSON.stringify(type.name)],
      kind: 'op',
      name: 'newException',
      line: at.line,
    } as Bound;
  }
  if (platform.isInterface || platform.isEnum) return wrong(body, at, `Type cannot be constructed: ${type.text}`);
  const environment = new Map(platform.parameters.flatMap((name, i) => (type.args[i] ? [[name, type.args[i]] as const] : [])));
  const candidates = platform
    .method('<init>')
    .map((one) => ({ one, parameters: one.parameters.map((text) => body.checker.table.fromSignature(text, environment)) }));
  const chosen = pick(body, candidates, args);
  if (!chosen) return wrong(body, at, `Constructor not defined: [${type.text}].<Constructor>(${shownTypes(args)})`);
  const key = `${platform.name}.<init>/${args.length}`.toLowerCase();
  requireNative(body, key, at, `new ${platform.name}(${chosen.parameters.map((p) => p.text).join(', ')})`);
  body.calls = true;
  return {
    kind: 'native',
    key,
    args: args.map((arg, i) => convert(body, arg, chosen.parameters[i] as Type)),
    receiver: false,
    variables: null,
    type,
    nonNull: true,
    line: at.line,
  };
}

/** `new List<T>()`, `new Set<T>(other)`, `new Map<Id, Account>([SELECT ...])`. */
function newCollection(body: Body, type: Type, args: readonly Bound[], at: Place): Bound {
  const text = JSON.stringify(type.text);
  if (args.length === 0) {
    const shared = { type, nonNull: true, line: at.line };
    if (type.name === 'List') return { kind: 'newList', values: [], ...shared };
    return type.name === 'Set' ? { kind: 'newSet', values: [], ...shared } : { kind: 'newMap', pairs: [], ...shared };
  }
  const [arg] = args as [Bound];
  if (isInitializer(body, type, args)) return op(COPIES[type.name] ?? copyOfMap(arg), type, args, true, [text]);
  if (type.name === 'List' && args.length === 1 && isNamed(arg.type, 'Integer')) return op('newListOfSize', type, args, true, [text]);
  return wrong(body, at, `Invalid initializer type ${shownInitializer(arg)} found for ${type.text}: expected ${expected(type)}`);
}

const COPIES: Readonly<Record<string, 'copyList' | 'copySet'>> = { List: 'copyList', Set: 'copySet' };
const copyOfMap = (arg: Bound): 'mapOfRows' | 'copyMap' => (arg.type.name === 'List' ? 'mapOfRows' : 'copyMap');
const shownInitializer = (arg: Bound): string => (arg.type.kind === 'null' ? 'NULL' : arg.type.text);

function expected(type: Type): string {
  const element = type.args[0]?.text ?? '';
  if (type.name === 'List') return `an Integer or a List of type ${element}`;
  return type.name === 'Set' ? `a List or a Set of type: ${element}` : 'a Map with the same key and value types, or a valid SObject List';
}

/** Elements of the very same type: none that could be assigned to it will do, but for records that are put into a map of SObjects. */
function isInitializer(body: Body, type: Type, args: readonly Bound[]): boolean {
  const [arg] = args as [Bound];
  if (args.length !== 1) return false;
  if (isUnknown(arg.type)) return true;
  const from = arg.type.args[0];
  if (type.name !== 'Map') return (arg.type.name === 'List' || arg.type.name === 'Set') && from === type.args[0];
  if (arg.type.name === 'Map') return arg.type === type;
  const value = type.args[1];
  return (
    arg.type.name === 'List' &&
    from !== undefined &&
    value !== undefined &&
    isRecord(value) &&
    isAssignable(from, value, body.checker.table)
  );
}

export function newArray(body: Body, node: NodeOf<'newArray'>): Bound {
  const type = resolve(body.checker, node.type, body.symbol);
  const size = node.size ? coerce(body, valueOf(body, node.size), body.checker.table.integer, node) : null;
  if (!size) return { kind: 'newList', values: [], type, nonNull: true, line: node.line };
  return op('newListOfSize', type, [size], true, [JSON.stringify(type.text)]);
}

/** `new List<T>{ a, b }`, `new Set<T>{ a }`, `new T[]{ a }`. */
export function newValues(body: Body, node: NodeOf<'newValues'>): Bound {
  const type = resolve(body.checker, node.type, body.symbol);
  if (isUnknown(type)) {
    arguments_(body, node.values);
    return { kind: 'literal', js: 'null', type, nonNull: true, line: node.line };
  }
  if (type.name === 'Map') return { kind: 'newMap', pairs: [], type, nonNull: true, line: node.line };
  const element = type.args[0] ?? body.checker.table.object;
  const values = node.values.map((value) =>
    initial(body, value, element, 'Initial expression is of incorrect type, expected: {1} but was: {0}'),
  );
  return { kind: type.name === 'Set' ? 'newSet' : 'newList', values, type, nonNull: true, line: node.line };
}

function initial(body: Body, node: ExpressionNode, type: Type, message: string): Bound {
  const value = valueOf(body, node, type);
  return coerce(body, value, type, node, message);
}

export function newMap(body: Body, node: NodeOf<'newMap'>): Bound {
  const type = resolve(body.checker, node.type, body.symbol);
  const key = type.args[0] ?? body.checker.table.object;
  const value = type.args[1] ?? body.checker.table.object;
  const pairs = node.pairs.map(
    ([k, v]) =>
      [
        initial(body, k, key, `Invalid key type {0} for ${type.text}`),
        initial(body, v, value, `Invalid value type {0} for ${value.text}`),
      ] as const,
  );
  return { kind: 'newMap', pairs, type, nonNull: true, line: node.line };
}

/** `new Account(Name = 'x', Owner = user)`. */
function newRecord(body: Body, node: NodeOf<'new'>, type: Type): Bound {
  const object = type.object as ObjectType;
  if (object === AGGREGATE_RESULT) return wrong(body, node, `SObject is not constructable: ${object.name}`);
  const fields: { slot: number; value: Bound }[] = [];
  const parents: { relationship: string; value: Bound }[] = [];
  const seen = new Set<string>();
  for (const arg of node.args) {
    if (arg.kind !== 'assign' || arg.operator !== '=' || arg.target.kind !== 'name') {
      return wrong(body, arg, `Type requires name=value pair construction: ${type.text}`);
    }
    const { name } = arg.target;
    if (seen.has(name.toLowerCase())) fault(body, arg, `Duplicate field initialization: ${name}`);
    seen.add(name.toLowerCase());
    const field = object.field(name);
    const lookup = field ? undefined : object.parentField(name);
    if (field) {
      checkWrite(body, object, field, arg);
      const to = fieldType(body, field);
      const value = valueOf(body, arg.value, to);
      if (!canAssign(body, value, to)) fault(body, arg, `Illegal assignment from ${value.type.text} to ${to.text}`);
      fields.push({ slot: field.slot, value: ownId(object, field, convert(body, value, to)) });
    } else if (lookup?.relationshipName) {
      parents.push({
        relationship: lookup.relationshipName.toLowerCase(),
        value: coerce(body, valueOf(body, arg.value), parentType(body, lookup), arg),
      });
    } else {
      valueOf(body, arg.value);
      fault(body, arg, `Field does not exist: ${name} on ${object.name}`);
    }
  }
  return { kind: 'newRecord', object: object.name, fields, parents, type, nonNull: true, line: node.line };
}
