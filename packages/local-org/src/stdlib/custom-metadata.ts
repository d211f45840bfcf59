import { ApexMap } from '../kernel/collections';
import { need, unsupported } from '../kernel/fail';
import { isId } from '../kernel/ids';
import type { SObject } from '../kernel/sobject';
import { RuntimeType } from '../kernel/types';
import type { ObjectType } from '../schema/model';
import type { StdlibPorts } from './ports';
import { members, type Theme } from './registry';

/**
 * `Type__mdt.getAll()` and `getInstance(name or id)`: no query is counted and no right is asked for (Apex reference, custom
 * metadata type methods). The object's API name comes first.
 */
export function customMetadata(ports: StdlibPorts): Theme {
  const rows = (object: ObjectType, condition: string, binds: ReadonlyMap<string, unknown>): SObject[] => {
    const fields = object.fields.filter((field) => !field.calculated).map((field) => field.name);
    const text = `SELECT ${fields.join(', ')} FROM ${object.name}${condition}`;
    return ports.data.queryText(text, binds, { mode: 'system', sharing: false, api: true });
  };
  const typeOf = (name: string): ObjectType => metadataType(ports.transaction().schema.object(name), name);
  return members('System.CustomMetadata', {
    'getAll/1': (name: string) => {
      const object = typeOf(name);
      const map = new ApexMap(RuntimeType.of('Map', RuntimeType.of('String'), RuntimeType.of(object.name)));
      for (const row of rows(object, '', new Map())) map.entries.set(row.get('DeveloperName'), [row.get('DeveloperName'), row]);
      return map;
    },
    'getInstance/2': (name: string, key: string) => {
      const object = typeOf(name);
      const byName = rows(object, ' WHERE DeveloperName = :key', new Map([['key', need(key)]]))[0];
      if (byName || !isId(key)) return byName ?? null;
      return rows(object, ' WHERE Id = :key', new Map([['key', key]]))[0] ?? null;
    },
  });
}

function metadataType(object: ObjectType | undefined, name: string): ObjectType {
  if (object?.kind === 'metadata') return object;
  return unsupported(`getAll() and getInstance() of ${name}, which is no custom metadata type`);
}
