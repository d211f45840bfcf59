import { currentCaller } from '../kernel/caller';
import { ApexList, type ApexMap } from '../kernel/collections';
import { need } from '../kernel/fail';
import { NATIVE_STATE, registerNative } from '../kernel/native-state';
import { NativeObject } from '../kernel/natives';
import { RuntimeType } from '../kernel/types';
import { AccessLevel } from './access-level';
import { bindsOf, variablesOf } from './binds';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** `Database.Cursor`: only its id is state, so that it can be a member of a job. */
export class Cursor extends NativeObject {
  override readonly apexType = 'Database.Cursor';
  readonly id: string;
  constructor(id: string) {
    super();
    this.id = id;
  }
  [NATIVE_STATE](): unknown {
    return this.id;
  }
}
registerNative('Database.Cursor', (id) => new Cursor(id as string));

/** Apex cursors (Apex developer guide, "Apex cursors"). */
export function cursors(ports: StdlibPorts): Theme {
  const open = (soql: string, binds: ReadonlyMap<string, unknown>, level: unknown): Cursor => {
    const caller = currentCaller();
    const mode = level instanceof AccessLevel ? level.mode : caller.mode;
    return new Cursor(ports.cursors.open(soql, binds, { mode, sharing: caller.sharing }));
  };
  return merge(
    members('System.Database', {
      'getCursor/1,2': (soql: string, level?: AccessLevel) => open(need(soql), variablesOf(soql, currentCaller()), level),
      'getCursorWithBinds/3': (soql: string, binds: ApexMap, level: AccessLevel) => open(need(soql), bindsOf(need(binds)), need(level)),
    }),
    members('Database.Cursor', {
      'fetch/2': (cursor: Cursor, position: number, count: number) => {
        const rows = ports.cursors.fetch(cursor.id, need(position), need(count));
        return new ApexList(RuntimeType.of('List', RuntimeType.of(rows[0]?.shape.name ?? 'SObject')), rows);
      },
      'getNumRecords/0': (cursor: Cursor) => ports.cursors.count(cursor.id),
    }),
  );
}
