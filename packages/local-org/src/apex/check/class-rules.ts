import type { Type } from '../types/type';
import { isUnknown } from '../types/type';
import { isAssignable } from '../types/convert';
import { typeList } from './declare';
import { methodName } from './js-names';
import { checkAnnotations } from './annotation-rules';
import { checkModifiers } from './modifier-rules';
import { checkRemote } from './remote-rules';
import type { PlatformMethod } from '../types/platform';
import { ancestors, isException, lineage, platformSuper, typeEnvironment } from './hierarchy';
import type { Asked } from './implementing';
import { implementationOf } from './implementing';
import type { Checker } from './options';
import { report } from './options';
import type { ClassSymbol, MethodSymbol } from './symbols';

/** Rules about a class as a whole: overriding, interfaces, exceptions, annotations. */
export function checkClassRules(checker: Checker, symbol: ClassSymbol): void {
  checkModifiers(checker, symbol);
  checkAnnotations(checker, symbol);
  checkRemote(checker, symbol);
  if (symbol.kind === 'enum') return;
  checkExceptionName(checker, symbol);
  for (const list of symbol.methods.values()) {
    for (const method of list) {
      if (symbol.kind === 'class') checkOverride(checker, method);
    }
  }
  if (symbol.kind === 'class' && !symbol.isAbstract) checkImplemented(checker, symbol);
}

function checkExceptionName(checker: Checker, symbol: ClassSymbol): void {
  if (symbol.kind !== 'class') return;
  const raises = isException(symbol.type, checker.table);
  const named = symbol.simpleName.toLowerCase().endsWith('exception');
  if (raises && !named)
    report(checker, symbol.path, symbol.node, `Classes extending Exception must have a name ending in Exception: ${symbol.name}`);
  if (named && !raises) report(checker, symbol.path, symbol.node, `Exception class must extend another Exception class: ${symbol.name}`);
}

const shown = (method: MethodSymbol): string =>
  `${method.returns.text} ${method.owner.name}.${method.name}(${typeList(method.parameters)})`;

function inherited(method: MethodSymbol): MethodSymbol | undefined {
  for (const one of [...lineage(method.owner)].slice(1)) {
    const found = one.methods.get(method.name.toLowerCase())?.find((other) => other.js === method.js);
    if (found) return found;
  }
  return undefined;
}

function checkOverride(checker: Checker, method: MethodSymbol): void {
  const { owner, node } = method;
  const at = (message: string): void => report(checker, owner.path, node, message);
  const above = inherited(method);
  if (!above || (above.visibility === 'private' && !above.isVirtual)) {
    if (method.isOverride && !overridesPlatform(checker, method)) at(`@Override specified for non-overriding method: ${shown(method)}`);
    return;
  }
  if (above.isStatic || method.isStatic) {
    if (above.isStatic !== method.isStatic) at(`Cannot override static method: ${shown(above)} with ${shown(method)}`);
    return;
  }
  // An override is final unless it is virtual itself.
  if (!above.isVirtual) at(`Non-virtual, non-abstract methods cannot be overridden: ${shown(method)}`);
  // An abstract method may be private before API version 65: no class sees it above, and what implements it overrides nothing.
  else if (!method.isOverride && !(above.isAbstract && above.visibility === 'private'))
    at(`Method must use the override keyword: ${shown(method)}`);
  if (above.returns !== method.returns && !isUnknown(above.returns) && !isUnknown(method.returns)) {
    at(`Method return types clash: ${method.returns.text} vs ${above.returns.text} from the type ${owner.name}`);
  }
  // `public` may override `global`: only the class's own package sees the difference.
  const order = { private: 0, protected: 1, public: 2, global: 2 };
  if (order[method.visibility] < order[above.visibility]) at(`Cannot reduce the visibility of method: ${shown(method)}`);
}

