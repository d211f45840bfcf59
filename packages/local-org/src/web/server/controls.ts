import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LaneStatus } from '../../host/port';
import { ask, forward, sendAnswer, textOf, toLaneRequest } from './forward';
import type { ServerOptions } from './options';
import { turns } from './turns';

/**
 * `/__local/info` and the outbox (`emails`, `notifications`) always; `reset`, `database`, `seed`, `clock`, `jobs/run`, `faults` and `email` only as
 * test controls, with JSON bodies only.
 */
export function controlRoutes(app: FastifyInstance, options: ServerOptions, status: () => LaneStatus, baseUrl: () => string): void {
  app.get('/__local/info', async (_request, reply) => {
    const now = status();
    if (now.state !== 'ready') return reply.code(503).header('cache-control', 'no-store').send(now);
    const known = await options.lane.ready;
    const users = known.users.map(({ alias, username, password, persona }) => ({ alias, username, password, persona }));
    const services = options.services?.() ?? {};
    return reply.header('cache-control', 'no-store').send({ baseUrl: baseUrl(), apiVersion: known.apiVersion, users, services });
  });
  for (const name of ['emails', 'notifications']) {
    app.get(`/__local/${name}`, (request, reply) => forward(options.lane, 'control', request, reply));
  }
  if (options.testControls === false) return;
  for (const name of ['clock', 'jobs/run', 'faults', 'email']) {
    app.post(`/__local/${name}`, { preHandler: jsonOnly }, (request, reply) => forward(options.lane, 'control', request, reply));
  }
  const inTurn = options.inTurn ?? turns();
  app.post('/__local/reset', { preHandler: jsonOnly }, (request, reply) => inTurn(() => reset(options, request, reply)));
  app.post('/__local/database', { preHandler: jsonOnly }, (request, reply) => inTurn(() => changeDatabase(options, request, reply)));
  app.post('/__local/seed', { preHandler: jsonOnly }, (request, reply) => inTurn(() => seed(options, request, reply)));
}

/** A form of a foreign page cannot send JSON, so it cannot reach a test control. */
async function jsonOnly(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return;
  await refuse(reply, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Test controls take JSON bodies only');
}

function refuse(reply: FastifyReply, status: number, errorCode: string, message: string): FastifyReply {
  return reply.code(status).send([{ errorCode, message }]);
}

/** Empties the org; `{"seed": true}` loads the sample data again. */
async function reset(options: ServerOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const body = bodyOf(request);
  if (body === null) return refuse(reply, 400, 'JSON_PARSER_ERROR', 'The body has to be a JSON object');
  const answer = await ask(options.lane, toLaneRequest('control', request));
  if (answer.status === 200 && body['seed'] === true && options.seed) {
    const problem = await seedProblem(options.seed, null);
    if (problem !== null) return refuse(reply, 400, 'SEED_REFUSED', problem);
  }
  return sendAnswer(reply, answer);
}

/** `{"file": path}` serves that database from now on, with `"project"` by that project; `{"file": null}` closes the one that is open. */
async function changeDatabase(options: ServerOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { file, project } = bodyOf(request) ?? {};
  const known = (file === null || typeof file === 'string') && (project === undefined || typeof project === 'string');
  if (!known)
    return refuse(reply, 400, 'INVALID_INPUT', 'Give {"file": "path of a database" or null} and, for another project, its "project"');
  if (!options.changeDatabase) return refuse(reply, 404, 'NOT_FOUND', 'This server was started with a database for good');
  try {
    await options.changeDatabase({ file, ...(project === undefined ? {} : { project }) });
  } catch (error) {
    return refuse(reply, 409, 'DATABASE_NOT_OPENED', error instanceof Error ? error.message : String(error));
  }
  return reply.send({ file });
}

/** `{"scenario": "default"}`: the files of local-org.json; a scenario of it by name; `{"files": [...]}`: other files below the project. */
async function seed(options: ServerOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const body = bodyOf(request);
  const files = body?.['files'];
  const scenario = files === undefined ? (body?.['scenario'] ?? 'default') : 'default';
  if (body === null || typeof scenario !== 'string' || (files !== undefined && !isTextList(files))) {
    return refuse(
      reply,
      400,
      'INVALID_INPUT',
      'Give {"scenario": "default"}, the name of another scenario, or {"files": ["folder/Object.csv"]}',
    );
  }
  if (scenario !== 'default') return play(options, scenario, reply);
  if (!options.seed) return refuse(reply, 404, 'NOT_FOUND', 'This server was started without sample data');
  if (files?.some((file) => file.split(/[\\/]/).includes('..') || file.startsWith('/'))) {
    return refuse(reply, 400, 'INVALID_INPUT', 'Files have to be inside the project');
  }
  const problem = await seedProblem(options.seed, files ?? null);
  if (problem !== null) return refuse(reply, 400, 'SEED_REFUSED', problem);
  return reply.send({ seeded: true });
}

async function play(options: ServerOptions, name: string, reply: FastifyReply): Promise<FastifyReply> {
  let known: boolean | undefined;
  const problem = await problemOf(async () => (known = await options.scenario?.(name)));
  if (problem !== null) return refuse(reply, 400, 'SEED_REFUSED', problem);
  if (known !== true) return refuse(reply, 400, 'INVALID_INPUT', `local-org.json names no scenario ${name}`);
  return reply.send({ seeded: true });
}

/** Why sample data were refused; null when they were loaded. */
function seedProblem(load: NonNullable<ServerOptions['seed']>, files: readonly string[] | null): Promise<string | null> {
  return problemOf(() => load(files));
}

function problemOf(work: () => Promise<unknown>): Promise<string | null> {
  return work().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

const isTextList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

function bodyOf(request: FastifyRequest): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(textOf(request));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
