import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { compressTexts } from './compressed';
import { helpRoutes } from './help';
import type { ServerOptions } from './options';
import { ownPath } from './own-path';
import { shellPolicy } from './policy';
import { isSignedIn, type ShowLogin } from './sign-in';
import { designFolder, inTheme, THEME_COOKIE, themeNamed, themeNames, themeRemembered, withoutTheme } from './themes';

const FOREVER = 'public, max-age=31536000, immutable';
const REVALIDATE = 'no-cache';
/** A year, in seconds; says nothing that a script must not read. */
const REMEMBERED = { path: '/', maxAge: 31_536_000, sameSite: 'strict' } as const;

/** Lightning pages and what they load: compiled modules under `/_lwc/`, the design systems under `/_slds/` (and `/slds/`) and `/_slds2/`. */
export async function pageRoutes(app: FastifyInstance, options: ServerOptions, webFolder: string, showLogin: ShowLogin): Promise<void> {
  await app.register(async (scope) => {
    compressTexts(scope);
    await fileRoutes(scope, options.packageFolder, webFolder);
    await helpRoutes(scope, options.root);
    scope.get('/', (request, reply) => entrance(options, webFolder, showLogin, request, reply));
    scope.get('/lightning', (request, reply) => page(options, webFolder, request, reply));
    scope.get('/lightning/*', (request, reply) => page(options, webFolder, request, reply));
  });
}

async function fileRoutes(app: FastifyInstance, packageFolder: string, webFolder: string): Promise<void> {
  const slds1 = designFolder(packageFolder, '@salesforce-ux/design-system', 'assets');
  const slds2 = designFolder(packageFolder, '@salesforce-ux/design-system-2', 'dist');
  const folders = [['/_slds/', slds1], ['/slds/', slds1], ['/_slds2/', slds2]] as const; // prettier-ignore
  for (const [i, [prefix, root]] of folders.entries()) {
    await app.register(fastifyStatic, { root, prefix, decorateReply: i === 0, maxAge: '1d', index: false });
  }
  await app.register(fastifyStatic, {
    root: webFolder,
    prefix: '/_lwc/',
    decorateReply: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => reply.setHeader('cache-control', neverChanges(path) ? FOREVER : REVALIDATE),
  });
}

/** Vendor folders carry a key and chunks a hash in their names. */
function neverChanges(path: string): boolean {
  return path.includes('/vendor/') || /-[\w-]{8,}\.js(\.map)?$/.test(path);
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

/** The shell for every address under `/lightning`; visitors without a session see the sign-in page first. `?theme=` chooses its looks. */
async function page(options: ServerOptions, webFolder: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!(await isSignedIn(options.lane, request))) return reply.redirect(`/?startURL=${encodeURIComponent(request.url)}`, 303);
  const index = join(webFolder, 'app', 'index.html');
  const text = (code: number, message: string): FastifyReply => reply.code(code).type('text/plain; charset=utf-8').send(message);
  if (options.headless) return text(503, 'This org was started with --headless: it serves its API, not its pages.');
  const { theme } = request.query as { theme?: unknown };
  if (theme !== undefined) {
    const chosen = themeNamed(String(theme));
    if (!chosen) return text(400, `There is no theme ${String(theme)}: use one of ${themeNames().join(', ')}.`);
    return reply.setCookie(THEME_COOKIE, chosen.name, REMEMBERED).redirect(withoutTheme(request.url), 303);
  }
  if (!existsSync(index)) return text(503, 'The pages are still being compiled. Reload in a moment.');
  const html = inTheme(await readFile(index, 'utf8'), themeRemembered(request.cookies[THEME_COOKIE]));
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', shellPolicy(html))
    .send(html);
}
