import { ok, type Reply } from '../shared/call';
import { notFound } from '../shared/errors';
import { formOf, type Anonymous } from './validate';

/** `POST /secur/emailchange`, for the server's own page: whoever has the link has the mailbox, so no session is asked for. */
export function confirmEmail({ org, body }: Anonymous): Reply {
  const address = org.confirmEmail(formOf(body).get('token') ?? '');
  if (address === null) throw notFound();
  return ok({ email: address });
}
