import type { FastifyInstance } from 'fastify';
import type { Lane } from '../../host/port';
import { ask } from './forward';
import { escape, PLAIN_STYLE, plainPage } from './plain-page';
import { plainPagePolicy } from './policy';

/**
 * The page behind the link that a changed address gets. Following the link is the confirmation, as on the platform; HEAD is not following
 * (RFC 9110, 9.2.1: a safe method), and scanners of mail send it.
 */
export function confirmEmailRoute(app: FastifyInstance, lane: Lane): void {
  app.get('/secur/emailchange', { exposeHeadRoute: false }, async (request, reply) => {
    const { token } = request.query as { token?: unknown };
    const { status, body } = await ask(lane, {
      door: 'api',
      method: 'POST',
      url: '/secur/emailchange',
      headers: { host: request.headers.host ?? '', 'content-type': 'application/x-www-form-urlencoded' },
      body: new TextEncoder().encode(new URLSearchParams({ token: typeof token === 'string' ? token : '' }).toString()),
    });
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    const said =
      status === 200
        ? `Your email address is ${(JSON.parse(text) as { email: string }).email} now.`
        : status === 404
          ? 'This link is no longer valid. Ask your administrator to change the email address again.'
          : 'The org is still starting. Try again in a moment.';
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', plainPagePolicy(PLAIN_STYLE))
      .send(page(said));
  });
}

const page = (said: string): string =>
  plainPage(
    'Change of email address',
    `<main class="slds-p-around_xx-large">
<h1 class="slds-text-heading_large slds-m-bottom_medium">Change of email address</h1>
<p>${escape(said)} <a href="/">Go on</a></p>
</main>`,
  );
