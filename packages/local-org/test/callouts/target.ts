import { type createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';

/** One request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/**
 * A server in a thread of its own, because the engine of a test blocks the test's thread while it waits for an answer. `handler` is the
 * source of a function of a request and a response, both of node:http; `/journal` gives what arrived, but for the journal's own requests.
 */
export async function startTarget(handler: string): Promise<{ url: string; journal(): Promise<Arrived[]>; close(): Promise<void> }> {
  const source = `
    const { parentPort } = require('node:worker_threads');
    const zlib = require('node:zlib');
    const handler = ${handler};
    (${serve.toString()})(require('node:http').createServer, handler, (port) => parentPort.postMessage(port));
  `;
  const thread = new Worker(source, { eval: true });
  const port = await new Promise<number>((done, fail) => thread.once('message', done).once('error', fail));
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    journal: async () => (await (await fetch(`${url}/journal`)).json()) as Arrived[],
    close: async () => void (await thread.terminate()),
  };
}

type Handler = (request: IncomingMessage & { text: string }, response: ServerResponse) => void;

function serve(create: typeof createServer, handler: Handler, tell: (port: number) => void): void {
  const arrived: object[] = [];
  const server = create((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (request.url === '/journal') {
        response.end(JSON.stringify(arrived));
        return;
      }
      const { method, url, headers } = request;
      arrived.push({ method, url, headers, body: body.toString('latin1') });
      handler(Object.assign(request, { text: body.toString('utf8') }), response);
    });
  });
  server.listen(0, '127.0.0.1', () => tell((server.address() as AddressInfo).port));
}
