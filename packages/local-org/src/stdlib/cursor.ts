import { currentCaller } from '../kernel/caller';
import { ApexList, type ApexMap } from '../kernel/collections';
import { need } from '../kernel/fail';
import { NATIVE_STATE, registerNative } from '../kernel/native-state';
import { NativeObject } from '../kernel/natives';
import type { SObject } from '../kernel/sobject';
import { RuntimeType } from '../kernel/types';
import { AccessLevel } from './access-level';
import { bindsOf, variablesOf } from './binds';
import { Bean, readable } from './bean';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** `Database.Cursor`: only its id is state, so that it can be a member of a job. */
export class Cursor extends NativeObject {
  override readonly apexType: string = 'Database.Cursor';
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

/** `Database.PaginationCursor`: pages keep their size when rows were deleted meanwhile. */
class PaginationCursor extends Cursor {
  override readonly apexType = 'Database.PaginationCursor';
}
registerNative('Database.PaginationCursor', (id) => new PaginationCursor(id as string));

/** One page: the rows, where the next page starts, and how many rows on the way were gone. */
function fetchPage(ports: StdlibPorts, cursor: Cursor, start: number, size: number): Bean {
  const total = ports.cursors.count(cursor.id);
  const rows: SObject[] = [];
  let next = start;
  let read = 0;
  while (rows.length < size && next < total) {
    const count = Math.min(size - rows.length, total - next);
    rows.push(...ports.cursors.fetch(cursor.id, next, count));
    next += count;
    read += count;
  }
  return new Bean('Database.CursorFetchResult', {
    Records: listOf(rows),
    NextIndex: next,
    NumDeletedRecords: read - rows.length,
    Done: next >= total,
  });
}

const listOf = (rows: SObject[]): ApexList => new ApexList(RuntimeType.of('List', RuntimeType.of(rows[0]?.shape.name ?? 'SObject')), rows);

/** Apex cursors (Apex developer guide, "Apex cursors"). */
export function cursors(ports: StdlibPorts): Theme {
  const open = (soql: string, binds: ReadonlyMap<string, unknown>, level: unknown): string => {
    const caller = currentCaller();
    const mode = level instanceof AccessLevel ? level.mode : caller.mode;
    return ports.cursors.open(soql, binds, { mode, sharing: caller.sharing });
  };
  const openers = (name: string, make: (id: string) => Cursor): Theme =>
    members('System.Database', {
      [`${name}/1,2`]: (soql: string, level?: AccessLevel) => make(open(need(soql), variablesOf(soql, currentCaller()), level)),
      [`${name}WithBinds/3`]: (soql: string, binds: ApexMap, level: AccessLevel) =>
        make(open(need(soql), bindsOf(need(binds)), need(level))),
    });
  return merge(
    openers('getCursor', (id) => new Cursor(id)),
    openers('getPaginationCursor', (id) => new PaginationCursor(id)),
    members('Database.PaginationCursor', {
      'fetchPage/2': (cursor: PaginationCursor, start: number, size: number) => fetchPage(ports, cursor, need(start), need(size)),
      'getNumRecords/0': (cursor: PaginationCursor) => ports.cursors.count(cursor.id),
    }),
    members(
      'Database.CursorFetchResult',
      readable<Bean>({
        Records: (page) => page.get('Records'),
        NextIndex: (page) => page.get('NextIndex'),
        NumDeletedRecords: (page) => page.get('NumDeletedRecords'),
        isDone: (page) => page.get('Done'),
      }),
    ),
    members('Database.Cursor', {
      'fetch/2': (cursor: Cursor, position: number, count: number) => {
        return listOf(ports.cursors.fetch(cursor.id, need(position), need(count)));
      },
      'getNumRecords/0': (cursor: Cursor) => ports.cursors.count(cursor.id),
    }),
  );
}
