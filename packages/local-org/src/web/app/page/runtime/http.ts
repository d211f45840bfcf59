import { texts } from './texts';

/** A failed call as components receive it (the shape of the platform's FetchResponse). */
export interface CallError extends Error {
  readonly status: number;
  readonly statusText: string;
  readonly ok: false;
  readonly body: unknown;
  /** Each thing that is wrong, where the server named several. */
  readonly all: readonly ServerError[];
}

/** An error as REST resources name it. */
export interface ServerError {
  readonly message: string;
  readonly errorCode?: string;
  readonly fields?: readonly string[];
}

let signedOut: () => void = () => undefined;

/** Sets what happens when the session has ended. */
export function whenSignedOut(action: () => void): void {
  signedOut = action;
}

function callError(status: number, statusText: string, body: unknown): CallError {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const text = typeof first === 'object' && first !== null && 'message' in first ? String(first.message) : statusText;
  const all = Array.isArray(body) ? (body as ServerError[]) : [{ message: text }];
  return Object.assign(new Error(text), { status, statusText, ok: false as const, body: Array.isArray(body) ? first : body, all });
}

/** What an Apex method threw, as components receive it: with the status that the platform's client gives it. */
export const thrownByApex = (body: unknown): CallError => callError(500, 'Server Error', body);

/** Asks the server by the pages' own door, which takes nothing but POST with JSON; `url` is a resource of that door. */
export async function askServer(url: string, body: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw callError(0, 'Disconnected', { message: texts().serverUnreachable });
  }
  if (response.status === 401) {
    signedOut();
    throw callError(401, 'Unauthorized', { message: texts().sessionEnded });
  }
  const text = await response.text();
  const parsed = parse(text, response);
  if (!response.ok) throw callError(response.status, response.statusText, parsed);
  return parsed;
}

function parse(text: string, response: Response): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw callError(response.status, response.statusText, {
      message: `The server answered ${response.status} with something that is not JSON.`,
    });
  }
}

/** A call of a REST resource in the name of who is signed in. */
const call = (method: string, url: string, body?: unknown): Promise<unknown> => askServer('/ui/call', { method, url, body });

export const getJson = (url: string): Promise<unknown> => call('GET', url);
export const postJson = (url: string, body: unknown): Promise<unknown> => call('POST', url, body);
export const patchJson = (url: string, body: unknown): Promise<unknown> => call('PATCH', url, body);
export const deleteAt = (url: string): Promise<unknown> => call('DELETE', url);
