import { ok, type Reply, type SessionUser } from '../shared/call';
import { answering, oauthError } from './errors';
import { bearerToken } from './operations';
import { authenticate, formOf, mayLogIn, type Anonymous } from './validate';

/**
 * `POST /services/oauth2/token`: grants `password` and `client_credentials`. Any client id is accepted locally; with
 * `client_credentials` it may be the alias of a sample user, else the user `integration` (or the first one) runs.
 */
export const token = answering((request: Anonymous) => {
  const value = parametersOf(request);
  switch (value('grant_type')) {
    case 'password':
      return granted(request, authenticate(request.org, value('username'), value('password')), 'authentication failure');
    case 'client_credentials': {
      const { users } = request.org;
      const byAlias = (alias: string) => users.find((user) => user.alias === alias);
      const user = byAlias(clientId(request, value('client_id'))) ?? byAlias('integration') ?? users[0];
      const runs = user && mayLogIn(request.org, user.userId) ? user : null;
      return granted(request, runs, 'no client credentials user enabled');
    }
    case '':
      return oauthError('invalid_request', 'missing required parameter: grant_type');
    default:
      return oauthError('unsupported_grant_type', 'grant type not supported');
  }
});

/** `POST /services/oauth2/revoke` */
export const revoke = answering((request: Anonymous) => {
  const given = parametersOf(request)('token') || bearerToken(request.headers);
  if (given === null) return oauthError('invalid_request', 'missing required parameter: token');
  request.org.sessions.close(given);
  return { status: 200, text: '' };
});

/** A parameter by name, empty when it is missing: the body's come before those of the address. */
function parametersOf({ body, query }: Anonymous): (name: string) => string {
  const form = formOf(body);
  return (name) => form.get(name) ?? query.get(name) ?? '';
}

function clientId(request: Anonymous, fromForm: string): string {
  const basic = /^basic\s+(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  return basic ? (Buffer.from(basic, 'base64').toString('utf8').split(':')[0] ?? '') : fromForm;
}

function granted({ org, baseUrl }: Anonymous, user: SessionUser | null, otherwise: string): Reply {
  if (user === null) return oauthError('invalid_grant', otherwise);
  return ok({
    access_token: org.sessions.open(user.userId),
    signature: Buffer.from(user.userId).toString('base64'),
    scope: 'api id',
    instance_url: baseUrl,
    id: `${baseUrl}/id/${org.organizationId}/${user.userId}`,
    token_type: 'Bearer',
    issued_at: String(org.clock.now()),
  });
}
