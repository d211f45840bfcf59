import type { ObjectType, Schema } from '../../schema/model';
import type { ClassSymbol } from '../check/symbols';
import type { PlatformType, PlatformTypes } from './platform';
import { splitTypes } from './platform';
import type { Type, TypeKind } from './type';

const PRIMITIVES = [
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'String',
  'Boolean',
  'Id',
  'Date',
  'Datetime',
  'Time',
  'Blob',
  'Object',
  'SObject',
];
const COLLECTIONS: Readonly<Record<string, { name: string; arity: number }>> = {
  list: { name: 'List', arity: 1 },
  set: { name: 'Set', arity: 1 },
  map: { name: 'Map', arity: 2 },
};
/** Namespaces whose types may be written without the namespace, in order of preference. */
const IMPLICIT = ['system', 'schema'];

/** Makes and finds types: primitives, collections, records of the schema, platform types. Classes of the program are added by `check`. */
export class TypeTable {
  readonly schema: Schema;
  readonly platform: PlatformTypes;
  private readonly interned = new Map<string, Type>();
  private readonly primitives = new Map<string, Type>();
  readonly void = this.make('void', 'void');
  readonly null = this.make('null', 'null');
  readonly unknown = this.make('unknown', 'unknown');
  readonly integer: Type;
  readonly long: Type;
  readonly double: Type;
  readonly decimal: Type;
  readonly string: Type;
  readonly boolean: Type;
  readonly id: Type;
  readonly date: Type;
  readonly datetime: Type;
  readonly time: Type;
  readonly blob: Type;
  readonly object: Type;
  readonly sobject: Type;

  constructor(schema: Schema, platform: PlatformTypes) {
    this.schema = schema;
    this.platform = platform;
    for (const name of PRIMITIVES)
      this.primitives.set(name.toLowerCase(), this.make('primitive', name, [], { platform: platform.find(`System.${name}`) }));
    const primitive = (name: string): Type => this.primitives.get(name) as Type;
    this.integer = primitive('integer');
    this.long = primitive('long');
    this.double = primitive('double');
    this.decimal = primitive('decimal');
    this.string = primitive('string');
    this.boolean = primitive('boolean');
    this.id = primitive('id');
    this.date = primitive('date');
    this.datetime = primitive('datetime');
    this.time = primitive('time');
    this.blob = primitive('blob');
    this.object = primitive('object');
    this.sobject = primitive('sobject');
  }

  private make(
    kind: TypeKind,
    name: string,
    args: readonly Type[] = [],
    parts: { symbol?: ClassSymbol; object?: ObjectType; platform?: PlatformType | undefined } = {},
  ): Type {
    const text = args.length > 0 ? `${name}<${args.map((arg) => arg.text).join(',')}>` : name;
    const key = `${kind}:${text}`;
    let type = this.interned.get(key);
    if (!type) {
      type = { kind, name, args, text, symbol: parts.symbol ?? null, object: parts.object ?? null, platform: parts.platform ?? null };
      this.interned.set(key, type);
    }
    return type;
  }

  list(element: Type): Type {
    return this.make('collection', 'List', [element], { platform: this.platform.find('System.List') });
  }

  set(element: Type): Type {
    return this.make('collection', 'Set', [element], { platform: this.platform.find('System.Set') });
  }

  map(key: Type, value: Type): Type {
    return this.make('collection', 'Map', [key, value], { platform: this.platform.find('System.Map') });
  }

  ofClass(symbol: ClassSymbol): Type {
    return this.make('class', symbol.name, [], { symbol });
  }

  record(object: ObjectType): Type {
    return this.make('record', object.name, [], { object });
  }

  ofPlatform(platform: PlatformType, args: readonly Type[] = []): Type {
    return this.make('platform', platform.name, args, { platform });
  }

  /** A primitive, collection, record or platform type by its source name; undefined when there is none. `args` are resolved already. */
  builtIn(name: string, args: readonly Type[]): Type | undefined {
    const lower = name.toLowerCase();
    const bare = lower.startsWith('system.') ? lower.slice(7) : lower;
    const primitive = this.primitives.get(bare);
    if (primitive) return primitive;
    const collection = COLLECTIONS[bare];
    if (collection) return this.collection(collection.name, args);
    const undeclared = UNDECLARED[lower.startsWith('schema.') ? lower.slice(7) : lower];
    if (undeclared) return this.record(undeclared);
    const object = this.schema.object(lower.startsWith('schema.') ? lower.slice(7) : lower);
    if (object && bare === lower) return this.record(object);
    const platform = this.findPlatform(lower);
    return platform ? this.ofPlatform(platform, args) : undefined;
  }

  private collection(name: string, args: readonly Type[]): Type {
    const arg = (index: number): Type => args[index] ?? this.object;
    if (name === 'List') return this.list(arg(0));
    return name === 'Set' ? this.set(arg(0)) : this.map(arg(0), arg(1));
  }

  private findPlatform(lower: string): PlatformType | undefined {
    const dot = lower.indexOf('.');
    for (const namespace of IMPLICIT) {
      const found = this.platform.find(`${namespace}.${lower}`);
      if (found) return found;
    }
    return dot < 0 ? undefined : this.platform.find(lower);
  }

  /** A type written in a platform signature, with the receiver's type arguments put in. */
  fromSignature(text: string, environment: ReadonlyMap<string, Type> = NO_TYPES): Type {
    const open = text.indexOf('<');
    const name = open < 0 ? text : text.slice(0, open);
    const bound = environment.get(name);
    if (bound) return bound;
    if (name === 'void') return this.void;
    const args = open < 0 ? [] : splitTypes(text.slice(open + 1, -1)).map((part) => this.fromSignature(part, environment));
    if (name === 'Internal.RecordSet') return this.list(args[0] ?? this.sobject);
    if (name === 'Internal.SObjectType') return this.builtIn('Schema.SObjectType', []) as Type;
    if (name === 'Internal.SObjectFieldRowCause') return this.string;
    if (name.startsWith('Internal.') || name.startsWith('java.')) return this.object;
    if (name.startsWith('SObjects.') || name.startsWith('SObjectStubs.')) {
      const object = this.schema.object(name.slice(name.indexOf('.') + 1));
      return object ? this.record(object) : this.sobject;
    }
    return this.builtIn(name, args) ?? this.object;
  }
}

/** SObjects whose fields no schema declares. */
const undeclaredObject = (name: string, label: string, labelPlural: string): ObjectType => ({
  name,
  label,
  labelPlural,
  keyPrefix: '',
  kind: 'standard',
  setup: false,
  sharingModel: 'None',
  queryable: false,
  createable: false,
  updateable: false,
  deletable: false,
  fields: [],
  fieldNames: [],
  children: [],
  references: [],
  validationRules: [],
  recordTypes: [],
  slotOf: () => -1,
  field: () => undefined,
  parentField: () => undefined,
  child: () => undefined,
});

/** Rows of aggregate queries: every query gives its rows a shape of their own. */
export const AGGREGATE_RESULT = undeclaredObject('AggregateResult', 'Aggregate Result', 'Aggregate Results');
/** What a lookup to several objects leads to: its fields are those that they share. */
export const NAME_ENTITY = undeclaredObject('Name', 'Name', 'Names');
const UNDECLARED: Readonly<Record<string, ObjectType>> = { aggregateresult: AGGREGATE_RESULT, name: NAME_ENTITY };

const NO_TYPES: ReadonlyMap<string, Type> = new Map();
