import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Encoding = 'br' | 'gzip';

const TEXT = /^(text\/|application\/(javascript|json|xml)|image\/svg)/;
/** Less than this fits one packet either way. */
const WORTHWHILE = 1_024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Half-way up: the whole style sheet takes 60 ms, once; the best would take two seconds for a tenth less. */
const pack: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes) => zip(bytes),
};

/** Sends the texts of these routes compressed to whoever takes that. What has an ETag is compressed once and kept. */
export function compressTexts(app: FastifyInstance): void {
  const kept = new Map<string, Promise<Buffer>>();
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    if (!TEXT.test(String(reply.getHeader('content-type') ?? ''))) return payload;
    reply.header('vary', 'accept-encoding');
    const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''));
    if (encoding === null || !isWhole(request, reply, payload)) return payload;
    const tag = reply.getHeader('etag');
    const key = tag === undefined ? null : `${encoding} ${String(tag)} ${request.url.split('?')[0] ?? ''}`;
    const known = key === null ? undefined : kept.get(key);
    // The file was opened although its compressed bytes are there.
    if (known && isStream(payload)) payload.destroy();
    const packed = known ?? bytesOf(payload).then(pack[encoding]);
    if (key !== null && !known) keep(kept, key, packed);
    return encoded(reply, encoding, await packed);
  });
}

function keep(kept: Map<string, Promise<Buffer>>, key: string, packed: Promise<Buffer>): void {
  kept.set(key, packed);
  packed.catch(() => kept.delete(key));
}

function encoded(reply: FastifyReply, encoding: Encoding, bytes: Buffer): Buffer {
  reply.header('content-encoding', encoding).header('content-length', bytes.length).removeHeader('accept-ranges');
  return bytes;
}

/** A part of a file, an answer without a body, and what is small go out as they are. */
function isWhole(request: FastifyRequest, reply: FastifyReply, payload: unknown): boolean {
  if (request.method === 'HEAD' || reply.statusCode !== 200 || reply.getHeader('content-encoding') !== undefined) return false;
  const length = reply.getHeader('content-length');
  if (length !== undefined) return Number(length) >= WORTHWHILE && (isStream(payload) || isText(payload));
  return isStream(payload) || (isText(payload) && payload.length >= WORTHWHILE);
}

const isText = (payload: unknown): payload is string | Buffer => typeof payload === 'string' || Buffer.isBuffer(payload);

const isStream = (payload: unknown): payload is Readable => typeof (payload as Readable | null)?.pipe === 'function';

const bytesOf = (payload: unknown): Promise<Buffer> =>
  isStream(payload) ? buffer(payload) : Promise.resolve(Buffer.isBuffer(payload) ? payload : Buffer.from(payload as string));

/** The first of ours that the client names and does not refuse (`q=0`). */
function encodingFor(accepted: string): Encoding | null {
  const named = new Set(
    accepted
      .split(',')
      .map((part) =>
        part
          .trim()
          .toLowerCase()
          .split(/\s*;\s*/),
      )
      .filter(([, quality]) => quality === undefined || !/^q=0(\.0*)?$/.test(quality))
      .map(([name]) => name),
  );
  return named.has('br') ? 'br' : named.has('gzip') ? 'gzip' : null;
}
