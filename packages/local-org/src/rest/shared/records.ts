import { SObject } from '../../kernel/sobject';
import { ApexList } from '../../kernel/collections';
import type { Schema } from '../../schema/model';
import type { CompoundColumn, SelectedColumn } from '../../soql';
import type { Json, JsonObject } from './json';
import { toRest } from './values';

/** What a record shows: fields by name in the order of the query, parents and lists of children with what they show in turn. */
interface Selection {
  readonly members: Map<string, 'field' | Selection | CompoundColumn>;
}

function selectionOf(columns: readonly SelectedColumn[]): Selection {
  const root: Selection = { members: new Map() };
  for (const column of columns) {
    if (column.kind === 'child') root.members.set(column.name, selectionOf(column.columns));
    else memberAt(root, column.parents).members.set(column.name, column.kind === 'compound' ? column : 'field');
  }
  return root;
}

function memberAt(selection: Selection, [relationship, ...further]: readonly string[]): Selection {
  if (relationship === undefined) return selection;
  const known = selection.members.get(relationship);
  const parent = typeof known === 'object' && 'members' in known ? known : { members: new Map() };
  selection.members.set(relationship, parent);
  return memberAt(parent, further);
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

/** Records as the REST API shows them: attributes, then what was selected in its order, parents and child lists nested. */
export function recordsToJson(records: readonly SObject[], columns: readonly SelectedColumn[], rendering: Rendering): JsonObject[] {
  const selection = selectionOf(columns);
  return records.map((record) => recordToJson(record, selection, rendering));
}

function recordToJson(record: SObject, selection: Selection, rendering: Rendering): JsonObject {
  const { shape, values, related } = record;
  const json: JsonObject = { attributes: attributesOf(shape.name, rendering.schema.object(shape.name) ? record.id : null, rendering) };
  for (const [name, wanted] of selection.members) {
    if (wanted === 'field') {
      // A lookup to several objects may lead to one that lacks the field.
      const slot = shape.slotOf(name);
      if (slot >= 0) json[name] = toRest(values[slot]);
    } else if ('parts' in wanted) json[name] = compoundToJson(record, wanted);
    else json[name] = relatedToJson(related?.get(name.toLowerCase()), wanted, rendering);
  }
  return json;
}

/** Null when none of the parts has a value (Object Reference, "Address Compound Fields"). */
function compoundToJson(record: SObject, { parts }: CompoundColumn): Json {
  const value = Object.fromEntries(parts.map(({ key, name }) => [key, toRest(record.get(name))]));
  return Object.values(value).every((part) => part === null) ? null : value;
}

function relatedToJson(value: unknown, selection: Selection, rendering: Rendering): Json {
  if (value === null || value === undefined) return null;
  if (value instanceof SObject) return recordToJson(value, selection, rendering);
  const rows = value instanceof ApexList ? value.items : value;
  if (!Array.isArray(rows)) throw new TypeError('A relationship holds neither a record nor a list');
  if (rows.length === 0) return null;
  return { totalSize: rows.length, done: true, records: rows.map((row: SObject) => recordToJson(row, selection, rendering)) };
}
