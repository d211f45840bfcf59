import type {
  ConstructorNode,
  DeclarationNode,
  FieldNode,
  MethodNode,
  Modifiers,
  ParameterNode,
  Place,
  PropertyNode,
  TypeNode,
} from '../ast/nodes';
import type { Type } from '../types/type';
import { ancestors, lineage } from './hierarchy';
import { checkMethodName, checkName } from './reserved';
import type { Checker } from './options';
import { report } from './options';
import { lookupType } from './program';
import { constructorName, methodName, privateSuffix } from './js-names';
import { checkLocal } from './modifier-rules';
import { annotated, has, visibilityOf } from './modifiers';
import type { ClassSymbol, FieldSymbol, MethodSymbol, ParameterSymbol } from './symbols';
import { isTypeVisible } from './visibility';

/** Registers a class and its inner classes by name. Types are resolved later, when all names are known. */
export function declareClass(
  checker: Checker,
  node: DeclarationNode,
  path: string,
  apiVersion: number,
  outer: ClassSymbol | null,
): ClassSymbol {
  const name = outer ? `${outer.name}.${node.name}` : node.name;
  const index = checker.symbols.all.length;
  const symbol: ClassSymbol = {
    name,
    simpleName: node.name,
    kind: node.kind,
    node,
    outer,
    inner: new Map(),
    path,
    apiVersion,
    visibility: visibilityOf(node.modifiers),
    index,
    js: `C${index}`,
    isAbstract: node.kind === 'interface' || has(node.modifiers, 'abstract'),
    isVirtual: node.kind === 'interface' || has(node.modifiers, 'abstract') || has(node.modifiers, 'virtual'),
    isTest: annotated(node.modifiers, 'istest') || outer?.isTest === true,
    superType: null,
    interfaces: [],
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    hasStaticInit: false,
    mode: apiVersion >= 67 ? 'user' : 'system',
    sharing: sharingOf(node.modifiers, apiVersion, outer),
    get type(): Type {
      return checker.table.ofClass(symbol);
    },
  };
  checkName(checker, path, node, node.name);
  if (checker.symbols.find(name)) report(checker, path, node, `Duplicate class: ${name}`);
  if (outer?.simpleName.toLowerCase() === node.name.toLowerCase()) report(checker, path, node, `Type name already in use: ${node.name}`);
  checker.symbols.add(symbol);
  outer?.inner.set(node.name.toLowerCase(), symbol);
  if (node.kind === 'class') {
    for (const member of node.members) {
      if (member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum') {
        if (outer) report(checker, path, member.keyword, 'Inner types are not allowed to have inner types');
        else declareClass(checker, member, path, apiVersion, symbol);
      }
    }
  }
  return symbol;
}

/** Sharing keyword of the class; without one record access applies from API version 67 on. Inner classes do not inherit the keyword. */
function sharingOf(modifiers: Modifiers, apiVersion: number, outer: ClassSymbol | null): boolean | 'inherited' {
  const words = modifiers.words.join(' ');
  if (/without ?sharing/.test(words)) return false;
  if (/inherited ?sharing/.test(words)) return 'inherited';
  if (/with ?sharing/.test(words)) return true;
  if (outer) return outer.sharing;
  return apiVersion >= 67;
}

/** Resolves a type as written and reports one that is unknown, whose result is `unknown` then, or, `at` the place given, that `from` may not name. */
export function resolve(checker: Checker, node: TypeNode, from: ClassSymbol, at: Place = node): Type {
  const type = resolveHidden(checker, node, from);
  if (!isTypeVisible(from, type)) report(checker, from.path, at, `Type is not visible: ${type.text}`);
  return type;
}

/** The same where the platform does not ask whether the type is visible: an exception that is caught. */
export function resolveHidden(checker: Checker, node: TypeNode, from: ClassSymbol): Type {
  const type = lookupType(node, from, checker.table, checker.symbols, (message) => report(checker, from.path, node, message));
  return type ?? checker.table.unknown;
}

