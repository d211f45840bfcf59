import type { ObjectType } from '../../schema/model';
import type { Call } from '../shared/call';
import { unsupportedType } from '../shared/errors';
import { isObject, type Json, type JsonObject } from '../shared/json';
import { invalidTree } from './errors';

const MAX_RECORDS = 200;
const MAX_DEPTH = 5;

/** One record of a tree; `parent` is the node above it and `lookup` the field of this record that points there. */
export interface TreeNode {
  readonly referenceId: string;
  readonly object: ObjectType;
  readonly json: JsonObject;
  readonly parent: TreeNode | null;
  readonly lookup: string | null;
  readonly depth: number;
}

/** Flattens a tree of records, parents before children; at most 200 records, five levels, unique reference ids. */
export function nodesOf(call: Call, root: ObjectType, body: JsonObject): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  const add = (records: Json | undefined, object: ObjectType, parent: TreeNode | null, lookup: string | null): void => {
    if (!Array.isArray(records)) throw invalidTree('records is required');
    for (const json of records) {
      const attributes = isObject(json) ? json['attributes'] : undefined;
      if (!isObject(json) || !isObject(attributes)) throw invalidTree('Each record needs attributes with type and referenceId');
      const { type, referenceId } = attributes;
      if (typeof type !== 'string' || call.org.schema.object(type) !== object) throw unsupportedType(String(type));
      if (typeof referenceId !== 'string' || referenceId === '') throw invalidTree('Each record needs a referenceId');
      const node = { referenceId, object, json, parent, lookup, depth: parent ? parent.depth + 1 : 1 };
      if (node.depth > MAX_DEPTH) throw invalidTree(`The request exceeds the maximum depth of ${MAX_DEPTH} levels`);
      nodes.push(node);
      for (const [key, value] of Object.entries(json)) {
        const child = isChildList(value) ? object.child(key) : undefined;
        const childObject = child && call.org.schema.object(child.childObject);
        if (child && childObject && isObject(value)) add(value['records'], childObject, node, child.field);
      }
    }
  };
  add(body['records'], root, null, null);
  if (nodes.length > MAX_RECORDS) throw invalidTree(`The request can contain up to ${MAX_RECORDS} records`);
  const duplicate = nodes.find((node, i) => nodes.findIndex((other) => other.referenceId === node.referenceId) !== i);
  if (duplicate) throw invalidTree(`Duplicate ReferenceId provided in the request: ${duplicate.referenceId}`);
  return nodes;
}

export const isChildList = (value: Json | undefined): boolean => isObject(value) && Array.isArray(value['records']);
