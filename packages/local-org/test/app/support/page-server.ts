import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';

/** What the page asked for: a REST resource, or a resource of the pages' own door. */
export interface Ask {
  readonly method: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}
export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  /** The answer waits for it. */
  readonly after?: Promise<void>;
}

/** Waits until a check passes; a second, vitest's own limit, is not enough on a busy machine. */
export const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 60_000 });

/** A server for code of the page: it answers as the test says and remembers what it was asked. */
export function pageServer() {
  const asked: Ask[] = [];
  const silent = (): Answer => ({ body: {} });
  const state: { answer: (ask: Ask) => Answer } = { answer: silent };
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const { method = '', url = '' } = request;
    const sent = JSON.parse(text) as Ask['body'];
    const ask = url === '/ui/call' ? (sent as unknown as Ask) : { method, url, body: sent };
    asked.push(ask);
    const { status = 200, body, after } = state.answer(ask);
    await after;
    const answer = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
  });
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const original = globalThis.fetch;
    // a page's addresses begin with a slash
    vi.stubGlobal('fetch', (url: string, options: RequestInit) => original(origin + url, options));
  });
  afterEach(() => {
    asked.length = 0;
    state.answer = silent;
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    server.close();
  });
  return { asked, state };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
