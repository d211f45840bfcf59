import type { DmlRowError } from '../../kernel/exceptions';
import type { Call } from '../shared/call';
import { RestError } from '../shared/errors';
import { parseRecord, writeRows } from '../shared/write';
import { isChildList, type TreeNode } from './validate';

/** Faults of a tree by reference id; the tree is all or none, so one fault takes everything back. */
export class TreeFault extends Error {
  readonly faults: ReadonlyMap<string, readonly DmlRowError[]>;
  constructor(faults: ReadonlyMap<string, readonly DmlRowError[]>) {
    super('tree refused');
    this.faults = faults;
  }
}

/** Inserts a whole tree, level by level, and returns the ids by reference id. Throws TreeFault. */
export function insertTree(call: Call, nodes: readonly TreeNode[]): ReadonlyMap<string, string> {
  return call.transaction(() => {
    const ids = new Map<string, string>();
    for (const group of groups(nodes)) insertGroup(call, group, ids);
    return ids;
  });
}

/** Nodes of one level and object go to the database together. */
function groups(nodes: readonly TreeNode[]): readonly (readonly TreeNode[])[] {
  const byKey = new Map<string, TreeNode[]>();
  for (const node of [...nodes].sort((a, b) => a.depth - b.depth)) {
    const key = `${node.depth}:${node.object.name}`;
    byKey.set(key, [...(byKey.get(key) ?? []), node]);
  }
  return [...byKey.values()];
}

function insertGroup(call: Call, nodes: readonly TreeNode[], ids: Map<string, string>): void {
  const faults = new Map<string, readonly DmlRowError[]>();
  const rows = nodes.map((node) => {
    try {
      const row = parseRecord(call, node.object, node.json, { operation: 'insert', ignore: (key) => isChildList(node.json[key]) });
      if (node.parent && node.lookup) row.record.set(node.lookup, ids.get(node.parent.referenceId));
      return row;
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      faults.set(
        node.referenceId,
        error.errors.map((e) => ({ index: 0, id: null, statusCode: e.errorCode, message: e.message, fields: e.fields ?? [] })),
      );
      return null;
    }
  });
  if (faults.size > 0) throw new TreeFault(faults);
  const results = writeRows(
    call,
    'insert',
    rows.filter((row) => row !== null),
  );
  nodes.forEach((node, i) => {
    const result = results[i];
    if (result?.success && result.id !== null) ids.set(node.referenceId, result.id);
    else faults.set(node.referenceId, result?.errors ?? []);
  });
  if (faults.size > 0) throw new TreeFault(faults);
}
