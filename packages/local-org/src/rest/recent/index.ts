import { ApexList } from '../../kernel/collections';
import type { ObjectType } from '../../schema/model';
import { ask } from '../shared/asking';
import { ok, route, type Call, type Route } from '../shared/call';
import { restError } from '../shared/errors';
import type { JsonObject } from '../shared/json';
import { recordsToJson } from '../shared/records';

/** Records that are remembered for each user, as many as the resource gives at most (REST API Developer Guide, "Recently Viewed Items"). */
const KEPT = 200;

/** `GET /recent?limit=n`: what the user has seen in pages, the last first. */
export function recentRoutes(data: string): Route[] {
  return [route('GET', `${data}/recent`, (call) => ok(recentItems(call, null, limitOf(call))))];
}

function limitOf(call: Call): number {
  const text = call.query.get('limit');
  if (text === null) return KEPT;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > KEPT) throw restError(400, 'INVALID_INPUT', `limit has to be a number from 1 to ${KEPT}`);
  return limit;
}

const keyOf = ({ user }: Call): string => `recent:${user.userId}`;
const seen = (call: Call): readonly string[] => JSON.parse(call.org.kv.get(keyOf(call)) ?? '[]') as string[];

/** A page shows the record to the user. What a client of the API reads nobody has looked at. */
export function noteView(call: Call, id: string): void {
  if (call.headers['authorization'] !== undefined) return;
  const before = seen(call);
  if (before[0] === id) return;
  const now = [id, ...before.filter((one) => one !== id)].slice(0, KEPT);
  call.transaction(() => call.org.kv.set(keyOf(call), JSON.stringify(now)));
}

/** Those that are still there and visible; of one object, or of all. */
export function recentItems(call: Call, object: ObjectType | null, limit = KEPT): JsonObject[] {
  const ids = seen(call).filter((id) => object === null || id.startsWith(object.keyPrefix));
  const byPrefix = new Map<string, string[]>();
  for (const id of ids) byPrefix.set(id.slice(0, 3), [...(byPrefix.get(id.slice(0, 3)) ?? []), id]);
  const found = new Map([...byPrefix].flatMap(([prefix, some]) => namesOf(call, prefix, some)));
  return ids
    .map((id) => found.get(id))
    .filter((record) => record !== undefined)
    .slice(0, limit);
}

function namesOf(call: Call, prefix: string, ids: readonly string[]): [string, JsonObject][] {
  const object = call.org.schema.objectByPrefix(prefix);
  if (!object || !call.org.access.hasObject(call.user.userId, object, 'read')) return [];
  const name = object.fields.find((field) => field.nameField && call.org.access.canReadField(call.user.userId, object, field));
  const soql = `SELECT Id${name ? `, ${name.name}` : ''} FROM ${object.name} WHERE Id IN :ids`;
  return call.transaction(() => {
    const query = ask(call, soql, new Map([['ids', ApexList.ofType('Id', [...ids])]]));
    const records = recordsToJson(query.page(0, ids.length), query.columns, { schema: call.org.schema, version: call.version });
    return records.map((record): [string, JsonObject] => [String(record['Id']), record]);
  });
}