/** `override` of toString, equals, hashCode, of an exception's getMessage, or of a method that an interface declares. */
function overridesPlatform(checker: Checker, method: MethodSymbol): boolean {
  const name = method.name.toLowerCase();
  if (['tostring', 'equals', 'hashcode'].includes(name)) return true;
  return ancestors(method.owner.type, checker.table).some((one) => {
    if (one.symbol) return one.symbol.kind === 'interface' && (one.symbol.methods.get(name) ?? []).length > 0;
    return (one.platform?.method(name) ?? []).some((m) => m.parameters.length === method.parameters.length);
  });
}

/** Every abstract method above and every method of an interface needs an implementation; the platform accepts a static one. */
function checkImplemented(checker: Checker, symbol: ClassSymbol): void {
  const line = [...lineage(symbol)];
  const missing = new Set<string>();
  for (const one of line) {
    for (const method of [...one.methods.values()].flat()) {
      const isThere = (): boolean => line.some((own) => own.methods.get(method.name.toLowerCase())?.some((m) => m.js === method.js && !m.isAbstract)); // prettier-ignore
      if (method.isAbstract && one !== symbol && !isThere())
        missing.add(`Class ${symbol.name} must implement the abstract method: ${shown(method)}`);
    }
  }
  for (const type of ancestors(symbol.type, checker.table)) {
    for (const message of missingOf(checker, symbol, type, line)) missing.add(message);
  }
  for (const message of missing) report(checker, symbol.path, symbol.node, message);
}

function missingOf(checker: Checker, symbol: ClassSymbol, type: Type, line: readonly ClassSymbol[]): string[] {
  if (type.symbol) {
    if (type.symbol.kind !== 'interface') return [];
    return [...type.symbol.methods.values()]
      .flat()
      .filter((method) => !objectMethods.has(method.js))
      .flatMap((method) => {
        const asked = { ...method, parameters: method.parameters.map((one) => one.type) };
        return faultOf(checker, symbol, asked, method.returns, shown(method), line) ?? [];
      });
  }
  if (!type.platform?.isInterface) return [];
  const environment = typeEnvironment(type);
  // A platform class above implements what it declares.
  const above = platformSuper(symbol)?.platform;
  const inherits = (method: PlatformMethod): boolean =>
    above?.method(method.name).some((own) => own.parameters.length === method.parameters.length) === true;
  // Of the overloads of one number of parameters, one will do.
  const faults = new Map<string, string | null>();
  for (const method of type.platform.methods().filter((one) => !inherits(one))) {
    const parameters = method.parameters.map((text) => checker.table.fromSignature(text, environment));
    const returns = checker.table.fromSignature(method.returns, environment);
    const text = `${returns.text} ${type.text}.${method.name}(${parameters.map((p) => p.text).join(', ')})`;
    const key = `${method.name.toLowerCase()}/${parameters.length}`;
    const asked = { name: method.name, js: methodName(method.name, parameters), parameters };
    const given = type.platform.name === 'Database.Batchable' && key === 'start/1' ? null : returns;
    if (faults.get(key) !== null) faults.set(key, faultOf(checker, symbol, asked, given, text, line));
  }
  return [...faults.values()].filter((fault) => fault !== null);
}

/** What is wrong with the implementation of one method; null for nothing. `returns` is null where results of several types will do. */
function faultOf(
  checker: Checker,
  symbol: ClassSymbol,
  asked: Asked,
  returns: Type | null,
  text: string,
  line: readonly ClassSymbol[],
): string | null {
  const found = implementationOf(asked, line, checker.table);
  const fits = !returns || found?.returns === returns || (found && returns.kind !== 'void' && isAssignable(found.returns, returns, checker.table)); // prettier-ignore
  if (!found || !fits) return `Class ${symbol.name} must implement the method: ${text}`;
  if (found.visibility === 'public' || found.visibility === 'global') return null;
  return `${symbol.name}: Overriding implementations of global or public interface methods must be global or public: ${text}`;
}

const objectMethods = new Set(['m_tostring', 'm_hashcode', 'm_equals$Object']);
