import { ApexList } from '../kernel/collections';
import { fail, need } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { type ApexBlob } from '../kernel/values';
import { blobOf, blobText } from './binary';
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
  /** Name of the client certificate. */
  certificate: string | null = null;
  override toString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

export class HttpResponse extends Message {
  override readonly apexType = 'System.HttpResponse';
  /** In the charset that the Content-Type names, else UTF-8. */
  override get text(): string {
    const charset = /;\s*charset="?([\w:.-]+)/i.exec(this.header('Content-Type') ?? '')?.[1];
    if (charset === undefined || /^utf-?8$/i.test(charset) || !this.body) return super.text;
    return decoderOf(charset).decode(this.body.bytes);
  }
  status = '';
  /** 0 until somebody says it, as of a mock that answers without one. */
  statusCode = 0;
  override toString(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset);
  } catch {
    // The label is none that the encoding standard knows.
    return fail('System.CalloutException', `Unsupported encoding: ${charset}`);
  }
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
  'setClientCertificateName/1': (request: HttpRequest, name: string | null) => {
    request.certificate = name;
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

/** `HttpRequest` and `HttpResponse`. */
export const httpMessages: Theme = merge(requests, responses);
