import express, { Router } from 'express';

/**
 * | call                                     | does                                                                   |
 * | ---------------------------------------- | ---------------------------------------------------------------------- |
 * | `GET /admin/journal?after=N`             | the requests after the first N, with body, status and answer           |
 * | `DELETE /admin/journal`                  | forgets them                                                           |
 * | `GET` · `PUT /admin/switches`            | the switches that are on (see switches.mjs)                            |
 * | `GET` · `PUT /admin/users`               | the users; PUT puts others in their place                              |
 * | `POST /admin/users`                      | adds users, as if somebody had made them there                         |
 * | `DELETE /admin/tokens`                   | every token has expired                                                |
 *
 * Only JSON is taken, so that no page of another site can send it without asking (Fetch standard, "CORS-preflight fetch").
 */
export function admin({ store, journal, switches, tokens }) {
  const router = Router();
  router.use(express.json({ limit: '50mb' }));
  router.get('/journal', ({ query }, response) => void response.send(journal.entries.slice(Number(query.after ?? 0))));
  router.delete('/journal', (request, response) => done(response, () => journal.clear()));
  router.get('/switches', (request, response) => void response.send(switches.on));
  router.put('/switches', ({ body }, response) => done(response, () => switches.set(body)));
  router.get('/users', (request, response) => void response.send([...store.users.values()].map(({ user }) => user)));
  router.put('/users', ({ body }, response) => {
    done(response, () => {
      store.clear();
      for (const user of body) store.add(user);
    });
  });
  router.post('/users', ({ body }, response) => done(response, () => body.forEach((user) => store.add(user))));
  router.delete('/tokens', (request, response) => done(response, () => tokens.clear()));
  return router;
}

function done(response, work) {
  try {
    work();
    response.status(204).end();
  } catch (error) {
    response.status(400).send({ detail: error.message });
  }
}
