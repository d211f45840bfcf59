import { SObject } from '../../kernel/sobject';
import { ApexList } from '../../kernel/collections';
import type { ObjectType, Schema } from '../../schema/model';
import type { Json, JsonObject } from './json';
import { outline } from './select';
import { toRest } from './values';

/** What a query selected: fields by lower-case name in select order, relationships with what they selected in turn. */
export interface Selection {
  /** True when every populated field is wanted: `FIELDS(...)` and aggregates. */
  readonly all: boolean;
  readonly fields: Map<string, 'field' | Selection>;
}

/** Reads the select list of a query into a tree. Aliases of the FROM clause are taken off. */
export function selectionOf(soql: string): Selection {
  const o = outline(soql);
  if (!o || o.isAggregate) return { all: true, fields: new Map() };
  const [object = '', alias = ''] = o.from.split(/\s+(?:as\s+)?/i);
  const prefixes = new Set([object.toLowerCase(), alias.replace(',', '').toLowerCase()]);
  const root: { all: boolean; fields: Map<string, 'field' | Selection> } = { all: false, fields: new Map() };
  for (const item of o.items) {
    const sub = /^\(\s*(select[\s\S]*)\)$/i.exec(item);
    if (sub?.[1]) {
      const child = outline(sub[1])?.from.split(/\s+/)[0]?.toLowerCase() ?? '';
      root.fields.set(child.slice(child.lastIndexOf('.') + 1), selectionOf(sub[1]));
      continue;
    }
    if (/^(fields\s*\(|typeof\b)/i.test(item)) {
      root.all = true;
      continue;
    }
    const path = (/^\w+\s*\(\s*([\w.]+)\s*\)/.exec(item)?.[1] ?? item.split(/\s+/)[0] ?? '').toLowerCase().split('.');
    if (path.length > 1 && prefixes.has(path[0] ?? '')) path.shift();
    put(root, path);
  }
  return root;
}

function put(selection: Selection, path: readonly string[]): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    selection.fields.set(head, 'field');
    return;
  }
  const existing = selection.fields.get(head);
  const child = typeof existing === 'object' ? existing : { all: false, fields: new Map<string, 'field' | Selection>() };
  selection.fields.set(head, child);
  put(child, rest);
}

/** Everything that rendering needs of its surroundings. */
export interface Rendering {
  readonly schema: Schema;
  /** For example `67.0`. */
  readonly version: string;
}

/** `{type, url}` of a record; aggregate rows have no address. */
function attributesOf(type: string, id: string | null, rendering: Rendering): JsonObject {
  return id === null ? { type } : { type, url: `/services/data/v${rendering.version}/sobjects/${type}/${id}` };
}

/** A record as the REST API shows it: attributes, then the selected fields in select order, parents and child lists nested. */
export function recordToJson(record: SObject, selection: Selection, rendering: Rendering): JsonObject {
  const object = rendering.schema.object(record.shape.name);
  const json: JsonObject = { attributes: attributesOf(record.shape.name, object ? record.id : null, rendering) };
  if (selection.all) addPopulated(json, record, rendering);
  for (const [name, wanted] of selection.fields) {
    if (wanted === 'field') {
      const slot = record.shape.slotOf(name);
      if (slot >= 0) json[record.shape.fieldNames[slot] ?? name] = toRest(record.values[slot]);
      continue;
    }
    const value = record.related?.get(name) ?? null;
    json[relationshipName(object, name)] = relatedToJson(value, wanted, rendering);
  }
  return json;
}

function addPopulated(json: JsonObject, record: SObject, rendering: Rendering): void {
  record.shape.fieldNames.forEach((name, slot) => {
    const value = record.values[slot];
    if (value !== undefined) json[name] = toRest(value);
  });
  for (const [name, value] of record.related ?? []) {
    const object = rendering.schema.object(record.shape.name);
    json[relationshipName(object, name)] = relatedToJson(value, { all: true, fields: new Map() }, rendering);
  }
}

function relatedToJson(value: unknown, selection: Selection, rendering: Rendering): Json {
  if (value === null || value === undefined) return null;
  if (value instanceof SObject) return recordToJson(value, selection, rendering);
  const rows = value instanceof ApexList ? value.items : value;
  if (!Array.isArray(rows)) throw new TypeError('A relationship holds neither a record nor a list');
  if (rows.length === 0) return null;
  return { totalSize: rows.length, done: true, records: rows.map((row: SObject) => recordToJson(row, selection, rendering)) };
}

/** Declared spelling of a parent or child relationship. */
function relationshipName(object: ObjectType | undefined, name: string): string {
  return object?.parentField(name)?.relationshipName ?? object?.child(name)?.name ?? name;
}
