import { UnsupportedError } from '../../kernel/exceptions';
import { ok, route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { columnsOf } from './columns';
import { nextPage, runQuery } from './operations';
import { soqlOf, wantsColumns } from './validate';

/** `query`, `queryAll` (deleted rows too) and the pages that follow. */
export function queryRoutes(data: string): Route[] {
  return ['query', 'queryAll'].flatMap((name) => [
    route('GET', `${data}/${name}`, (call) => first(call, name)),
    route('GET', `${data}/${name}/:locator`, (call, params) => next(call, params, name)),
  ]);
}

/** `queryAll` gives deleted rows too. */
function first(call: Call, name: string): Reply {
  if (call.query.has('explain')) throw new UnsupportedError('query plans (explain)');
  if (wantsColumns(call)) return ok(columnsOf(call, soqlOf(call)));
  return ok(runQuery(call, soqlOf(call), resourceOf(call, name), { allRows: name === 'queryAll' }));
}

function next(call: Call, params: Params, name: string): Reply {
  return ok(nextPage(call, params['locator'] ?? '', resourceOf(call, name)));
}

const resourceOf = (call: Call, name: string): string => `/services/data/v${call.version}/${name}`;
