import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import SCIMMYRouters from 'scimmy-routers';
import { admin } from './admin.mjs';
import { answerError, cursorIn, distorted, refuses } from './hostility.mjs';
import { Journal } from './journal.mjs';
import { Store } from './store.mjs';
import { Switches } from './switches.mjs';
import { Tokens } from './token.mjs';
import './users.mjs';

const HOST = '127.0.0.1';

/**
 * A SCIM 2.0 service at `<url>/scim/v2` behind the token endpoint `<url>/oauth/token`, with an administration at `<url>/admin` (see admin.mjs). `port` 0: a
 * free one.
 */
export async function startTarget({ port = 0, clientId, clientSecret }) {
  const store = new Store();
  const journal = new Journal();
  const switches = new Switches();
  const tokens = new Tokens({ clientId, clientSecret }, switches);
  const app = express().disable('etag').disable('x-powered-by');
  app.use('/admin', admin({ store, journal, switches, tokens }));
  app.post('/oauth/token', express.urlencoded({ extended: false }), tokens.issue);
  app.use('/scim/v2', express.json({ type: ['application/scim+json', 'application/json'] }), meddling({ store, journal, switches }));
  app.use(
    '/scim/v2',
    new SCIMMYRouters({
      type: 'bearer',
      handler: (request) => tokens.authenticate(request),
      context: (request) => request.scim,
      baseUri: (request) => `http://${request.headers.host}`,
    }),
  );
  app.get('/', (request, response) => void response.send({ scim: '/scim/v2', token: '/oauth/token', journal: '/admin/journal' }));
  const server = app.listen(port, HOST);
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url: `http://${HOST}:${server.address().port}`, store, journal, switches, tokens, close };
}

/** Notes every request and its answer, and lets the switches meddle before and after the service. */
function meddling({ store, journal, switches }) {
  return async (request, response, next) => {
    const entry = journal.begin(request);
    store.requests++;
    const page = { cursor: cursorIn(switches, request), startIndex: 1, next: null };
    request.scim = { store, switches, request, page, lag: switches.has('lag', request)?.requests ?? 0 };
    const late = switches.take('late', request);
    if (late) await pause(late.milliseconds);
    sendThrough(request, response, entry, { switches, page });
    if (refuses(switches, request, response)) return;
    const conflict = versionConflict(store, request);
    if (conflict) answerError(response, conflict);
    else next();
  };
}

/** Takes hold of what is sent: SCIM messages are objects when they come here first. */
function sendThrough(request, response, entry, { switches, page }) {
  const send = response.send.bind(response);
  response.send = (body) => {
    response.send = send;
    const isMessage = typeof body === 'object' && body !== null;
    const isGood = response.statusCode < 300;
    const lost = isGood ? switches.take('after', request) : null;
    if (lost) {
      answerError(response, lost);
      return noted(entry, response.statusCode, null, response);
    }
    const message = isMessage && isGood ? distorted(switches, request, JSON.parse(JSON.stringify(body)), page) : body;
    if (message?.meta?.version) response.set('ETag', message.meta.version);
    const text = isMessage ? JSON.stringify(message) : body;
    noted(entry, response.statusCode, message ?? null, response);
    return send(isMessage && isGood && switches.take('half', request) ? text.slice(0, text.length / 2) : text);
  };
}

function noted(entry, status, answer, response) {
  entry.status = status;
  entry.answer = answer;
  return response;
}

/** RFC 7644, 3.14: a change that is meant for another version is refused. */
function versionConflict(store, request) {
  const wanted = request.headers['if-match'];
  const id = /^\/Users\/([^/?]+)/.exec(request.path)?.[1];
  const user = id && store.users.get(decodeURIComponent(id))?.user;
  const isMeant = !wanted || wanted === '*' || !user || wanted === user.meta.version;
  return isMeant ? null : { status: 412, detail: 'The user has changed since' };
}
