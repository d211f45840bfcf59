import { ApexList, ApexMap, ApexSet } from '../kernel/collections';
import { enumConstants } from '../kernel/enums';
import { hashOf } from '../kernel/equality';
import { fail, need } from '../kernel/fail';
import { SObject } from '../kernel/sobject';
import { RuntimeType } from '../kernel/types';
import { isSubtype } from './instance';
import type { StdlibPorts } from './ports';
import { members, type Theme } from './registry';

const PRIMITIVES = [
  'Blob',
  'Boolean',
  'Date',
  'Datetime',
  'Decimal',
  'Double',
  'Id',
  'Integer',
  'Long',
  'Object',
  'String',
  'Time',
  'SObject',
];
const GENERICS: Readonly<Record<string, number>> = { List: 1, Set: 1, Map: 2, Iterable: 1, Iterator: 1 };

/** The type of that name as Apex spells it, or null: user classes, records, collections, primitives, platform types that have natives. */
function resolve(type: RuntimeType, ports: StdlibPorts, isPlatformType: (name: string) => string | null): RuntimeType | null {
  const plain = type.name.replace(/^(?:System|Schema)\./i, '');
  const lower = plain.toLowerCase();
  if (type.args.length > 0 || type.name.endsWith('[]')) {
    const generic = Object.keys(GENERICS).find((name) => name.toLowerCase() === lower);
    const args = type.args.map((arg) => resolve(arg, ports, isPlatformType));
    if (generic === undefined || args.length !== GENERICS[generic]) return null;
    return args.every((arg) => arg !== null) ? RuntimeType.of(generic, ...(args as RuntimeType[])) : null;
  }
  const userClass = ports.program().classInfo(type.name);
  if (userClass) return RuntimeType.of(userClass.name);
  // null would say that there is no such class
  ports.program().requireCompiled(type.name);
  const primitive = PRIMITIVES.find((name) => name.toLowerCase() === lower);
  if (primitive) return RuntimeType.of(primitive);
  const object = ports.transaction().schema.object(plain);
  if (object) return RuntimeType.of(object.name);
  const platform = isPlatformType(type.name);
  return platform === null ? null : RuntimeType.of(platform);
}

/** `Type`. `isPlatformType` gives the spelling of a platform type that can be named, else null. */
export function types(ports: StdlibPorts, isPlatformType: (name: string) => string | null): Theme {
  const forName = (name: string | null): RuntimeType | null => {
    if (name === null || !/^[\w.<>,\s[\]]+$/.test(name)) return null;
    return resolve(RuntimeType.parse(name.replace(/\s+/g, '')), ports, isPlatformType);
  };
  return members('System.Type', {
    'forName/1': (name: string | null) => forName(name),
    'forName/2': (namespace: string | null, name: string | null) => forName(namespace ? `${namespace}.${name ?? ''}` : name),
    'newInstance/0': (type: RuntimeType) => newInstance(type, ports),
    'getName/0': (type: RuntimeType) => type.text,
    'toString/0': (type: RuntimeType) => type.text,
    'equals/1': (type: RuntimeType, other: unknown) => type === other,
    'hashCode/0': (type: RuntimeType) => hashOf(type.text),
    'isAssignableFrom/1': (type: RuntimeType, other: RuntimeType) => isSubtype(need(other), type, ports.program()),
  });
}

function newInstance(type: RuntimeType, ports: StdlibPorts): unknown {
  if (type.name === 'List') return new ApexList(type);
  if (type.name === 'Set') return new ApexSet(type);
  if (type.name === 'Map') return new ApexMap(type);
  if (ports.program().classInfo(type.name)) return ports.program().construct(type.name);
  const object = ports.transaction().schema.object(type.name);
  if (object) return new SObject(object);
  const what = enumConstants(type.name) ? 'an enum' : type.text;
  return fail('System.TypeException', `Type cannot be constructed: ${what}`);
}
