import { ApexList, ApexMap, ApexSet } from './collections';
import { fail } from './fail';
import { SObject } from './sobject';
import { objectTypeOf, readChildren } from './sobject-access';
import { dateText, doubleText, timeText, toText } from './text';
import { typeNameOf } from './type-of';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime, Decimal } from './values';

/** Compiled classes name their serializable members, in declaration order (subclass first, transient ones left out). */
export const JSON_FIELDS = Symbol('apex.jsonFields');

export interface JsonOptions {
  readonly pretty?: boolean;
  /** Leave members of Apex objects that are null out. */
  readonly suppressNulls?: boolean;
  /** Version in the `attributes.url` of records, for example 67. */
  readonly apiVersion?: number;
}

/** `JSON.serialize`: text of any Apex value. Pretty text is Jackson's default layout (jsonparse asserts it). */
export function writeJson(value: unknown, options: JsonOptions = {}): string {
  return new JsonWriter(options).write(value, '', false);
}

/** An ISO instant: `Z` in Apex objects, `+0000` in record fields. */
const isoInstant = (ms: number, zone: 'Z' | '+0000'): string => new Date(ms).toISOString().replace('Z', zone);

class JsonWriter {
  private readonly options: JsonOptions;
  private readonly open = new Set<unknown>();

  constructor(options: JsonOptions) {
    this.options = options;
  }

  write(value: unknown, indent: string, inRecord: boolean): string {
    if (value === null || value === undefined) return 'null';
    switch (typeof value) {
      case 'string':
        return JSON.stringify(value);
      case 'number':
      case 'boolean':
      case 'bigint':
        return String(value);
      default:
        return scalar(value, inRecord) ?? this.nested(value as object, indent);
    }
  }

  private nested(value: object, indent: string): string {
    if (this.open.has(value)) fail('System.JSONException', 'Direct self-reference leading to cycle');
    this.open.add(value);
    try {
      if (value instanceof ApexList) return this.array(value.items, indent);
      if (value instanceof ApexSet) return this.array([...value.entries.values()], indent);
      if (Array.isArray(value)) return this.array(value, indent);
      if (value instanceof ApexMap)
        return this.object((add) => {
          for (const [key, one] of value.entries.values()) add(mapKey(key), one);
        }, indent);
      if (value instanceof SObject) return this.object(entriesTo(recordEntries(value, this.options.apiVersion ?? 67)), indent, true);
      if (JSON_FIELDS in value) return this.object((add) => this.fields(value as WithJsonFields, add), indent);
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === Object.prototype || prototype === null) return this.object(entriesTo(Object.entries(value)), indent);
    } finally {
      this.open.delete(value);
    }
    return fail('System.JSONException', `Apex Type unsupported in JSON: ${typeNameOf(value)}`);
  }

  private array(items: readonly unknown[], indent: string): string {
    if (!this.options.pretty) {
      let text = '';
      for (let i = 0; i < items.length; i++) text += (i > 0 ? ',' : '') + this.write(items[i], '', false);
      return `[${text}]`;
    }
    const parts = items.map((item) => this.write(item, indent, false));
    return parts.length === 0 ? '[ ]' : `[ ${parts.join(', ')} ]`;
  }

  private fields(value: WithJsonFields, add: Add): void {
    if (!this.options.suppressNulls) return value[JSON_FIELDS](add);
    value[JSON_FIELDS]((name, field) => {
      if (field !== null && field !== undefined) add(name, field);
    });
  }

  private object(give: (add: Add) => void, indent: string, record = false): string {
    const { pretty = false } = this.options;
    const inner = pretty ? `${indent}  ` : '';
    let text = '';
    give((name, value) => {
      if (text !== '') text += pretty ? ',\n' : ',';
      text += inner + quoted(name) + (pretty ? ' : ' : ':') + this.write(value, inner, record);
    });
    if (!pretty) return `{${text}}`;
    return text === '' ? '{ }' : `{\n${text}\n${indent}}`;
  }
}

type Add = (name: string, value: unknown) => void;

interface WithJsonFields {
  [JSON_FIELDS](visit: Add): void;
}

const entriesTo =
  (entries: readonly (readonly [string, unknown])[]) =>
  (add: Add): void =>
    entries.forEach(([name, value]) => add(name, value));

/** Most names need no escape, and few names are written often. */
const quoted = (name: string): string => (/^\w+$/.test(name) ? `"${name}"` : JSON.stringify(name));

function scalar(value: unknown, inRecord: boolean): string | null {
  if (value instanceof Decimal) return value.toString();
  if (value instanceof ApexDouble) return doubleText(value.value);
  if (value instanceof ApexDate) return `"${dateText(value.days)}"`;
  if (value instanceof ApexDatetime) return `"${isoInstant(value.ms, inRecord ? '+0000' : 'Z')}"`;
  if (value instanceof ApexTime) return `"${timeText(value.ms)}"`;
  if (value instanceof ApexBlob) return JSON.stringify(Buffer.from(value.bytes).toString('base64'));
  if (value instanceof ApexEnumValue) return JSON.stringify(value.name);
  return null;
}

function mapKey(key: unknown): string {
  if (key === null) return fail('System.JSONException', 'Null key for a Map not allowed in JSON (use a converting NullKeySerializer?)');
  return key instanceof ApexDate ? dateText(key.days) : toText(key);
}

/** `attributes`, fields that are set, parents, children. */
function recordEntries(record: SObject, apiVersion: number): [string, unknown][] {
  const { shape, id } = record;
  const url = id === null ? {} : { url: `/services/data/v${apiVersion}.0/sobjects/${shape.name}/${id}` };
  const entries: [string, unknown][] = [['attributes', { type: shape.name, ...url }]];
  record.values.forEach((value, slot) => {
    if (value !== undefined) entries.push([shape.fieldNames[slot] ?? String(slot), value]);
  });
  const object = objectTypeOf(shape);
  for (const [name, value] of record.related ?? []) {
    const lookup = object?.parentField(name);
    if (lookup) entries.push([lookup.relationshipName ?? name, value]);
    else {
      const { items } = readChildren(record, name);
      entries.push([object?.child(name)?.name ?? name, { totalSize: items.length, done: true, records: items }]);
    }
  }
  return entries;
}
