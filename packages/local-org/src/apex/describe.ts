import type { BoundBody, BoundClass } from './check/bound';
import { ancestors } from './check/hierarchy';
import { isComputed } from './check/fields';
import type { ClassSymbol } from './check/symbols';
import type { Modifiers } from './ast/nodes';
import type { Annotation, ClassInfo, MethodInfo } from './port';
import type { ClassMeta } from './runtime/objects';
import type { TypeTable } from './types/table';
import type { Type } from './types/type';

/** What the rest of the org learns about a class. */
export function classInfo(symbol: ClassSymbol, table: TypeTable): ClassInfo {
  return {
    name: symbol.name,
    kind: symbol.kind,
    isTest: symbol.isTest,
    annotations: annotationsOf(symbol.node.modifiers),
    modifiers: symbol.node.modifiers.words,
    apiVersion: symbol.apiVersion,
    ancestors: ancestors(symbol.type, table).map((type) => type.text),
    interfaces: ancestors(symbol.type, table).flatMap(interfaceOf),
    methods: [...symbol.methods.values()].flat().map((method): MethodInfo => ({
      name: method.name,
      isStatic: method.isStatic,
      visibility: method.visibility,
      annotations: method.modifiers.words.includes('testmethod')
        ? [...annotationsOf(method.modifiers), { name: 'istest', parameters: {} }]
        : annotationsOf(method.modifiers),
      returnType: method.returns.text,
      parameters: method.parameters.map((one) => ({ name: one.name, type: one.type.text })),
      line: method.line,
    })),
    path: symbol.path,
  };
}

/** Without the places where they stand. */
const annotationsOf = ({ annotations }: Modifiers): Annotation[] => annotations.map(({ name, parameters }) => ({ name, parameters }));

function interfaceOf({ symbol, platform }: Type): ClassInfo['interfaces'] {
  if (symbol) return symbol.kind === 'interface' ? [{ namespace: null, name: symbol.name }] : [];
  if (!platform?.isInterface) return [];
  const dot = platform.name.indexOf('.');
  return [{ namespace: platform.name.slice(0, dot), name: platform.name.slice(dot + 1) }];
}

/** What the linker needs to know about a class. */
export function classMeta(symbol: ClassSymbol, table: TypeTable, title?: string): ClassMeta {
  const { node } = symbol;
  return {
    index: symbol.index,
    name: symbol.name,
    kind: symbol.kind,
    superName: symbol.superType?.symbol?.name ?? null,
    isAbstract: symbol.isAbstract,
    ancestors: ancestors(symbol.type, table).map((type) => type.text),
    fields: [...symbol.fields.values()]
      .filter((field) => !field.isStatic)
      .map((field) => {
        const computed = field.kind === 'property' && isComputed(field);
        const key = field.name.toLowerCase();
        return {
          name: field.name,
          js: field.js,
          type: field.type.text,
          isTransient: field.isTransient,
          getter: computed && field.getter ? `g_${key}` : null,
          setter: computed && field.setter ? `s_${key}` : null,
          isWritable: field.kind === 'field' || field.setter !== null,
        };
      }),
    methods: [...symbol.methods.values()].flat().map((method) => ({
      name: method.name,
      js: method.js,
      isStatic: method.isStatic,
      parameters: method.parameters.map((one) => one.type.text),
    })),
    constructors: symbol.constructors.map((one) => ({
      js: one.js,
      parameters: one.parameters.map((p) => p.type.text),
      isPublic: one.visibility === 'public' || one.visibility === 'global',
    })),
    constants: node.kind === 'enum' ? node.constants : [],
    hasStaticInit: symbol.hasStaticInit,
    spans: spans(symbol, title ?? `Class.${symbol.name}`),
  };
}

function spans(symbol: ClassSymbol, prefix: string): (readonly [string, number, number])[] {
  const { node } = symbol;
  if (node.kind !== 'class') return [];
  const found: (readonly [string, number, number])[] = [[prefix, node.line, node.endLine]];
  for (const member of node.members) {
    if (member.kind === 'method') found.push([`${prefix}.${member.name}`, member.line, member.endLine]);
    if (member.kind === 'constructor') found.push([`${prefix}.<init>`, member.line, member.endLine]);
  }
  return found;
}

/** Lines that hold a statement, for coverage. */
export function coverableLines(bound: BoundClass, script: BoundBody | null = null): number[] {
  const bodies: BoundBody[] = [bound.fields, bound.getters, bound.setters, bound.methods, bound.constructors, bound.initializers].flatMap(
    (map) => [...map.values()],
  );
  if (script) bodies.push(script);
  return [...new Set(bodies.flatMap((body) => body.lines))].sort((a, b) => a - b);
}
