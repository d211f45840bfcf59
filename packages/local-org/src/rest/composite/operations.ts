import type { Call, Reply } from '../shared/call';
import { isObject, type Json } from '../shared/json';
import { badReference, halted } from './errors';
import type { NamedSubrequest } from './validate';

/** Carries the answers out of an all-or-none transaction that has to be taken back. */
class TakenBack extends Error {
  readonly replies: readonly Reply[];
  constructor(replies: readonly Reply[]) {
    super('rolled back');
    this.replies = replies;
  }
}

const succeeded = (reply: Reply): boolean => reply.status < 400;

/** Runs subrequests in order; later ones may refer to answers of earlier ones as `@{reference.path}`. */
export function runComposite(call: Call, requests: readonly NamedSubrequest[], allOrNone: boolean): readonly Reply[] {
  if (!allOrNone) return runAll(call, requests, false);
  try {
    return call.together(() => {
      const replies = runAll(call, requests, true);
      if (!replies.every(succeeded)) throw new TakenBack(replies);
      return replies;
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    return error.replies.map((reply) => (succeeded(reply) ? halted() : reply));
  }
}

function runAll(call: Call, requests: readonly NamedSubrequest[], stopAtFailure: boolean): readonly Reply[] {
  const answers = new Map<string, Reply>();
  let failed = false;
  return requests.map((request) => {
    const reply = failed && stopAtFailure ? halted() : runOne(call, request, answers);
    failed ||= !succeeded(reply);
    answers.set(request.referenceId, reply);
    return reply;
  });
}

function runOne(call: Call, request: NamedSubrequest, answers: ReadonlyMap<string, Reply>): Reply {
  try {
    const url = fillText(request.url, answers, true);
    const body = request.body === undefined ? undefined : fill(request.body, answers);
    return call.dispatch({ ...request, url, body });
  } catch (error) {
    if (!(error instanceof ReferenceFault)) throw error;
    return badReference(error.message);
  }
}

class ReferenceFault extends Error {}

const WHOLE = /^@\{([^{}]+)\}$/;
const REFERENCE = /@\{([^{}]+)\}/g;

/** Replaces references in every text of a body; a text that is one reference keeps the value's type. */
function fill(json: Json, answers: ReadonlyMap<string, Reply>): Json {
  if (typeof json === 'string') {
    const whole = WHOLE.exec(json)?.[1];
    return whole === undefined ? fillText(json, answers, false) : lookUp(whole, answers);
  }
  if (Array.isArray(json)) return json.map((item) => fill(item, answers));
  if (isObject(json)) return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, fill(value, answers)]));
  return json;
}

function fillText(text: string, answers: ReadonlyMap<string, Reply>, encode: boolean): string {
  return text.replace(REFERENCE, (_, path: string) => {
    const value = String(lookUp(path, answers));
    return encode ? encodeURIComponent(value) : value;
  });
}

/** `reference.records[0].Id` */
function lookUp(expression: string, answers: ReadonlyMap<string, Reply>): Json {
  const [reference = '', ...path] = expression.split(/\.|\[(\d+)\]/).filter((part) => part !== undefined && part !== '');
  const answer = answers.get(reference);
  if (!answer) throw new ReferenceFault(`Invalid reference specified. No value for ${expression} found in ${reference}`);
  if (!succeeded(answer))
    throw new ReferenceFault(`Invalid reference specified. No value for ${expression} found in ${reference}. Provided referenceId failed.`);
  let value: Json | undefined = answer.json;
  for (const key of path)
    value = Array.isArray(value) ? value[Number(key)] : isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  if (value === undefined || value === null)
    throw new ReferenceFault(`Invalid reference specified. No value for ${expression} found in ${reference}`);
  return value;
}
