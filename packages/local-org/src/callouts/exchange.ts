import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { gunzipSync, inflateSync } from 'node:zlib';
import { failureText, Refused } from './failures';
import type { WireAnswer, WireFailure, WireRequest, WireResponse } from './wire';

/**
 * A connection that was idle for longer is closed: its server may be about to close it too, and a request that falls into that moment
 * is lost without anybody knowing whether it arrived.
 */
const IDLE_MS = 1_000;
const options = { keepAlive: true, timeout: IDLE_MS };
const CLIENTS = {
  'http:': { request: http.request, agent: new http.Agent(options) },
  'https:': { request: https.request, agent: new https.Agent(options) },
};

/** Sends one request and reads its answer. */
export async function exchange(request: WireRequest, onSent: () => void): Promise<WireAnswer> {
  const started = performance.now();
  const answer = await attempt(request, onSent);
  return { ...answer, milliseconds: performance.now() - started };
}

/** A redirect is an answer like any other: Apex gets it and decides. */
function attempt(request: WireRequest, onSent: () => void): Promise<WireResponse | WireFailure> {
  const { id, url, method, timeoutMs, deadlineMs, body } = request;
  const target = new URL(url);
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve({ kind: 'failure', id, message: failureText(error, target.hostname) });
    const client = CLIENTS[target.protocol as keyof typeof CLIENTS];
    let sent: http.ClientRequest;
    try {
      sent = client.request(target, { method, agent: client.agent, headers: headersOf(request), timeout: timeoutMs });
    } catch (error) {
      // A header or a method that HTTP cannot carry.
      fail(error as NodeJS.ErrnoException);
      return;
    }
    const deadline = setTimeout(() => sent.destroy(new Refused('Exceeded maximum time allotted for callout (120000 ms)')), deadlineMs);
    sent.on('timeout', () => sent.destroy(new Refused('Read timed out')));
    sent.on('error', fail);
    sent.on('close', () => clearTimeout(deadline));
    sent.on('finish', onSent);
    sent.on('response', (response) => {
      read(response, request).then(resolve, (error: NodeJS.ErrnoException) => {
        sent.destroy();
        fail(error);
      });
    });
    sent.end(body ?? undefined);
  });
}

function headersOf({ headers }: WireRequest): Record<string, string> {
  return Object.fromEntries(headers);
}

async function read(response: IncomingMessage, { id, maxBytes }: WireRequest): Promise<WireResponse> {
  const body = await bytesOf(response, maxBytes);
  return {
    kind: 'response',
    id,
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    headers: joined(response.rawHeaders),
    body: unpacked(body, response.headers['content-encoding'], maxBytes),
  };
}

const tooLarge = (maxBytes: number): Refused => new Refused(`Exceeded max size limit of ${maxBytes}`);

function bytesOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) reject(tooLarge(maxBytes));
      else chunks.push(chunk);
    });
    response.on('end', () => resolve(Buffer.concat(chunks)));
    response.on('error', reject);
  });
}

function unpacked(body: Buffer, encoding: string | undefined, maxOutputLength: number): Uint8Array {
  const unpack = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync }[encoding?.toLowerCase() ?? ''];
  if (!unpack || body.length === 0) return new Uint8Array(body);
  try {
    return new Uint8Array(unpack(body, { maxOutputLength }));
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(maxOutputLength) : new Refused('Not in GZIP format');
  }
}

/** Node's flat list of names and values, each name once. */
function joined(raw: readonly string[]): [string, string][] {
  const found = new Map<string, [string, string]>();
  for (let at = 0; at < raw.length; at += 2) {
    const [name = '', value = ''] = raw.slice(at, at + 2);
    const former = found.get(name.toLowerCase());
    if (former) former[1] += `, ${value}`;
    else found.set(name.toLowerCase(), [name, value]);
  }
  return [...found.values()];
}
