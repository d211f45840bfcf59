import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePort } from '../../src/host/free-port';

const RANGE = '/proc/sys/net/ipv4/ip_local_port_range';

it('a free port can be listened on', async () => {
  const server = createServer().listen(await freePort(), '127.0.0.1');
  await once(server, 'listening');
  await new Promise((done) => server.close(done));
});

it.runIf(process.platform === 'linux')('a free port is none that the system gives to an outgoing connection meanwhile', async () => {
  const first = Number(/\d+/.exec(readFileSync(RANGE, 'utf8'))?.[0]);
  for (let tries = 0; tries < 50; tries++) expect(await freePort()).toBeLessThan(first);
});
