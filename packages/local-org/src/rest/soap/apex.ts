import { restError } from '../shared/errors';
import { textIn } from '../session/envelope';
import type { SoapAnswer, SoapRequest, SoapService } from './service';
import { xmlOf } from './xml';

/** The Apex API (SOAP API Developer Guide, "Apex-Related Calls"): anonymous Apex, with its debug lines where the caller asks for a log. */
export const APEX_SERVICE: SoapService = {
  namespace: 'http://soap.sforce.com/2006/08/apex',
  faults: 'http://soap.sforce.com/2006/08/apex',
  operations: { executeAnonymous },
};

function executeAnonymous({ org, user, header, operation }: SoapRequest): SoapAnswer {
  if (!org.access.hasPermission(user.userId, 'AuthorApex'))
    throw restError(403, 'INSUFFICIENT_ACCESS', 'You need the permission Author Apex for this');
  const source = operation.children.find((child) => child.name === 'String' || child.name === 'apexcode');
  const run = org.exec(source ? textIn(operation, source.name) : '', user.userId);
  const wantsLog = header.children.some((child) => child.name === 'DebuggingHeader');
  const result = {
    column: run.column,
    compileProblem: run.compileProblem,
    compiled: run.compiled,
    exceptionMessage: run.exceptionMessage,
    exceptionStackTrace: run.exceptionStackTrace,
    line: run.line,
    success: run.success,
  };
  return {
    body: xmlOf('executeAnonymousResponse', { result }),
    ...(wantsLog ? { header: xmlOf('DebuggingInfo', { debugLog: run.debugLog.join('\n') }) } : {}),
  };
}
