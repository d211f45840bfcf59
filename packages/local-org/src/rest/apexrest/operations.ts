import { mapPut } from '../../kernel/collection-operations';
import { ApexException } from '../../kernel/exceptions';
import { ApexBlob } from '../../kernel/values';
import { RestRequest, RestResponse, restContextOf } from '../../stdlib/rest-context';
import type { Call, Reply } from '../shared/call';
import { RestError } from '../shared/errors';
import type { Json } from '../shared/json';
import { apexError } from './errors';
import { replyOf } from './response';
import { argumentsOf, type Resource } from './validate';

/** Runs a resource's method as one transaction of the session's user and turns its outcome into an answer. */
export function runResource(call: Call, resource: Resource): Reply {
  const { program } = call.org;
  const { info, method } = resource;
  try {
    return call.transaction((transaction) => {
      const response = new RestResponse();
      const context = restContextOf(transaction.stdlibState);
      context.request = requestOf(call, resource);
      context.response = response;
      const result = program.invokeStatic(info.name, method.name, argumentsOf(call, method));
      const answered = context.response ?? response;
      const json = method.returnType === 'void' ? undefined : (program.toJson(result) as Json);
      return replyOf(answered, json);
    });
  } catch (error) {
    if (error instanceof RestError || !(error instanceof ApexException)) throw error;
    throw apexError(error);
  }
}

function requestOf(call: Call, resource: Resource): RestRequest {
  const request = new RestRequest();
  request.httpMethod = call.method;
  request.requestURI = call.path.slice('/services/apexrest'.length);
  request.resourcePath = resource.resourcePath;
  request.remoteAddress = '127.0.0.1';
  // With parameters the body is bound to them and not shown again (Apex Developer Guide, RestRequest).
  request.requestBody = resource.method.parameters.length > 0 ? null : new ApexBlob(call.body);
  for (const [name, value] of Object.entries(call.headers)) {
    if (name !== 'authorization' && name !== 'cookie' && request.headers) mapPut(request.headers, headerName(name), value);
  }
  for (const [name, value] of call.query) if (request.params) mapPut(request.params, name, value);
  return request;
}

/** Header names as Apex sees them: `Content-Type`. */
const headerName = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
