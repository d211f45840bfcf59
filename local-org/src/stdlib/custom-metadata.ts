import { ApexMap } from '../kernel/collections';
import { fail, need } from '../kernel/fail';
import { isId } from '../kernel/ids';
import type { SObject } from '../kernel/sobject';
import { objectTypeOf } from '../kernel/sobject-access';
import { SObjectTypeToken } from '../kernel/tokens';
import { RuntimeType } from '../kernel/types';
import type { ObjectType } from '../schema/model';
import type { StdlibPorts } from './ports';
import { members, type Theme } from './registry';

/**
 * `Type__mdt.getAll()` and `getInstance(name or id)`: no query is counted and no right is asked for (Apex reference, custom
 * metadata type methods). The receiver is the type's token.
 */
export function customMetadata(ports: StdlibPorts): Theme {
  const rows = (token: SObjectTypeToken, condition: string, binds: ReadonlyMap<string, unknown>): SObject[] => {
    const object = metadataType(token);
    const fields = object.fields.filter((field) => !field.calculated).map((field) => field.name);
    const text = `SELECT ${fields.join(', ')} FROM ${object.name}${condition}`;
    return ports.data.queryText(text, binds, { mode: 'system', sharing: false, api: true });
  };
  return members('System.SObject', {
    'getAll/0': (token: SObjectTypeToken) => {
      const map = new ApexMap(RuntimeType.of('Map', RuntimeType.of('String'), RuntimeType.of(token.shape.name)));
      for (const row of rows(token, '', new Map())) map.entries.set(row.get('DeveloperName'), [row.get('DeveloperName'), row]);
      return map;
    },
    'getInstance/1': (token: SObjectTypeToken, key: string) => {
      const byName = rows(token, ' WHERE DeveloperName = :key', new Map([['key', need(key)]]))[0];
      if (byName || !isId(key)) return byName ?? null;
      return rows(token, ' WHERE Id = :key', new Map([['key', key]]))[0] ?? null;
    },
  });
}

function metadataType(token: SObjectTypeToken): ObjectType {
  const object = objectTypeOf(token.shape);
  if (object?.kind === 'metadata') return object;
  return fail(
    'System.TypeException',
    `The local org has getAll() and getInstance() for custom metadata types only, not for ${token.shape.name}`,
  );
}
