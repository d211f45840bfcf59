import { enumConstants } from '../../kernel/enums';
import { OVERRIDES } from './overrides';

/** One method of a platform type, types as text with the type's own parameters (`T`, `K`, `V`) unresolved. */
export interface PlatformMethod {
  readonly name: string;
  readonly isStatic: boolean;
  readonly returns: string;
  readonly parameters: readonly string[];
  readonly owner: PlatformType;
}

export interface PlatformField {
  readonly name: string;
  readonly type: string;
  readonly isStatic: boolean;
  readonly owner: PlatformType;
}

export interface PlatformType {
  /** Qualified, as declared: `System.HttpRequest`. */
  readonly name: string;
  readonly isInterface: boolean;
  readonly isEnum: boolean;
  readonly parameters: readonly string[];
  readonly supers: readonly string[];
  /** Enum constants in the order of the type index. */
  readonly constants: readonly string[];
  /** Own methods by lower-case name. */
  method(name: string): readonly PlatformMethod[];
  field(name: string): PlatformField | undefined;
  fields(): readonly PlatformField[];
  methods(): readonly PlatformMethod[];
}

/** The compact form that scripts/extract-types.mjs writes. */
export interface RawType {
  readonly n: string;
  readonly i?: 1;
  readonly e?: 1;
  readonly p?: readonly string[];
  readonly x?: readonly string[];
  readonly f?: readonly string[];
  readonly m?: readonly string[];
}

/** Types of one namespace by lower-case qualified name, or undefined when there is no such namespace. */
export type NamespaceReader = (namespace: string) => Readonly<Record<string, RawType>> | undefined;

/** Signatures of the platform's types. */
export interface PlatformTypes {
  /** By qualified name, case-insensitive. */
  find(qualifiedName: string): PlatformType | undefined;
  isNamespace(name: string): boolean;
}

/** Platform types read on demand, one namespace at a time; our overrides win over what is read. */
export function platformTypes(read: NamespaceReader): PlatformTypes {
  const namespaces = new Map<string, Readonly<Record<string, RawType>> | null>();
  const types = new Map<string, PlatformType | null>();
  const namespace = (name: string): Readonly<Record<string, RawType>> | null => {
    let found = namespaces.get(name);
    if (found === undefined) {
      found = merge(read(name), OVERRIDES[name]);
      namespaces.set(name, found);
    }
    return found;
  };
  return {
    find(qualifiedName) {
      const key = qualifiedName.toLowerCase();
      let type = types.get(key);
      if (type === undefined) {
        const raw = namespace(key.slice(0, Math.max(0, key.indexOf('.'))))?.[key];
        type = raw ? fromRaw(raw) : null;
        types.set(key, type);
      }
      return type ?? undefined;
    },
    isNamespace: (name) => namespace(name.toLowerCase()) !== null,
  };
}

function merge(
  base: Readonly<Record<string, RawType>> | undefined,
  overrides: Readonly<Record<string, RawType>> | undefined,
): Readonly<Record<string, RawType>> | null {
  if (!base && !overrides) return null;
  const merged: Record<string, RawType> = { ...base };
  for (const [key, own] of Object.entries(overrides ?? {})) {
    const former = merged[key];
    merged[key] = former ? { ...former, ...own, f: union(former.f, own.f), m: union(former.m, own.m) } : own;
  }
  return merged;
}

/** Members of both; an override with the same signature up to its types replaces the former one. */
function union(base: readonly string[] = [], own: readonly string[] = []): readonly string[] {
  const signature = (member: string): string => member.replace(/^(static )?\S+ /, '').toLowerCase();
  const replaced = new Set(own.map(signature));
  return [...base.filter((member) => !replaced.has(signature(member))), ...own];
}

function fromRaw(raw: RawType): PlatformType {
  let methods: Map<string, PlatformMethod[]> | null = null;
  let fields: Map<string, PlatformField> | null = null;
  const declared = raw.e === 1 ? enumFields(raw) : (raw.f ?? []);
  const own: PlatformType = {
    name: raw.n,
    isInterface: raw.i === 1,
    isEnum: raw.e === 1,
    parameters: raw.p ?? [],
    supers: raw.x ?? [],
    constants: raw.e === 1 ? declared.map((field) => field.slice(field.lastIndexOf(' ') + 1)) : [],
    method: (name) => all().get(name.toLowerCase()) ?? [],
    field: (name) => allFields().get(name.toLowerCase()),
    fields: () => [...allFields().values()],
    methods: () => [...all().values()].flat(),
  };
  const all = (): Map<string, PlatformMethod[]> => (methods ??= readMethods(own, raw.m ?? []));
  const allFields = (): Map<string, PlatformField> => (fields ??= readFields(own, declared));
  return own;
}

/** Constants of an enum: the kernel's list knows the newer ones and their order. */
function enumFields(raw: RawType): readonly string[] {
  const known = enumConstants(raw.n)?.map((value) => `static ${raw.n} ${value.name}`) ?? [];
  return [...known, ...(raw.f ?? []).filter((field) => !known.some((one) => one.toLowerCase() === field.toLowerCase()))];
}

function readMethods(owner: PlatformType, lines: readonly string[]): Map<string, PlatformMethod[]> {
  const methods = new Map<string, PlatformMethod[]>();
  for (const line of lines) {
    const match = /^(static )?(.+) ([^ (]+)\((.*)\)$/.exec(line);
    if (!match) throw new Error(`Not a signature: ${line}`);
    const [, isStatic, returns, name, parameters] = match as unknown as [string, string | undefined, string, string, string];
    const method = { name, isStatic: isStatic !== undefined, returns, parameters: splitTypes(parameters), owner };
    const key = name.toLowerCase();
    const list = methods.get(key);
    if (list) list.push(method);
    else methods.set(key, [method]);
  }
  return methods;
}

function readFields(owner: PlatformType, lines: readonly string[]): Map<string, PlatformField> {
  const fields = new Map<string, PlatformField>();
  for (const line of lines) {
    const isStatic = line.startsWith('static ');
    const rest = isStatic ? line.slice(7) : line;
    const at = rest.lastIndexOf(' ');
    fields.set(rest.slice(at + 1).toLowerCase(), { name: rest.slice(at + 1), type: rest.slice(0, at), isStatic, owner });
  }
  return fields;
}

/** Splits `A,Map<B,C>` at its outer commas. */
export function splitTypes(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const c of text) {
    if (c === '<') depth++;
    if (c === '>') depth--;
    if (c === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += c;
  }
  if (part) parts.push(part);
  return parts;
}
