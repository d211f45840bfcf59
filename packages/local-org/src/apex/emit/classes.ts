import type { BoundBody, BoundClass } from '../check/bound';
import { chainOf } from '../check/classes';
import { isException } from '../check/hierarchy';
import { isComputed } from '../check/fields';
import type { ClassSymbol, ConstructorSymbol, FieldSymbol } from '../check/symbols';
import type { TypeTable } from '../types/table';
import type { Emission, Tables } from './context';
import { callerRef, layout, mark, statics } from './context';
import { newEmission } from './expressions';
import { bodyCode } from './statements';

/** JavaScript of one top-level class: a function that defines it and its inner classes in `R`. */
export function classChunk(bound: BoundClass, tables: Tables, table: TypeTable): string {
  const callers = [bound, ...bound.inner].map((one) => callerCode(one.symbol)).join('');
  return layout(`(function($,H,R,N,Y,M){"use strict";${callers}${definition(bound, tables, table)}})`);
}

/** A trigger or an anonymous block: a class with one static method `run`. */
export function scriptChunk(bound: BoundClass, body: BoundBody, tables: Tables, table: TypeTable): string {
  const emission = newEmission(tables, bound.symbol);
  const callers = [bound, ...bound.inner].map((one) => callerCode(one.symbol)).join('');
  const run = `static run(){${bodyCode(emission, body)}}`;
  return layout(`(function($,H,R,N,Y,M){"use strict";${callers}${definition(bound, tables, table, run)}})`);
}

/** What natives and queries learn about the class that calls them. */
function callerCode(symbol: ClassSymbol): string {
  const { name: className, apiVersion, mode, sharing } = symbol;
  const known = JSON.stringify({ className, apiVersion, mode }).slice(1, -1);
  return `const ${callerRef(symbol)}={${known},${sharing === 'inherited' ? 'get sharing(){return M.sharing;}' : `sharing:${sharing}`}};`;
}

function definition(bound: BoundClass, tables: Tables, table: TypeTable, extra = ''): string {
  const { symbol } = bound;
  const { node } = symbol;
  if (node.kind === 'interface') return '';
  if (node.kind === 'enum') return `R.${symbol.js}=$.enumOf(${JSON.stringify(symbol.name)},${JSON.stringify(node.constants)});`;
  const emission = newEmission(tables, symbol);
  const base = isException(symbol.type, table) ? '$.UserException' : '$.ApexObject';
  const stored = [...symbol.fields.values()].filter((field) => !field.isStatic).map((field) => `${field.js}=null;`);
  const parts: string[] = [];
  const instanceInits: string[] = [];
  const staticInits: string[] = [];
  const initializer = (isStatic: boolean, line: number, code: string): void => {
    // The class's number keeps a subclass's initialisers from overriding these.
    const name = `n$${isStatic ? 's' : 'i'}${symbol.index}_${parts.length}`;
    (isStatic ? staticInits : instanceInits).push(name);
    parts.push(`${mark(line)}${isStatic ? 'static ' : ''}${name}(){${code}}`);
  };
  for (const member of node.members) {
    switch (member.kind) {
      case 'field':
      case 'property': {
        const field = symbol.fields.get(member.name.toLowerCase());
        if (!field) break;
        const body = bound.fields.get(field);
        if (body) initializer(field.isStatic, field.line, fieldInit(emission, field, body));
        if (member.kind === 'property' && isComputed(field)) parts.push(...accessors(emission, bound, field));
        break;
      }
      case 'initializer': {
        const body = bound.initializers.get(member.body);
        if (body) initializer(member.isStatic, member.line, bodyCode(emission, body));
        break;
      }
      case 'method': {
        const method = symbol.methods.get(member.name.toLowerCase())?.find((one) => one.node === member);
        const body = method && bound.methods.get(method);
        if (method && body) {
          const parameters = method.parameters.map((one) => `v_${one.name.toLowerCase()}`).join(',');
          parts.push(`${mark(method.line)}${method.isStatic ? 'static ' : ''}${method.js}(${parameters}){${bodyCode(emission, body)}}`);
        }
        break;
      }
      case 'constructor': {
        const one = symbol.constructors.find((other) => other.node === member);
        const body = one && bound.constructors.get(one);
        if (one && body) parts.push(constructorCode(emission, one, body));
        break;
      }
      default: {
        const inner = bound.inner.find((other) => other.symbol.node === member);
        if (inner) parts.push(`${mark(member.line)}static{${definition(inner, tables, table)}}`);
      }
    }
  }
  const implicit = symbol.constructors.find((one) => one.node === null);
  const implicitBody = implicit && bound.constructors.get(implicit);
  if (implicit && implicitBody) parts.push(constructorCode(emission, implicit, implicitBody));
  const inits = instanceInits.map((name) => `this.${name}();`).join('');
  for (const { js, parameters, body } of bound.bridges) parts.push(`${js}(${parameters.join(',')}){${bodyCode(emission, body)}}`);
  parts.push(`$all(){super.$all();${inits}}`);
  const code = `R.${symbol.js}=class ${symbol.js} extends ${base}{${stored.join('')}${parts.join('')}${extra}};`;
  return code + staticInit(symbol, staticInits);
}

