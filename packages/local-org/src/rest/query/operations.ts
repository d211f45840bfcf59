import { randomBytes } from 'node:crypto';
import { ApexList } from '../../kernel/collections';
import type { SObject } from '../../kernel/sobject';
import type { Call } from '../shared/call';
import type { Json, JsonObject } from '../shared/json';
import { recordToJson, selectionOf } from '../shared/records';
import { byIds, idsOnly, outline, withLimit, type Outline } from '../shared/select';
import { aggregateTooLarge, invalidLocator, located } from './errors';

/** What is left of a query: ids in the query's order, no rows, so that no snapshot is held. */
interface Locator {
  readonly owner: string;
  readonly soql: string;
  readonly ids: readonly string[];
}

const USER = { mode: 'user', sharing: true, api: true } as const;
const LOCATORS_KEPT = 200;
const NONE: ReadonlyMap<string, unknown> = new Map();

/** Open locators of the org; they end with the process, as the platform's end after two days. */
const locators = new WeakMap<object, Map<string, Locator>>();

/** Runs a query for `GET /query` and its relatives: `{totalSize, done, records, nextRecordsUrl?}`. `resource` is where the next page lives. */
export function runQuery(call: Call, soql: string, batchSize: number, resource: string): JsonObject {
  try {
    return firstAnswer(call, soql, batchSize, resource);
  } catch (error) {
    throw located(error, soql);
  }
}

function firstAnswer(call: Call, soql: string, batchSize: number, resource: string): JsonObject {
  return call.transaction(() => {
    const o = outline(soql);
    if (o?.isCount) return { totalSize: call.org.data.countText(soql, NONE, USER), done: true, records: [] };
    if (!o || o.isAggregate || o.has('limit')) return page(call, soql, o, batchSize, resource);
    const rows = call.org.data.queryText(withLimit(o, batchSize + 1), NONE, USER);
    if (rows.length <= batchSize) return answer(call, soql, rows, rows.length);
    const ids = call.org.data.queryText(idsOnly(o), NONE, USER).map((row) => String(row.id));
    return firstPage(call, soql, rows.slice(0, batchSize), ids, batchSize, resource);
  });
}

function page(call: Call, soql: string, o: Outline | null, batchSize: number, resource: string): JsonObject {
  const rows = call.org.data.queryText(soql, NONE, USER);
  if (rows.length <= batchSize) return answer(call, soql, rows, rows.length);
  if (o?.isAggregate) throw aggregateTooLarge();
  return firstPage(
    call,
    soql,
    rows.slice(0, batchSize),
    rows.map((row) => String(row.id)),
    batchSize,
    resource,
  );
}

function firstPage(
  call: Call,
  soql: string,
  rows: readonly SObject[],
  ids: readonly string[],
  batchSize: number,
  resource: string,
): JsonObject {
  const open = locators.get(call.org) ?? new Map<string, Locator>();
  locators.set(call.org, open);
  const key = `01g${randomBytes(9).toString('hex').slice(0, 12).toUpperCase()}AAA`;
  open.set(key, { owner: call.user.userId, soql, ids });
  for (const oldest of open.keys()) {
    if (open.size <= LOCATORS_KEPT) break;
    open.delete(oldest);
  }
  return { ...answer(call, soql, rows, ids.length, false), nextRecordsUrl: `${resource}/${key}-${batchSize}` };
}

/** The page of a locator `<id>-<offset>`. Rows deleted since are left out. */
export function nextPage(call: Call, locator: string, batchSize: number, resource: string): JsonObject {
  const [key = '', offset = ''] = locator.split('-');
  const found = locators.get(call.org)?.get(key);
  const from = Number(offset);
  if (!found || found.owner !== call.user.userId || !/^\d+$/.test(offset) || from >= found.ids.length) throw invalidLocator();
  const o = outline(found.soql);
  if (!o) throw invalidLocator();
  return call.transaction(() => {
    const ids = found.ids.slice(from, from + batchSize);
    const rows = call.org.data.queryText(byIds(o), new Map([['ids', ApexList.ofType('Id', ids)]]), USER);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const ordered = ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
    const done = from + batchSize >= found.ids.length;
    const json = answer(call, found.soql, ordered, found.ids.length, done);
    return done ? json : { ...json, nextRecordsUrl: `${resource}/${key}-${from + batchSize}` };
  });
}

function answer(call: Call, soql: string, rows: readonly SObject[], totalSize: number, done = true): JsonObject {
  const selection = selectionOf(soql);
  const rendering = { schema: call.org.schema, version: call.version };
  return { totalSize, done, records: rows.map((row): Json => recordToJson(row, selection, rendering)) };
}
