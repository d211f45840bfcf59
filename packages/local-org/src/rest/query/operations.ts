import { randomBytes } from 'node:crypto';
import type { OpenQuery } from '../../data/port';
import { AS_USER } from '../shared/asking';
import type { Call } from '../shared/call';
import type { JsonObject } from '../shared/json';
import { recordsToJson } from '../shared/records';
import { aggregateTooLarge, invalidLocator, located } from './errors';
import { batchSizeOf } from './validate';

/** A query as it was asked. */
interface Asked {
  readonly soql: string;
  /** Deleted rows too. */
  readonly allRows: boolean;
}

/** What is left of a query: ids in the query's order, no rows, so that no snapshot is held. */
interface Locator extends Asked {
  readonly owner: string;
  readonly ids: readonly string[];
}

const LOCATORS_KEPT = 200;
const NONE: ReadonlyMap<string, unknown> = new Map();

/** Open locators of the org; they end with the process, as the platform's end after two days. */
const locators = new WeakMap<object, Map<string, Locator>>();

/** Answers a query: `{totalSize, done, records, nextRecordsUrl?}`. `resource` is where the next page lives. */
export function runQuery(call: Call, soql: string, resource: string, { allRows = false } = {}): JsonObject {
  try {
    return call.transaction(() => firstPage(call, { soql, allRows }, resource));
  } catch (error) {
    throw located(error, soql);
  }
}

function firstPage(call: Call, asked: Asked, resource: string): JsonObject {
  const query = open(call, asked);
  const size = batchSizeOf(call);
  // The page first: when it is the whole answer, nobody has to count.
  const page = pageOf(call, query, 0, size);
  if (query.kind === 'count' || query.total <= size) return page;
  if (query.kind === 'aggregate') throw aggregateTooLarge();
  const key = keep(call, { ...asked, owner: call.user.userId, ids: query.ids });
  return { ...page, nextRecordsUrl: `${resource}/${key}-${size}` };
}

/** The page of a locator `<id>-<offset>`. Rows deleted since are left out. */
export function nextPage(call: Call, locator: string, resource: string): JsonObject {
  const [key = '', offset = ''] = locator.split('-');
  const found = locators.get(call.org)?.get(key);
  const from = Number(offset);
  if (!found || found.owner !== call.user.userId || !/^\d+$/.test(offset) || from >= found.ids.length) throw invalidLocator();
  const size = batchSizeOf(call);
  const page = call.transaction(() => pageOf(call, open(call, found), from, size));
  return page['done'] === true ? page : { ...page, nextRecordsUrl: `${resource}/${key}-${from + size}` };
}

const open = (call: Call, { soql, allRows, ids }: Asked & Partial<Locator>): OpenQuery =>
  call.org.data.open(soql, NONE, { ...AS_USER, allRows }, ids);

function pageOf(call: Call, query: OpenQuery, from: number, size: number): JsonObject {
  const records = recordsToJson(query.page(from, size), query.columns, { schema: call.org.schema, version: call.version });
  return { totalSize: query.total, done: query.kind === 'count' || from + size >= query.total, records };
}

function keep({ org }: Call, locator: Locator): string {
  const kept = locators.get(org) ?? new Map<string, Locator>();
  locators.set(org, kept);
  const key = `01g${randomBytes(9).toString('hex').slice(0, 12).toUpperCase()}AAA`;
  kept.set(key, locator);
  for (const oldest of kept.keys()) {
    if (kept.size <= LOCATORS_KEPT) break;
    kept.delete(oldest);
  }
  return key;
}
