import { ApexException } from '../../kernel/exceptions';
import { ok, route, type Call, type Reply, type Route } from '../shared/call';
import { parseJsonObject, type Json } from '../shared/json';
import { auraContext } from './context';
import { auraFault, thrown } from './errors';
import { callApex } from './operations';
import { AuraRefusal, requestOf } from './validate';

/**
 * `POST /aura/apex` `{classname, method, params, cacheable}`: the bridge of Lightning components to @AuraEnabled methods. Our own
 * format: 200 `{"returnValue"}`, or the body that a component reads from `error.body`: with 400 where Apex was not reached, with 200 and `"state":"ERROR"` where
 * it threw.
 */
export const auraRoutes: readonly Route[] = [route('POST', '/aura/apex', apex), route('POST', '/aura/context', auraContext)];

function apex(call: Call): Reply {
  try {
    return ok({ returnValue: (callApex(call, requestOf(parseJsonObject(call.body))) ?? null) as Json });
  } catch (error) {
    if (error instanceof AuraRefusal) return auraFault(error.message);
    if (error instanceof ApexException) return thrown(error, call.org.program.classInfo(error.typeName) !== undefined);
    throw error;
  }
}
