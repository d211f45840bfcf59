import { normalTarget } from '../src/web/server/normal-path';
import type { Answer, Exchange } from './request';

/** What is wrong with an exchange. `apex` is an exception of the project's own code: not ours, but to be looked at. */
export type Verdict = 'good' | 'fiveHundred' | 'slow' | 'unanswered' | 'apex';

export const SLOW_MS = 1_000;

/** Their work is as long as what they start: jobs, sample data, the compiler over the whole project. */
const LONG = /^\/(__local\/(clock|jobs\/run|seed)|services\/data\/[^/]+\/tooling\/(executeAnonymous|runTestsSynchronous))/i;

export function judge({ request, answer }: Exchange): Verdict {
  if (answer === null) return 'unanswered';
  const [path = ''] = (normalTarget(request.path) ?? request.path).split('?');
  if (answer.status >= 500) {
    if (isDocumented(request.method, path, answer)) return answer.milliseconds > SLOW_MS ? 'slow' : 'good';
    return isApex(answer) ? 'apex' : 'fiveHundred';
  }
  if (answer.milliseconds > SLOW_MS && !LONG.test(path)) return 'slow';
  return /^\/aura\//i.test(path) && isThrown(answer) ? 'apex' : 'good';
}

/** Answers that a client has to expect: what is not there says its name, SOAP 1.1 sends faults as 500, a headless org has no pages. */
function isDocumented(method: string, path: string, { status, body }: Answer): boolean {
  // An answer to HEAD has no body; the same path is asked with GET as well.
  if (status === 501) return method === 'HEAD' || errorCodes(body).includes('NOT_IMPLEMENTED');
  if (status === 503) return /^\/(lightning\b.*)?$/s.test(path) && (method === 'HEAD' || body.includes('--headless'));
  return status === 500 && /^\/services\/Soap\//i.test(path) && /<(\w+:)?Fault>/.test(body);
}

/** Only what left the project's own code has a stack of Apex. */
const STACK = /\b(Class|Trigger)\.\w+/;
const isApex = ({ status, body }: Answer): boolean => status === 500 && errorCodes(body).includes('APEX_ERROR') && STACK.test(body);

/** The same as a page gets it, with 200. */
function isThrown({ body }: Answer): boolean {
  const thrown = auraBody(body);
  return thrown?.state === 'ERROR' && STACK.test(thrown.stackTrace);
}

function errorCodes(body: string): readonly string[] {
  const parsed = parse(body);
  return Array.isArray(parsed) ? parsed.map((one) => String((one as { errorCode?: unknown }).errorCode)) : [];
}

/** What a Lightning component reads from `error.body`. */
function auraBody(body: string): { state?: string; stackTrace: string } | null {
  const parsed = parse(body);
  return typeof parsed === 'object' && parsed !== null && 'stackTrace' in parsed
    ? (parsed as { state?: string; stackTrace: string })
    : null;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