/** Creates the static storage of the running transaction and runs the initialisers in textual order. */
function staticInit(symbol: ClassSymbol, names: readonly string[]): string {
  if (!symbol.hasStaticInit) return '';
  const fields = [...symbol.fields.values()].filter((field) => field.isStatic).map((field) => `${field.js}:null`);
  const calls = names.map((name) => `R.${symbol.js}.${name}();`).join('');
  return `R.i${symbol.index}=()=>{const s=H.statics[${symbol.index}]={${fields.join(',')}};${calls}return s;};`;
}

function fieldInit(emission: Emission, field: FieldSymbol, body: BoundBody): string {
  const [only] = body.statements;
  if (only?.kind !== 'evaluate') return '';
  const target = field.isStatic ? `${statics(field.owner)}.${field.js}` : `this.${field.js}`;
  const hit = emission.tables.coverage ? `$.hit(${field.owner.index},${field.line});` : '';
  const assign = `${mark(field.line)}${hit}${target}=${emission.expression(only.value)};`;
  return bodyCode(emission, { ...body, statements: [] }, assign);
}

function accessors(emission: Emission, bound: BoundClass, field: FieldSymbol): string[] {
  const key = field.name.toLowerCase();
  const prefix = field.isStatic ? 'static ' : '';
  const storage = field.isStatic ? statics(field.owner) : 'this';
  const parts: string[] = [];
  const getter = bound.getters.get(field);
  if (getter) parts.push(`${mark(field.getter?.line ?? field.line)}${prefix}g_${key}(){${bodyCode(emission, getter)}}`);
  else if (field.getter) parts.push(`${prefix}g_${key}(){return ${storage}.${field.js};}`);
  const setter = bound.setters.get(field);
  if (setter) {
    // The setter's own `return` must not become the value of the assignment.
    const inner = field.isStatic ? `R.${field.owner.js}` : 'this';
    parts.push(`${mark(field.setter?.line ?? field.line)}${prefix}s$${bound.symbol.index}_${key}(v_value){${bodyCode(emission, setter)}}`);
    parts.push(`${prefix}s_${key}(v){${inner}.s$${bound.symbol.index}_${key}(v);return v;}`);
  } else if (field.setter) parts.push(`${prefix}s_${key}(v){return ${storage}.${field.js}=v;}`);
  return parts;
}

function constructorCode(emission: Emission, one: ConstructorSymbol, body: BoundBody): string {
  const parameters = one.parameters.map((p) => `v_${p.name.toLowerCase()}`).join(',');
  const superType = one.owner.superType?.symbol;
  const noArguments = superType?.constructors.find((c) => c.parameters.length === 0);
  const implicit = noArguments && !chainOf(body.statements[0]) ? `super.${noArguments.js}();` : '';
  const before = `this.$once();${implicit}`;
  const code = bodyCode(emission, body, before);
  const head = one.node ? mark(one.line) : '';
  if (!code.includes('return;')) return `${head}${one.js}(${parameters}){${code}return this;}`;
  // The constructor's own `return` must not become the new object; the inner name is the class's own, so that nothing overrides it.
  const inner = `${one.js}$${one.owner.index}`;
  return `${head}${inner}(${parameters}){${code}}${one.js}(${parameters}){this.${inner}(${parameters});return this;}`;
}
