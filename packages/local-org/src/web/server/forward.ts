import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Door, Lane, LaneRequest, LaneResponse } from '../../host/port';
import { errorBody, JSON_TYPE } from './refusal';

/** Sends a request to the engine and its answer back. */
export async function forward(lane: Lane, door: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendAnswer(reply, await ask(lane, toLaneRequest(door, request)));
}

/** The engine's answer; 503 in the platform's shape when the engine is not there. */
export async function ask(lane: Lane, request: LaneRequest): Promise<LaneResponse> {
  try {
    return await lane.request(request);
  } catch (error) {
    const message = `The engine does not answer: ${error instanceof Error ? error.message : String(error)}`;
    return { status: 503, headers: { 'content-type': JSON_TYPE }, body: errorBody('SERVER_UNAVAILABLE', message) };
  }
}

export function toLaneRequest(door: Door, request: FastifyRequest): LaneRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const body = request.body instanceof Uint8Array ? request.body : null;
  return { door, method: request.method, url: request.raw.url ?? '/', headers, body };
}

/** Sends the engine's answer. */
export function sendAnswer(reply: FastifyReply, response: LaneResponse): FastifyReply {
  reply.code(response.status).headers(response.headers);
  const { body } = response;
  return reply.send(typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}

/** The body of a request as text; empty when there is none. */
export function textOf(request: FastifyRequest): string {
  return request.body instanceof Uint8Array ? new TextDecoder().decode(request.body) : '';
}
