import { created, route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { parseJsonObject } from '../shared/json';
import { objectOf } from '../shared/resolve';
import { insertTree, TreeFault } from './operations';
import { nodesOf } from './validate';

/** `POST composite/tree/X`: up to 200 records with their children, all or none. */
export function treeRoutes(data: string): Route[] {
  return [route('POST', `${data}/composite/tree/:object`, tree)];
}

function tree(call: Call, params: Params): Reply {
  const nodes = nodesOf(call, objectOf(call, params['object'] ?? ''), parseJsonObject(call.body));
  try {
    const ids = insertTree(call, nodes);
    return created({
      hasErrors: false,
      results: nodes.map((node) => ({ referenceId: node.referenceId, id: ids.get(node.referenceId) ?? null })),
    });
  } catch (error) {
    if (!(error instanceof TreeFault)) throw error;
    const results = [...error.faults].map(([referenceId, errors]) => ({
      referenceId,
      errors: errors.map((e) => ({ statusCode: e.statusCode, message: e.message, fields: [...e.fields] })),
    }));
    return { status: 400, json: { hasErrors: true, results } };
  }
}
