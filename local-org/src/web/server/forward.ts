import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Door, Lane, LaneRequest, LaneResponse } from '../../host/port';

/** Sends a request to the engine and its answer back. */
export async function forward(lane: Lane, door: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return answer(reply, await ask(lane, toLaneRequest(door, request)));
}

/** The engine's answer; 503 in the platform's shape when the engine is not there. */
export async function ask(lane: Lane, request: LaneRequest): Promise<LaneResponse> {
  try {
    return await lane.request(request);
  } catch (error) {
    const message = `The engine does not answer: ${error instanceof Error ? error.message : String(error)}`;
    const body = JSON.stringify([{ errorCode: 'SERVER_UNAVAILABLE', message }]);
    return { status: 503, headers: { 'content-type': 'application/json;charset=UTF-8' }, body };
  }
}

export function toLaneRequest(door: Door, request: FastifyRequest): LaneRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { door, method: request.method, url: request.raw.url ?? '/', headers, body: bytesOf(request.body) };
}

/** A copy that owns its memory, so that it can change threads without another copy. */
function bytesOf(body: unknown): Uint8Array | null {
  return Buffer.isBuffer(body) ? new Uint8Array(body) : null;
}

function answer(reply: FastifyReply, response: LaneResponse): FastifyReply {
  reply.code(response.status).headers(response.headers);
  const { body } = response;
  return reply.send(typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}
