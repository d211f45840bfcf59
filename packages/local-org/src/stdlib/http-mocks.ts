import { fail, need } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { ApexBlob } from '../kernel/values';
import { HttpResponse, type HttpRequest } from './http-message';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** A mock that answers with static resources. */
export abstract class ResourceMock extends NativeObject {
  readonly response = new HttpResponse();

  respond(ports: StdlibPorts, request: HttpRequest): HttpResponse {
    const name = this.resourceFor(request.endpoint ?? '');
    const bytes = ports.tests.staticResource(name) ?? fail('System.CalloutException', `No static resource named ${name}`);
    this.response.body = new ApexBlob(bytes);
    return this.response;
  }

  protected abstract resourceFor(endpoint: string): string;
}

class StaticMock extends ResourceMock {
  override readonly apexType = 'System.StaticResourceCalloutMock';
  resource = '';

  protected override resourceFor(): string {
    return this.resource;
  }
}

/** A resource per endpoint. */
class MultiStaticMock extends ResourceMock {
  override readonly apexType = 'System.MultiStaticResourceCalloutMock';
  readonly resources = new Map<string, string>();

  protected override resourceFor(endpoint: string): string {
    return this.resources.get(endpoint) ?? fail('System.CalloutException', `The mock has no static resource for ${endpoint}`);
  }
}

const answers = {
  'setStatus/1': (mock: ResourceMock, status: string) => {
    mock.response.status = status;
  },
  'setStatusCode/1': (mock: ResourceMock, code: number) => {
    mock.response.statusCode = code;
  },
  'setHeader/2': (mock: ResourceMock, name: string, value: string) => mock.response.setHeader(need(name), value),
};

/** `StaticResourceCalloutMock` and `MultiStaticResourceCalloutMock`. */
export const httpMocks: Theme = merge(
  members('System.StaticResourceCalloutMock', {
    ...answers,
    '<init>/0': () => new StaticMock(),
    'setStaticResource/1': (mock: StaticMock, name: string) => {
      mock.resource = need(name);
    },
  }),
  members('System.MultiStaticResourceCalloutMock', {
    ...answers,
    '<init>/0': () => new MultiStaticMock(),
    'setStaticResource/2': (mock: MultiStaticMock, endpoint: string, name: string) => {
      mock.resources.set(need(endpoint), need(name));
    },
  }),
);
