import { gzipSync } from 'node:zlib';
import { fail, need, unsupported } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { ApexBlob } from '../kernel/values';
import { httpMessages, HttpResponse, type HttpRequest } from './http-message';
import { httpMocks, ResourceMock } from './http-mocks';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** Key of the HTTP mock in the test's state. */
export const HTTP_MOCK = 'System.HttpCalloutMock';

/** Callouts over HTTP. In a test only a mock answers. */
export function http(ports: StdlibPorts): Theme {
  const send = (request: HttpRequest): HttpResponse => {
    const transaction = ports.transaction();
    const mock = ports.tests.running ? ports.tests.state.get(HTTP_MOCK) : undefined;
    // A mock answers whatever the request lacks.
    if (mock === undefined && !request.endpoint) fail('System.IllegalArgumentException', 'No endpoint specified');
    transaction.limits.use('callouts');
    ports.callouts.admit();
    if (mock instanceof ResourceMock) return mock.respond(ports, request);
    if (mock !== undefined) return need(ports.program().invoke(mock, 'respond', [request]) as HttpResponse);
    if (ports.tests.running) fail('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
    if (request.certificate !== null) unsupported(`client certificates, such as ${request.certificate}`);
    const { compressed, body } = request;
    const headers = new Map([...request.headers.values()].map(({ name, value }) => [name, value]));
    if (compressed) headers.set('Content-Encoding', 'gzip');
    const answer = ports.callouts.send({
      method: methodOf(request),
      endpoint: request.endpoint ?? '',
      headers,
      body: body && compressed ? gzipSync(body.bytes) : (body?.bytes ?? null),
      timeoutMs: request.timeoutMs,
    });
    const response = new HttpResponse();
    response.status = answer.statusText;
    response.statusCode = answer.status;
    response.body = new ApexBlob(answer.body);
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    return response;
  };
  return merge(
    members('System.Http', { '<init>/0': () => new HttpClient(), 'send/1': (_: HttpClient, request: HttpRequest) => send(need(request)) }),
    httpMessages,
    httpMocks,
  );
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE']);

function methodOf({ method }: HttpRequest): string {
  if (method === null) return fail('System.CalloutException', 'No method specified');
  const upper = method.toUpperCase();
  return METHODS.has(upper) ? upper : fail('System.CalloutException', `Invalid HTTP method: ${method}`);
}

class HttpClient extends NativeObject {
  override readonly apexType = 'System.Http';
}
