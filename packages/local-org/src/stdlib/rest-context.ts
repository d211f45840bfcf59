import { newMap, mapPut } from '../kernel/collection-operations';
import type { ApexMap } from '../kernel/collections';
import { NativeObject, type Native } from '../kernel/natives';
import { RuntimeType } from '../kernel/types';
import type { ApexBlob } from '../kernel/values';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

const TEXTS = 'Map<String,String>';
const emptyTexts = (): ApexMap => newMap(RuntimeType.parse(TEXTS)) as ApexMap;

/** `System.RestRequest`; its properties are open to Apex. */
export class RestRequest extends NativeObject {
  override readonly apexType = 'System.RestRequest';
  headers: ApexMap | null = emptyTexts();
  params: ApexMap | null = emptyTexts();
  httpMethod: string | null = null;
  remoteAddress: string | null = null;
  requestBody: ApexBlob | null = null;
  requestURI: string | null = null;
  resourcePath: string | null = null;
}

/** `System.RestResponse` */
export class RestResponse extends NativeObject {
  override readonly apexType = 'System.RestResponse';
  headers: ApexMap | null = emptyTexts();
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;
}

/** What `RestContext.request` and `.response` hold in a transaction; null outside of Apex REST until Apex sets them. */
export interface RestContext {
  request: RestRequest | null;
  response: RestResponse | null;
}

const KEY = 'restContext';

/** The REST context in a transaction's storage. */
export function restContextOf(state: Map<string, unknown>): RestContext {
  const existing = state.get(KEY) as RestContext | undefined;
  if (existing) return existing;
  const context: RestContext = { request: null, response: null };
  state.set(KEY, context);
  return context;
}

/** `RestContext`, `RestRequest` and `RestResponse`. */
export function restContext(ports: StdlibPorts): Theme {
  const context = (): RestContext => restContextOf(ports.transaction().stdlibState);
  return merge(
    members('System.RestContext', {
      'get:request': () => context().request,
      'set:request': (value: RestRequest | null) => {
        context().request = value;
      },
      'get:response': () => context().response,
      'set:response': (value: RestResponse | null) => {
        context().response = value;
      },
    }),
    members('System.RestRequest', {
      '<init>/0': () => new RestRequest(),
      'addHeader/2': (request: RestRequest, name: string, value: string) => put((request.headers ??= emptyTexts()), name, value),
      'addParameter/2': (request: RestRequest, name: string, value: string) => put((request.params ??= emptyTexts()), name, value),
      ...properties<RestRequest>(['headers', 'params', 'httpMethod', 'remoteAddress', 'requestBody', 'requestURI', 'resourcePath']),
    }),
    members('System.RestResponse', {
      '<init>/0': () => new RestResponse(),
      'addHeader/2': (response: RestResponse, name: string, value: string) => put((response.headers ??= emptyTexts()), name, value),
      ...properties<RestResponse>(['headers', 'responseBody', 'statusCode']),
    }),
  );
}

function put(map: ApexMap, key: string, value: string): void {
  mapPut(map, key, value);
}

function properties<T extends object>(names: readonly (keyof T & string)[]): Record<string, Native> {
  return Object.fromEntries(
    names.flatMap((name): [string, Native][] => [
      [`get:${name}`, (target: T) => target[name]],
      [
        `set:${name}`,
        (target: T, value: T[typeof name]) => {
          target[name] = value;
        },
      ],
    ]),
  );
}
