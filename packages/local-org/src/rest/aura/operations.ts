import { LimitException } from '../../kernel/exceptions';
import type { Call } from '../shared/call';
import { argumentsOf, findMethod, isCacheable, type AuraRequest } from './validate';

/** Calls the method in a transaction of the user and gives its result as plain JSON. */
export function callApex(call: Call, request: AuraRequest): unknown {
  const { org, user } = call;
  const { className, method } = findMethod(org, user.userId, request);
  return call.transaction((transaction) => {
    const result = org.program.invokeStatic(className, method.name, argumentsOf(org, method, request.params));
    // A cacheable method may not write; the platform gives it no DML statement at all.
    if (isCacheable(method) && transaction.hasPendingWork) throw new LimitException('Too many DML statements: 1');
    return method.returnType === 'void' ? null : org.program.toJson(result);
  });
}
