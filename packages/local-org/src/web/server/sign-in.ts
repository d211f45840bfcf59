import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Lane } from '../../host/port';
import { ask, textOf } from './forward';
import { isOwnWish } from './guard';
import { loginPage } from './login-page';
import { ownPath } from './own-path';
import { PLAIN_STYLE } from './plain-page';
import { plainPagePolicy } from './policy';
import { Refusal } from './refusal';
import { askSession } from './session';

/** Name of the session cookie, as on the platform. */
const COOKIE = 'sid';
const LOGIN_POLICY = plainPagePolicy(PLAIN_STYLE);
const SESSION = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

/** Answers with the sign-in page; `problem` is what was wrong with the last attempt, or empty. */
export type ShowLogin = (reply: FastifyReply, target: string, problem: string, status?: number) => FastifyReply;

/** Sign-in page, sign-in and sign-out for browsers. The session itself lives in the engine. */
export function signInRoutes(app: FastifyInstance, lane: Lane): ShowLogin {
  const showLogin = loginAnswers(lane);
  app.get('/login', (request, reply) => showLogin(reply, ownPath((request.query as { startURL?: unknown }).startURL), ''));
  app.post('/login', (request, reply) => signIn(lane, showLogin, request, reply));
  app.get('/secur/frontdoor.jsp', { exposeHeadRoute: false }, (request, reply) => byLink(lane, showLogin, request, reply));
  for (const path of ['/logout', '/secur/logout.jsp']) {
    // HEAD is safe (RFC 9110, 9.2.1): it signs nobody out.
    app.get(path, { exposeHeadRoute: false }, (request, reply) => signOut(lane, request, reply));
    app.post(path, (request, reply) => signOut(lane, request, reply));
  }
  return showLogin;
}

/** True when the request's cookie opens a session. */
export async function isSignedIn(lane: Lane, request: FastifyRequest): Promise<boolean> {
  if (!request.cookies[COOKIE]) return false;
  const { cookie, host } = request.headers;
  return (await askSession(lane, 'page', { cookie, host })).status === 200;
}

function loginAnswers(lane: Lane): ShowLogin {
  let orgName: string | null = null;
  lane.ready.then(
    (ready) => (orgName = ready.orgName),
    // Why the org did not start is told by whoever started it.
    () => undefined,
  );
  return (reply, target, problem, status = 200) =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', LOGIN_POLICY)
      .send(loginPage(orgName, target, problem));
}

async function signIn(lane: Lane, showLogin: ShowLogin, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = new URLSearchParams(textOf(request));
  const target = ownPath(form.get('startURL'));
  const grant = new URLSearchParams({
    grant_type: 'password',
    client_id: 'browser',
    client_secret: '',
    username: form.get('username') ?? '',
    password: form.get('password') ?? '',
  });
  const { status, body } = await ask(lane, {
    door: 'api',
    method: 'POST',
    url: '/services/oauth2/token',
    headers: { host: request.headers.host ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new TextEncoder().encode(grant.toString()),
  });
  if (status === 503) return showLogin(reply, target, 'The org is still starting. Try again in a moment.', 503);
  if (status !== 200) {
    return showLogin(
      reply,
      target,
      'Please check your username and password. If you still can’t log in, contact your Salesforce administrator.',
    );
  }
  const { access_token: token } = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) as { access_token: string };
  return reply.setCookie(COOKIE, token, SESSION).redirect(target, 303);
}

/** The link of `sf org open`. Another site must not sign anybody in, as whomever it likes. */
async function byLink(lane: Lane, showLogin: ShowLogin, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!isOwnWish(request.raw)) throw new Refusal(403, 'FORBIDDEN', 'Another site cannot sign you in');
  const { otp, sid, startURL, retURL } = request.query as Readonly<Record<string, unknown>>;
  const target = ownPath(startURL ?? retURL);
  const form = new URLSearchParams(Object.entries({ otp, sid }).filter((one): one is [string, string] => typeof one[1] === 'string'));
  const { status, body } = await ask(lane, {
    door: 'api',
    method: 'POST',
    url: '/secur/frontdoor',
    headers: { host: request.headers.host ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new TextEncoder().encode(form.toString()),
  });
  if (status !== 200) return showLogin(reply, target, 'This link has been used, or is too old. Please log in.', status);
  const { access_token: token } = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) as { access_token: string };
  return reply.setCookie(COOKIE, token, SESSION).redirect(target, 303);
}

/** A person may type the address or follow a link of this server; no other page signs anybody out. */
async function signOut(lane: Lane, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!isOwnWish(request.raw)) throw new Refusal(403, 'FORBIDDEN', 'Another site cannot sign you out');
  const token = request.cookies[COOKIE];
  if (token) {
    const body = new TextEncoder().encode(new URLSearchParams({ token }).toString());
    await ask(lane, { door: 'api', method: 'POST', url: '/services/oauth2/revoke', headers: { host: request.headers.host ?? '' }, body });
  }
  return reply.clearCookie(COOKIE, SESSION).redirect('/', 303);
}
