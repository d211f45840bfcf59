import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import { Refusal, tooLarge } from './refusal';

/** REST API Developer Guide, "Using Compression". */
const UNPACK = { gzip: promisify(gunzip), deflate: promisify(inflate) } as const;
/** What a bulk job is told about its upload is the job's to say. */
const UPLOAD = /^\/services\/data\/[^/]+\/jobs\/ingest\/[^/]+\/batches\/?(\?|$)/i;

/** A body as its sender meant it; whoever reads it later finds it unpacked and is told so. Refuses more than `limit` bytes either way. */
export async function unpacked(request: IncomingMessage, body: Uint8Array, limit: number): Promise<Uint8Array> {
  const { headers, url = '' } = request;
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || UPLOAD.test(url)) return body;
  if (encoding !== 'gzip' && encoding !== 'deflate') {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', `Content-Encoding header specified in HTTP request is not supported: ${encoding}`);
  }
  delete headers['content-encoding'];
  try {
    const bytes = await UNPACK[encoding](body, { maxOutputLength: limit });
    // Memory of its own, so that it can change threads without a copy.
    return new Uint8Array(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    throw new Refusal(400, 'BAD_REQUEST', `The body is not packed as its header says: ${encoding}`);
  }
}
