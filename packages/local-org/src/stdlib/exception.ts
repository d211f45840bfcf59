import { ApexList, ApexMap, ApexSet } from '../kernel/collections';
import { enumConstant } from '../kernel/enums';
import { type ApexException, UnsupportedError, type DmlRowError } from '../kernel/exceptions';
import { fail, need } from '../kernel/fail';
import { SObjectFieldToken } from '../kernel/tokens';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

const NO_MESSAGE = 'Script-thrown exception';

/** AuraHandledExceptions whose text Apex itself may read: those that setMessage was called on (not documented). */
const readable = new WeakSet<ApexException>();

/** `getMessage()`. The text an AuraHandledException was made with is for the client only. */
export function messageOf(error: ApexException): string {
  if (error.typeName === 'System.AuraHandledException' && !readable.has(error)) return NO_MESSAGE;
  return error.message === '' ? NO_MESSAGE : error.message;
}

function rowOf(error: ApexException, index: number): DmlRowError {
  return error.rows[need(index)] ?? fail('System.ListException', `List index out of bounds: ${index}`);
}

/** Methods of `Exception`; generated code makes exceptions itself. */
export function exceptions(ports: StdlibPorts): Theme {
  return merge(
    members('System.Exception', {
      'getMessage/0': messageOf,
      'setMessage/1': (error: ApexException, text: string | null) => {
        error.message = text ?? '';
        readable.add(error);
      },
      'getCause/0': (error: ApexException) => error.apexCause,
      'initCause/1': (error: ApexException, cause: ApexException | null) => {
        if (error.apexCause) fail('System.TypeException', 'initCause() already called');
        error.apexCause = cause;
      },
      'getTypeName/0': (error: ApexException) => error.typeName,
      'getStackTraceString/0': (error: ApexException) => error.apexStack ?? '',
      'getLineNumber/0': (error: ApexException) => Number(/line (\d+)/.exec(error.apexStack ?? '')?.[1] ?? 1),
      'toString/0': (error: ApexException) => `${error.typeName}: ${messageOf(error)}`,
      'getNumDml/0': (error: ApexException) => error.rows.length,
      'getDmlIndex/1': (error: ApexException, index: number) => rowOf(error, index).index,
      'getDmlId/1': (error: ApexException, index: number) => rowOf(error, index).id,
      'getDmlMessage/1': (error: ApexException, index: number) => rowOf(error, index).message,
      'getDmlType/1': (error: ApexException, index: number) => enumConstant('System.StatusCode', rowOf(error, index).statusCode),
      'getDmlStatusCode/1': (error: ApexException, index: number) => rowOf(error, index).statusCode,
      'getDmlFieldNames/1': (error: ApexException, index: number) => ApexList.ofType('String', [...rowOf(error, index).fields]),
      'getDmlFields/1': (error: ApexException, index: number) => {
        const row = rowOf(error, index);
        const object = row.id === null ? undefined : ports.transaction().schema.objectByPrefix(row.id.slice(0, 3));
        if (row.fields.length > 0 && !object) throw new UnsupportedError('Exception.getDmlFields for a row without an Id');
        const tokens = row.fields.map((name) => object && SObjectFieldToken.of(object, object.slotOf(name)));
        return ApexList.ofType('Schema.SObjectField', tokens);
      },
      'getInaccessibleFields/0': inaccessible,
    }),
    members('System.QueryException', { 'getInaccessibleFields/0': inaccessible }),
  );
}

/** Fields that user mode refused, as the query engine's message names them; by object. */
function inaccessible(error: ApexException): ApexMap {
  const map = ApexMap.ofType<string, ApexSet>('String', 'Set<String>');
  for (const row of error.rows) {
    const set = ApexSet.ofType<string>('String');
    for (const field of row.fields) set.entries.set(field, field);
    if (row.id !== null) map.entries.set(row.id, [row.id, set]);
  }
  return map;
}
