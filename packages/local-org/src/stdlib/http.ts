import { ApexList } from '../kernel/collections';
import { fail, need } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { ApexBlob } from '../kernel/values';
import { blobOf, blobText } from './binary';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** Headers and body of a request or response. Header names keep their spelling and are found in any case. */
abstract class Message extends NativeObject {
  readonly headers = new Map<string, { readonly name: string; readonly value: string }>();
  body: ApexBlob | null = null;

  header(name: string): string | null {
    return this.headers.get(name.toLowerCase())?.value ?? null;
  }
  setHeader(name: string, value: string): void {
    this.headers.set(name.toLowerCase(), { name, value });
  }
  get text(): string {
    return this.body ? blobText(this.body) : '';
  }
}

export class HttpRequest extends Message {
  override readonly apexType = 'System.HttpRequest';
  endpoint: string | null = null;
  method: string | null = null;
  timeoutMs = 10_000;
  compressed = false;
  override toString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

export class HttpResponse extends Message {
  override readonly apexType = 'System.HttpResponse';
  status = '';
  statusCode = 200;
  override toString(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

/** Key of the HTTP mock in the test's state. */
export const HTTP_MOCK = 'System.HttpCalloutMock';

/** `Http`, `HttpRequest`, `HttpResponse`. In a test only a mock answers. */
export function http(ports: StdlibPorts): Theme {
  const send = (request: HttpRequest): HttpResponse => {
    const transaction = ports.transaction();
    if (!request.endpoint) fail('System.IllegalArgumentException', 'No endpoint specified');
    transaction.limits.use('callouts');
    if (transaction.hasPendingWork && !ports.tests.running) {
      fail('System.CalloutException', 'You have uncommitted work pending. Please commit or rollback before calling out');
    }
    const mock = ports.tests.running ? ports.tests.state.get(HTTP_MOCK) : undefined;
    if (mock instanceof StaticMock) return mock.respond(ports);
    if (mock !== undefined) return need(ports.program().invoke(mock, 'respond', [request]) as HttpResponse);
    if (ports.tests.running) fail('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
    const answer = ports.callouts.send({
      method: need(request.method ?? fail('System.CalloutException', 'No method specified')),
      endpoint: request.endpoint ?? '',
      headers: new Map([...request.headers.values()].map(({ name, value }) => [name, value])),
      body: request.body?.bytes ?? null,
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
    requests,
    responses,
    staticMocks,
  );
}

class HttpClient extends NativeObject {
  override readonly apexType = 'System.Http';
}

const messages = {
  'getBody/0': (message: Message) => message.text,
  'getBodyAsBlob/0': (message: Message) => message.body ?? blobOf(''),
  'setBody/1': (message: Message, text: string | null) => {
    message.body = text === null ? null : blobOf(text);
  },
  'setBodyAsBlob/1': (message: Message, body: ApexBlob | null) => {
    message.body = body;
  },
  'getHeader/1': (message: Message, name: string) => message.header(need(name)),
  'setHeader/2': (message: Message, name: string, value: string | null) => message.setHeader(need(name), value ?? ''),
  'toString/0': String,
};

const requests: Theme = members('System.HttpRequest', {
  ...messages,
  '<init>/0': () => new HttpRequest(),
  'getEndpoint/0': (request: HttpRequest) => request.endpoint,
  'setEndpoint/1': (request: HttpRequest, endpoint: string) => {
    request.endpoint = endpoint;
  },
  'getMethod/0': (request: HttpRequest) => request.method,
  'setMethod/1': (request: HttpRequest, method: string) => {
    request.method = method;
  },
  'setTimeout/1': (request: HttpRequest, ms: number) => {
    if (need(ms) < 1 || ms > 120_000) fail('System.CalloutException', 'The timeout must be between 1 and 120000 milliseconds');
    request.timeoutMs = ms;
  },
  'getCompressed/0': (request: HttpRequest) => request.compressed,
  'setCompressed/1': (request: HttpRequest, on: boolean) => {
    request.compressed = on;
  },
});

const responses: Theme = members('System.HttpResponse', {
  ...messages,
  '<init>/0': () => new HttpResponse(),
  'getHeaderKeys/0': (response: HttpResponse) =>
    ApexList.ofType(
      'String',
      [...response.headers.values()].map(({ name }) => name),
    ),
  'getStatus/0': (response: HttpResponse) => response.status,
  'setStatus/1': (response: HttpResponse, status: string) => {
    response.status = status;
  },
  'getStatusCode/0': (response: HttpResponse) => response.statusCode,
  'setStatusCode/1': (response: HttpResponse, code: number) => {
    response.statusCode = code;
  },
});

/** `StaticResourceCalloutMock`: answers with a static resource. */
class StaticMock extends NativeObject {
  override readonly apexType = 'System.StaticResourceCalloutMock';
  readonly response = new HttpResponse();
  resource = '';

  respond(ports: StdlibPorts): HttpResponse {
    const bytes = ports.tests.staticResource(this.resource) ?? fail('System.CalloutException', `No static resource named ${this.resource}`);
    this.response.body = new ApexBlob(bytes);
    return this.response;
  }
}

const staticMocks: Theme = members('System.StaticResourceCalloutMock', {
  '<init>/0': () => new StaticMock(),
  'setStaticResource/1': (mock: StaticMock, name: string) => {
    mock.resource = need(name);
  },
  'setStatus/1': (mock: StaticMock, status: string) => {
    mock.response.status = status;
  },
  'setStatusCode/1': (mock: StaticMock, code: number) => {
    mock.response.statusCode = code;
  },
  'setHeader/2': (mock: StaticMock, name: string, value: string) => mock.response.setHeader(need(name), value),
});
