import { ApexException } from '../../kernel/exceptions';
import { allocate, heapSizeOfFields } from '../../kernel/heap';
import { JSON_FIELDS } from '../../kernel/json-write';
import { TO_TEXT, toText } from '../../kernel/text';
import { ApexEnumValue } from '../../kernel/values';

/** What the linker knows about a compiled class; `apex` of its JavaScript class. */
export interface ClassMeta {
  readonly index: number;
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** Declared superclass or null; interfaces and platform types are in `ancestors`. */
  readonly superName: string | null;
  readonly isAbstract: boolean;
  /** Canonical texts of all supertypes and interfaces. */
  readonly ancestors: readonly string[];
  /** Own instance fields in textual order. */
  readonly fields: readonly FieldMeta[];
  readonly methods: readonly MethodMeta[];
  readonly constructors: readonly { readonly js: string; readonly parameters: readonly string[]; readonly isPublic: boolean }[];
  readonly constants: readonly string[];
  readonly hasStaticInit: boolean;
  /** Name, first and last line of every body, for stack traces. */
  readonly spans: readonly (readonly [string, number, number])[];
}

export interface FieldMeta {
  readonly name: string;
  readonly js: string;
  readonly type: string;
  readonly isTransient: boolean;
  /** JavaScript names of accessors that run code; null where the storage is the value. */
  readonly getter: string | null;
  readonly setter: string | null;
  /** False for a property without `set`. */
  readonly isWritable: boolean;
}

export interface MethodMeta {
  readonly name: string;
  readonly js: string;
  readonly isStatic: boolean;
  readonly parameters: readonly string[];
}

export interface ApexClass {
  new (): ApexObject;
  readonly prototype: ApexObject;
  apex: ClassMeta;
}

export const metaOf = (value: object): ClassMeta | null => (value.constructor as Partial<ApexClass>).apex ?? null;

/** Base of compiled classes. */
export class ApexObject {
  [field: string]: unknown;
  private $ready = false;

  constructor() {
    allocate(heapSizeOfFields((new.target as unknown as ApexClass).apex.fields.length));
  }

  /** Runs field initialisers, superclass first; overridden by every compiled class. */
  $all(): void {}

  /** What every constructor does first: on the platform all initialisers of an object run before the body of any constructor. */
  $once(): void {
    if (this.$ready) return;
    this.$ready = true;
    this.$all();
  }

  [TO_TEXT](): string {
    return defaultText(this);
  }

  /** Members that JSON.serialize writes. */
  [JSON_FIELDS](visit: (name: string, value: unknown) => void): void {
    for (const field of allFields(this)) {
      if (!field.isTransient) visit(field.name, field.getter ? (this[field.getter] as () => unknown).call(this) : this[field.js]);
    }
  }
}

/** `Name:[field=value, ...]`: own fields and inherited ones. */
export function defaultText(value: object): string {
  const meta = metaOf(value);
  const simple = meta?.name.split('.').pop() ?? 'Object';
  return `${simple}:[${allFields(value)
    .map((field) => `${field.name}=${toText((value as ApexObject)[field.js])}`)
    .join(', ')}]`;
}

/** Instance fields of an object, its own class's first, as JSON orders them. */
export function allFields(value: object): readonly FieldMeta[] {
  const own = value.constructor as Partial<ApexClass>;
  let fields = fieldsByClass.get(own);
  if (!fields) {
    const found: FieldMeta[] = [];
    for (let one: Partial<ApexClass> | null = own; one?.apex; one = Object.getPrototypeOf(one) as Partial<ApexClass> | null)
      found.push(...one.apex.fields);
    fieldsByClass.set(own, (fields = found));
  }
  return fields;
}

const fieldsByClass = new WeakMap<object, readonly FieldMeta[]>();

/** Base of compiled exception classes. */
export class UserException extends ApexException {
  [field: string]: unknown;
  private $ready = false;

  constructor() {
    super((new.target as unknown as ApexClass).apex.name);
  }

  $all(): void {}

  $once(): void {
    if (this.$ready) return;
    this.$ready = true;
    this.$all();
  }

  /** The four constructors that every exception has. */
  $exception(first?: string | ApexException | null, second?: ApexException | null): this {
    this.$once();
    this.$message(first, second);
    return this;
  }

  /** What those constructors do apart from the field initialisers. */
  $message(first?: string | ApexException | null, second?: ApexException | null): void {
    if (first instanceof ApexException) {
      this.apexCause = first;
      this.message = first.message;
    } else if (typeof first === 'string') this.message = first;
    if (second) this.apexCause = second;
  }
}

export type EnumObject = { readonly values: readonly ApexEnumValue[]; readonly [constant: string]: unknown };

/** The constants of an enum of the program. */
export function enumOf(type: string, names: readonly string[]): EnumObject {
  const values = names.map((name, ordinal) => new ApexEnumValue(type, name, ordinal));
  return { values, ...Object.fromEntries(values.map((value) => [`k_${value.name.toLowerCase()}`, value])) };
}
