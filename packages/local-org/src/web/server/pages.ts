import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerOptions } from './options';
import { ownPath } from './own-path';
import { shellPolicy } from './policy';
import { isSignedIn, type ShowLogin } from './sign-in';

const FOREVER = 'public, max-age=31536000, immutable';
const REVALIDATE = 'no-cache';

/** Lightning pages and what they load: compiled modules under `/_lwc/`, the design system under `/_slds/` and `/slds/`. */
export async function pageRoutes(app: FastifyInstance, options: ServerOptions, webFolder: string, showLogin: ShowLogin): Promise<void> {
  const assets = assetsFolder(options.packageFolder);
  for (const [i, prefix] of ['/_slds/', '/slds/'].entries()) {
    await app.register(fastifyStatic, { root: assets, prefix, decorateReply: i === 0, maxAge: '1d', index: false });
  }
  await app.register(fastifyStatic, {
    root: webFolder,
    prefix: '/_lwc/',
    decorateReply: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => reply.setHeader('cache-control', neverChanges(path) ? FOREVER : REVALIDATE),
  });
  app.get('/', (request, reply) => entrance(options, webFolder, showLogin, request, reply));
  app.get('/lightning', (request, reply) => page(options, webFolder, request, reply));
  app.get('/lightning/*', (request, reply) => page(options, webFolder, request, reply));
}

/** Vendor folders carry a key and chunks a hash in their names. */
function neverChanges(path: string): boolean {
  return path.includes('/vendor/') || /-[\w-]{8,}\.js(\.map)?$/.test(path);
}

function assetsFolder(packageFolder: string): string {
  const require = createRequire(join(packageFolder, 'package.json'));
  const places = require.resolve.paths('@salesforce-ux/design-system') ?? [];
  const found = places.map((place) => join(place, '@salesforce-ux/design-system')).find((folder) => existsSync(folder));
  return join(found ?? dirname(packageFolder), 'assets');
}

/** `/`: the sign-in page, or home for who is signed in. */
async function entrance(
  options: ServerOptions,
  webFolder: string,
  showLogin: ShowLogin,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const target = ownPath((request.query as { startURL?: unknown }).startURL);
  if (await isSignedIn(options.lane, request)) {
    return options.headless ? page(options, webFolder, request, reply) : reply.redirect(target, 303);
  }
  return showLogin(reply, target, '');
}

/** The shell for every address under `/lightning`; visitors without a session see the sign-in page first. */
async function page(options: ServerOptions, webFolder: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!(await isSignedIn(options.lane, request))) return reply.redirect(`/?startURL=${encodeURIComponent(request.url)}`, 303);
  const index = join(webFolder, 'app', 'index.html');
  const text = (message: string): FastifyReply => reply.code(503).type('text/plain; charset=utf-8').send(message);
  if (options.headless) return text('This org was started with --headless: it serves its API, not its pages.');
  if (!existsSync(index)) return text('The pages are still being compiled. Reload in a moment.');
  const html = await readFile(index, 'utf8');
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', shellPolicy(html))
    .send(html);
}