/** Superclass and interfaces. */
export function declareSupertypes(checker: Checker, symbol: ClassSymbol): void {
  const { node } = symbol;
  if (node.kind === 'enum') return;
  // A class's own inner types are not in scope of its header's resolution on the platform, but its outer's are.
  const from = symbol.outer ?? symbol;
  if (node.kind === 'class' && node.superType) {
    const superType = resolve(checker, node.superType, from, node);
    const isClass = superType.symbol ? superType.symbol.kind === 'class' : !superType.platform?.isInterface && !superType.platform?.isEnum;
    const isClosed = superType.symbol ? !superType.symbol.isVirtual : ['primitive', 'collection', 'record'].includes(superType.kind);
    if (!isClass) report(checker, symbol.path, node.superType, `Invalid class: ${writtenType(node.superType)}`);
    else if (isClosed) report(checker, symbol.path, node, `Non-virtual and non-abstract type cannot be extended: ${superType.text}`);
    else if (superType.kind !== 'unknown') symbol.superType = superType;
  }
  for (const one of node.interfaces) {
    const type = resolve(checker, one, from, node);
    if (type.kind === 'unknown') continue;
    const isInterface = type.symbol?.kind === 'interface' || type.platform?.isInterface === true;
    if (!isInterface) report(checker, symbol.path, one, `Invalid interface: ${writtenType(one)}`);
    else if (symbol.interfaces.includes(type)) report(checker, symbol.path, one, `Interface already implemented: ${one.name}`);
    else symbol.interfaces.push(type);
    if (symbol.outer && type.platform?.name === 'Database.Batchable')
      report(checker, symbol.path, one, `Only top-level classes can implement ${type.text}`);
  }
}

/** A type as it stands in the source. */
const writtenType = ({ name, args }: TypeNode): string => (args.length > 0 ? `${name}<${args.map(writtenType).join(',')}>` : name);

/** Refuses types that are above themselves, and cuts them loose: what comes later may walk upwards without end in sight. */
export function refuseCircles(checker: Checker): void {
  const circular = checker.symbols.all.filter((symbol) => ancestors(symbol.type, checker.table).includes(symbol.type));
  for (const symbol of circular) {
    report(checker, symbol.path, symbol.node, `Circular definition: ${symbol.name}`);
    symbol.superType = null;
    symbol.interfaces = [];
  }
}

/** Fields, properties, methods and constructors with their types. */
export function declareMembers(checker: Checker, symbol: ClassSymbol): void {
  const { node } = symbol;
  if (node.kind === 'enum') {
    const names = node.constants.map((one) => one.toLowerCase());
    const twice = node.constants.filter((_, i) => names.indexOf(names[i] ?? '') < i);
    for (const one of twice) report(checker, symbol.path, node, `Duplicate field: ${one}`);
    return;
  }
  for (const member of node.members) {
    if (member.kind === 'field' || member.kind === 'property') declareField(checker, symbol, member);
    else if (member.kind === 'method') declareMethod(checker, symbol, member, node.kind === 'interface');
    else if (member.kind === 'constructor') declareConstructor(checker, symbol, member);
    else if (member.kind === 'initializer' && member.isStatic) symbol.hasStaticInit = true;
  }
  if (symbol.kind === 'class' && symbol.constructors.length === 0) {
    symbol.constructors.push({
      line: node.line,
      column: node.column,
      owner: symbol,
      visibility: 'public',
      parameters: [],
      node: null,
      js: constructorName(symbol, []),
    });
  }
}

