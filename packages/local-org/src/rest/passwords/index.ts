import { UnsupportedError } from '../../kernel/exceptions';
import { noContent, ok, route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { notFound, restError } from '../shared/errors';
import { parseJsonObject } from '../shared/json';
import { maySetPassword, passwordFault, setPassword } from '../../platform';
import { toId18 } from '../../kernel/ids';

/** sObject User Password (REST API Developer Guide): set a password, or ask whether it has run out, which here none does. */
export function passwordRoutes(data: string): Route[] {
  const password = `${data}/sobjects/User/:id/password`;
  return [route('GET', password, status), route('POST', password, set), route('DELETE', password, reset)];
}

function status(call: Call, params: Params): Reply {
  requireAccess(call, params);
  return ok({ isExpired: false });
}

function set(call: Call, params: Params): Reply {
  const userId = requireAccess(call, params);
  const given = parseJsonObject(call.body)['NewPassword'];
  const password = typeof given === 'string' ? given : '';
  const fault = passwordFault(password);
  if (fault !== null) throw restError(400, 'INVALID_NEW_PASSWORD', fault);
  call.transaction((transaction) => setPassword(transaction, userId, password));
  return noContent();
}

function reset(): Reply {
  throw new UnsupportedError('a generated password by mail (DELETE of sObject User Password)');
}

/** The id of a user that exists and whose password the caller may set. */
function requireAccess(call: Call, params: Params): string {
  const userId = toId18(params['id'] ?? '');
  return call.transaction((transaction) => {
    if (userId === null || !isUser(call, userId)) throw notFound();
    if (!maySetPassword(transaction, userId))
      throw restError(403, 'INSUFFICIENT_ACCESS', 'You do not have permission to view this record.');
    return userId;
  });
}

const isUser = ({ org }: Call, id: string): boolean =>
  org.data.countText('SELECT COUNT() FROM User WHERE Id = :id', new Map([['id', id]]), { mode: 'system', sharing: false, api: true }) > 0;
