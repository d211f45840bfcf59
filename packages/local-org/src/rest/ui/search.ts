import type { Field, ObjectType } from '../../schema/model';
import { ask } from '../shared/asking';
import { ok, type Call, type Reply } from '../shared/call';
import { restError } from '../shared/errors';
import { parseJsonObject, type Json, type JsonObject } from '../shared/json';
import { recordsToJson } from '../shared/records';

/** The global search of Lightning Experience shows as many of each object before one asks for more. */
const PER_OBJECT = 5;
const SHORTEST = 2;
const LONGEST = 80;
const MOST_WORDS = 5;
/** Standard objects that people look for by name; the others are parts of these, or kept by the platform for itself. */
const SEARCHED = new Set(['Account', 'Contact', 'Employee2', 'Group', 'PermissionSet', 'Profile', 'User']);
const TEXTS = new Set(['string', 'email', 'phone']);

/**
 * `POST /ui/search` `{term}`: records whose name or key has every typed word, for whoever asks: what they may not read is not found. Our own
 * format: `{objects: [{name, label, records: [{id, name, note}]}]}`, `note` being the key that stands beside the name.
 */
export function search(call: Call): Reply {
  const words = wordsOf(call);
  if (words.length === 0) return ok({ objects: [] });
  const found = call.transaction(() => searchedObjects(call).flatMap((object) => inObject(call, object, words)));
  return ok({ objects: found });
}

function wordsOf(call: Call): readonly string[] {
  const { term } = parseJsonObject(call.body);
  if (typeof term !== 'string') throw restError(400, 'INVALID_INPUT', 'term is required');
  const text = term.trim().slice(0, LONGEST);
  return text.length < SHORTEST ? [] : text.split(/\s+/).slice(0, MOST_WORDS);
}

function searchedObjects({ org, user }: Call): readonly ObjectType[] {
  return org.schema.objects
    .filter((object) => object.queryable && (object.kind === 'custom' || SEARCHED.has(object.name)))
    .filter((object) => org.access.hasObject(user.userId, object, 'read'))
    .toSorted((a, b) => a.labelPlural.localeCompare(b.labelPlural));
}

function inObject(call: Call, object: ObjectType, words: readonly string[]): JsonObject[] {
  const fields = object.fields.filter((field) => isSearched(field) && call.org.access.canReadField(call.user.userId, object, field));
  const name = fields.find((field) => field.nameField);
  if (!name) return [];
  const names = fields.map((field) => field.name);
  const binds = new Map(words.map((word, i) => [`w${i}`, `%${word.replace(/[\\%_]/g, '\\$&')}%`]));
  const every = words.map((_, i) => `(${names.map((field) => `${field} LIKE :w${i}`).join(' OR ')})`).join(' AND ');
  const query = ask(
    call,
    `SELECT ${['Id', ...names].join(', ')} FROM ${object.name} WHERE ${every} ORDER BY ${name.name} LIMIT ${PER_OBJECT}`,
    binds,
  );
  const rows = recordsToJson(query.page(0, PER_OBJECT), query.columns, { schema: call.org.schema, version: call.version });
  if (rows.length === 0) return [];
  const keys = fields.filter((field) => !field.nameField);
  const key = (keys.find((field) => field.idLookup) ?? keys[0])?.name;
  const records = rows.map((row): Json => ({ id: row['Id'] ?? null, name: row[name.name] ?? '', note: (key && row[key]) || null }));
  return [{ name: object.name, label: object.labelPlural, records }];
}

/** The name, and what people know a record by: a unique or external number, an address. */
function isSearched({ nameField, unique, externalId, idLookup, type, filterable }: Field): boolean {
  return filterable && TEXTS.has(type) && (nameField || unique || externalId || idLookup);
}