function declareField(checker: Checker, symbol: ClassSymbol, node: FieldNode | PropertyNode): void {
  const isStatic = has(node.modifiers, 'static');
  const key = node.name.toLowerCase();
  checkName(checker, symbol.path, node, node.name);
  const duplicate = symbol.fields.has(key);
  if (duplicate) report(checker, symbol.path, node, `Duplicate field: ${node.name}`);
  const shadows = [...lineage(symbol)]
    .slice(1)
    .some(
      (one) =>
        one.node.kind === 'class' &&
        one.node.members.some((m) => (m.kind === 'field' || m.kind === 'property') && m.name.toLowerCase() === key),
    );
  const field: FieldSymbol = {
    line: node.line,
    column: node.column,
    kind: node.kind,
    name: node.name,
    owner: symbol,
    type: resolve(checker, node.type, symbol),
    isStatic,
    isFinal: has(node.modifiers, 'final'),
    isTransient: has(node.modifiers, 'transient'),
    visibility: visibilityOf(node.modifiers),
    modifiers: node.modifiers,
    initial: node.kind === 'field' ? node.initial : null,
    getter: node.kind === 'property' ? node.getter : null,
    setter: node.kind === 'property' ? node.setter : null,
    js: `f_${key}${shadows && !isStatic ? `$${symbol.index}` : ''}`,
  };
  if (!duplicate) symbol.fields.set(key, field);
  if (isStatic) symbol.hasStaticInit = true;
}

function parametersOf(checker: Checker, symbol: ClassSymbol, nodes: readonly ParameterNode[]): ParameterSymbol[] {
  return nodes.map((one) => {
    checkLocal('parameters', one.modifiers, (message) => report(checker, symbol.path, one, message));
    return { name: one.name, type: resolve(checker, one.type, symbol), final: one.final };
  });
}

function declareMethod(checker: Checker, symbol: ClassSymbol, node: MethodNode, inInterface: boolean): void {
  checkMethodName(checker, symbol.path, node, node.name);
  const parameters = parametersOf(checker, symbol, node.parameters);
  const method: MethodSymbol = {
    line: node.line,
    column: node.column,
    name: node.name,
    owner: symbol,
    isStatic: has(node.modifiers, 'static'),
    isAbstract: inInterface || has(node.modifiers, 'abstract'),
    isVirtual: inInterface || has(node.modifiers, 'abstract') || has(node.modifiers, 'virtual'),
    isOverride: has(node.modifiers, 'override'),
    visibility: inInterface ? (symbol.visibility === 'global' ? 'global' : 'public') : visibilityOf(node.modifiers),
    modifiers: node.modifiers,
    returns: node.returnType ? resolve(checker, node.returnType, symbol, node) : checker.table.void,
    parameters,
    node,
    js:
      methodName(
        node.name,
        parameters.map((p) => p.type),
      ) + privateSuffix(symbol, node, inInterface),
  };
  const key = node.name.toLowerCase();
  const list = symbol.methods.get(key) ?? [];
  if (list.some((other) => other.js === method.js)) {
    report(
      checker,
      symbol.path,
      node,
      `Method already defined: ${node.name} ${method.returns.text} ${symbol.name}.${node.name}(${typeList(parameters)}) from the type ${symbol.name}`,
    );
    return;
  }
  list.push(method);
  symbol.methods.set(key, list);
}

function declareConstructor(checker: Checker, symbol: ClassSymbol, node: ConstructorNode): void {
  if (node.name.toLowerCase() !== symbol.simpleName.toLowerCase()) {
    report(checker, symbol.path, node, `Invalid constructor name: ${node.name}`);
    return;
  }
  const parameters = parametersOf(checker, symbol, node.parameters);
  const js = constructorName(
    symbol,
    parameters.map((p) => p.type),
  );
  if (symbol.constructors.some((one) => one.js === js)) {
    report(checker, symbol.path, node, `Constructor already defined: ${symbol.name}.<Constructor>(${typeList(parameters)})`);
    return;
  }
  symbol.constructors.push({
    line: node.line,
    column: node.column,
    owner: symbol,
    visibility: visibilityOf(node.modifiers),
    parameters,
    node,
    js,
  });
}

export const typeList = (parameters: readonly { type: Type }[]): string => parameters.map((p) => p.type.text).join(', ');
