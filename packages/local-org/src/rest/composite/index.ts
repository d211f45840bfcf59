import { ok, route, type Call, type Reply, type Route } from '../shared/call';
import { parseJsonObject, type Json } from '../shared/json';
import { runComposite } from './operations';
import { batchRequests, compositeRequests } from './validate';

/** Several requests in one: `composite` (references, optional all-or-none) and `composite/batch` (independent). */
export function compositeRoutes(data: string): Route[] {
  return [route('POST', `${data}/composite`, composite), route('POST', `${data}/composite/batch`, batch)];
}

function composite(call: Call): Reply {
  const body = parseJsonObject(call.body);
  const requests = compositeRequests(body);
  const replies = runComposite(call, requests, body['allOrNone'] === true);
  return ok({
    compositeResponse: replies.map((reply, i) => ({
      body: bodyOf(reply),
      httpHeaders: { ...reply.headers },
      httpStatusCode: reply.status,
      referenceId: requests[i]?.referenceId ?? '',
    })),
  });
}

function batch(call: Call): Reply {
  const body = parseJsonObject(call.body);
  const haltOnError = body['haltOnError'] === true;
  let failed = false;
  const results = batchRequests(body).map((request) => {
    if (failed && haltOnError) {
      return { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }] };
    }
    const reply = call.dispatch(request);
    failed ||= reply.status >= 400;
    return { statusCode: reply.status, result: bodyOf(reply) };
  });
  return ok({ hasErrors: failed, results });
}

function bodyOf(reply: Reply): Json {
  return reply.json ?? reply.text ?? null;
}
