import { ApexList, ApexMap, ApexSet } from './collections';
import { fail } from './fail';
import { SObject } from './sobject';
import { objectTypeOf, readChildren } from './sobject-access';
import { dateText, doubleText, timeText, toText } from './text';
import { typeNameOf } from './type-of';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime, Decimal } from './values';

/** Compiled classes give their serializable members, in declaration order (subclass first, transient ones left out). */
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
        return this.object(
          [...value.entries.values()].map(([k, v]) => [mapKey(k), v]),
          indent,
        );
      if (value instanceof SObject) return this.object(recordEntries(value, this.options.apiVersion ?? 67), indent, true);
      if (JSON_FIELDS in value) {
        const fields = [...(value as { [JSON_FIELDS](): Iterable<readonly [string, unknown]> })[JSON_FIELDS]()];
        return this.object(
          this.options.suppressNulls ? fields.filter(([, field]) => field !== null && field !== undefined) : fields,
          indent,
        );
      }
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === Object.prototype || prototype === null) return this.object(Object.entries(value), indent);
    } finally {
      this.open.delete(value);
    }
    return fail('System.JSONException', `Apex Type unsupported in JSON: ${typeNameOf(value)}`);
  }

  private array(items: readonly unknown[], indent: string): string {
    const parts = items.map((item) => this.write(item, indent, false));
    if (!this.options.pretty) return `[${parts.join(',')}]`;
    return parts.length === 0 ? '[ ]' : `[ ${parts.join(', ')} ]`;
  }

  private object(entries: Iterable<readonly [string, unknown]>, indent: string, record = false): string {
    const inner = `${indent}  `;
    const parts: string[] = [];
    for (const [name, value] of entries) {
      const text = this.write(value, inner, record);
      parts.push(this.options.pretty ? `${inner}${JSON.stringify(name)} : ${text}` : `${JSON.stringify(name)}:${text}`);
    }
    if (!this.options.pretty) return `{${parts.join(',')}}`;
    return parts.length === 0 ? '{ }' : `{\n${parts.join(',\n')}\n${indent}}`;
  }
}

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
