import type { ApexException } from '../../kernel/exceptions';
import type { Reply } from '../shared/call';
import type { Json, JsonObject } from '../shared/json';

/** A call that never reached Apex: the caller's fault. The body is what a Lightning component sees in `error.body`. */
export function auraFault(message: string): Reply {
  return { status: 400, json: { message, exceptionType: 'System.AuraException', isUserDefinedException: false, stackTrace: '' } };
}

/**
 * An Apex exception that left the method. The call itself went well, as on the platform, whose `/aura` answers 200 with the state of each
 * action: a browser's log shows no error for what a page handles. DML faults also carry their field and page errors.
 */
export function thrown(error: ApexException, userDefined: boolean): Reply {
  const body: JsonObject = {
    state: 'ERROR',
    message: error.message === '' ? 'Script-thrown exception' : error.message,
    exceptionType: error.typeName,
    isUserDefinedException: userDefined,
    stackTrace: error.apexStack ?? '',
  };
  return { status: 200, json: error.rows.length > 0 ? { ...body, ...dmlErrors(error) } : body };
}

function dmlErrors(error: ApexException): JsonObject {
  const fieldErrors: Record<string, Json[]> = {};
  const pageErrors: Json[] = [];
  for (const row of error.rows) {
    const entry = { statusCode: row.statusCode, message: row.message };
    const field = row.fields[0];
    if (field === undefined) pageErrors.push(entry);
    else fieldErrors[field] = [...(fieldErrors[field] ?? []), entry];
  }
  return { fieldErrors, pageErrors, index: error.rows[0]?.index ?? null };
}
