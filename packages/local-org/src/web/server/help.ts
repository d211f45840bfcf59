import { dirname, resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { projectFileOf } from '../../metadata';

/** `/help/<file>`: the text file that the project names as its help, and those beside it, as text: nothing in them can act on a page. */
export async function helpRoutes(app: FastifyInstance, root: string): Promise<void> {
  const { help } = projectFileOf(root);
  if (/^https?:/.test(help)) return;
  const folder = dirname(help);
  await app.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      if (reply.statusCode === 200) reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-cache');
    });
    await scope.register(fastifyStatic, {
      root: resolve(root, folder),
      prefix: `/help/${folder === '.' ? '' : `${folder}/`}`,
      decorateReply: false,
      index: false,
      dotfiles: 'ignore',
      allowedPath: (path) => /\.(md|txt)$/.test(path) && !path.includes(`${sep}.`),
    });
  });
}
