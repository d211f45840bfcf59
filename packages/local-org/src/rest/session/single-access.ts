import { createHash, randomBytes } from 'node:crypto';
import { ok, type Call, type Reply } from '../shared/call';
import { restError } from '../shared/errors';
import { answering } from './errors';
import { formOf, mayLogIn, type Anonymous } from './validate';

/** How long the link is good (Salesforce Help, "Generate a Frontdoor URL to Bridge into UI Sessions": one minute, once). */
const GOOD_FOR_MS = 60_000;
const OWN_PATH = /^\/(?![/\\])/;

const keyOf = (code: string): string => `frontdoor:${createHash('sha256').update(code).digest('hex')}`;

/** `GET|POST /services/oauth2/singleaccess`: a link that signs a browser in, once, as whoever asks for it. */
export const singleAccess = answering(({ org, user, baseUrl, query, body }: Call): Reply => {
  const target = query.get('redirect_uri') ?? formOf(body).get('redirect_uri') ?? '';
  if (target !== '' && !OWN_PATH.test(target)) throw restError(400, 'INVALID_REDIRECT_URI', 'redirect_uri has to be a path of this org');
  const code = randomBytes(32).toString('base64url');
  org.step({ userId: user.userId }, () => {
    for (const { key, value } of org.kv.list('frontdoor:')) if (isOver(org.clock.now(), value)) org.kv.delete(key);
    org.kv.set(keyOf(code), JSON.stringify({ userId: user.userId, until: org.clock.now() + GOOD_FOR_MS }));
  });
  const link = new URLSearchParams({ otp: code, ...(target === '' ? {} : { startURL: target }) });
  return ok({ frontdoor_uri: `${baseUrl}/secur/frontdoor.jsp?${link.toString()}` });
});

const isOver = (now: number, value: string): boolean => (JSON.parse(value) as { until: number }).until <= now;

/** `POST /secur/frontdoor`, for the server's own page: a session for a code of such a link, or for a session that is open. */
export function frontdoor({ org, body }: Anonymous): Reply {
  const form = formOf(body);
  const userId = holderOf(org, form.get('otp') ?? '') ?? org.sessions.find(form.get('sid') ?? '')?.userId;
  if (userId === undefined || !mayLogIn(org, userId)) return { status: 401, json: [{ errorCode: 'INVALID_SESSION_ID', message: 'The link is not good any more' }] }; // prettier-ignore
  return ok({ access_token: org.sessions.open(userId) });
}

function holderOf(org: Anonymous['org'], code: string): string | undefined {
  const found = org.kv.get(keyOf(code));
  if (found === null) return undefined;
  org.step({ userId: '' }, () => org.kv.delete(keyOf(code)));
  return isOver(org.clock.now(), found) ? undefined : (JSON.parse(found) as { userId: string }).userId;
}
