import type { ServerResponse } from 'node:http';

/** A fault of the client, told in the platform's shape. */
export class Refusal extends Error {
  readonly statusCode: number;
  readonly errorCode: string;
  constructor(statusCode: number, errorCode: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.statusCode = statusCode;
    this.errorCode = errorCode;
  }
}

export function tooLarge(limit: number): Refusal {
  return new Refusal(413, 'REQUEST_ENTITY_TOO_LARGE', `The request is larger than ${limit} bytes`);
}

export const JSON_TYPE = 'application/json;charset=UTF-8';

/** The body of an error (REST API Developer Guide, "Status Codes and Error Responses"). */
export function errorBody(errorCode: string, message: string): string {
  return JSON.stringify([{ errorCode, message }]);
}

/** Answers before any route has been chosen. */
export function writeRefusal(response: ServerResponse, { statusCode, errorCode, message }: Refusal): void {
  response.writeHead(statusCode, { 'content-type': JSON_TYPE }).end(errorBody(errorCode, message));
}
