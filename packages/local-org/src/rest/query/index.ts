import { ok, route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { outline } from '../shared/select';
import { nextPage, runQuery } from './operations';
import { batchSizeOf, soqlOf } from './validate';

/** `query`, `queryAll` (deleted rows too) and the pages that follow. */
export function queryRoutes(data: string): Route[] {
  return ['query', 'queryAll'].flatMap((name) => [
    route('GET', `${data}/${name}`, (call) => first(call, name)),
    route('GET', `${data}/${name}/:locator`, (call, params) => next(call, params, name)),
  ]);
}

function first(call: Call, name: string): Reply {
  const soql = soqlOf(call);
  const text = name === 'queryAll' ? withDeletedRows(soql) : soql;
  return ok(runQuery(call, text, batchSizeOf(call), resourceOf(call, name)));
}

function next(call: Call, params: Params, name: string): Reply {
  return ok(nextPage(call, params['locator'] ?? '', batchSizeOf(call), resourceOf(call, name)));
}

const resourceOf = (call: Call, name: string): string => `/services/data/v${call.version}/${name}`;

function withDeletedRows(soql: string): string {
  return outline(soql) ? `${soql.trimEnd()} ALL ROWS` : soql;
}
