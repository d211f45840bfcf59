import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from '../rest/served-org';
import { answerOn, open } from './raw';

let served: Served;
let admin: Client;
let host: string;
beforeAll(async () => {
  served = await serveLibrary({ patience: { headers: 600, idleBody: 600, request: 2_400, keepAlive: 600, check: 20 } });
  admin = await served.signIn('admin');
  host = new URL(served.url).host;
});
afterAll(() => served.close());

const closed = (socket: Socket): Promise<void> =>
  new Promise((done) =>
    socket
      .on('error', () => undefined)
      .resume()
      .once('close', () => done()),
  );

describe('a client that does not go on', () => {
  const line = 'POST /services/data/v67.0/sobjects/Book__c HTTP/1.1\r\n';
  const begun = () => `${line}Host: ${host}\r\nAuthorization: Bearer ${admin.token}\r\n`;

  it.each([
    ['nothing', () => '', 408],
    ['half a request line', () => 'POST /ser', 408],
    ['half a header', begun, 408],
    ['half a body', () => `${begun()}Content-Length: 10\r\n\r\n{"Na`, 408],
    ['half a chunk', () => `${begun()}Transfer-Encoding: chunked\r\n\r\n5\r\n{"N`, 408],
    ['a chunk without the last', () => `${begun()}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`, 408],
    ['half a body to a route that reads none', () => `GET /services/data HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 10\r\n\r\nabc`, 200],
    ['half a body to a route that is none', () => `POST /nope HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 10\r\n\r\nabc`, 404],
    ['half a body to a host that is none', () => `POST /nope HTTP/1.1\r\nHost: evil\r\nContent-Length: 10\r\n\r\nabc`, 403],
    ['a whole request', () => `GET /services/data HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 200],
  ])('is let go after %s', async (_, text, status) => {
    const socket = open(served.url);
    socket.write(text());
    expect((await answerOn(socket)).status).toBe(status);
  });

  it('is let go when it drips, header by header or byte by byte', async () => {
    for (const start of [begun(), `${begun()}Content-Length: 100000\r\n\r\n`]) {
      const socket = open(served.url);
      const end = closed(socket);
      socket.write(start);
      const drip = setInterval(() => socket.write('a'), 20);
      await end;
      clearInterval(drip);
    }
  });

  it('is let go however many there are, and others are served meanwhile', async () => {
    const sockets = Array.from({ length: 1_000 }, () => open(served.url));
    const ends = sockets.map(closed);
    sockets.forEach((socket, i) => socket.write(i % 2 === 0 ? begun() : `${begun()}Content-Length: 10\r\n\r\n{`));
    expect((await admin.call('GET', 'limits')).status).toBe(200);
    await Promise.all(ends);
  }, 20_000);
});

describe('a client that is only slow', () => {
  it('is waited for as long as something arrives', async () => {
    const body = JSON.stringify({ Name: 'Slow' });
    const socket = open(served.url);
    const answer = answerOn(socket);
    socket.write(
      `POST /services/data/v67.0/sobjects/Book__c HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${admin.token}\r\nConnection: close\r\n`,
    );
    socket.write(`Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`);
    for (const char of body) {
      socket.write(char);
      await pause(20);
    }
    expect((await answer).status).toBe(201);
  });
});
