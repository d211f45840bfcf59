import { ApexMap } from '../kernel/collections';
import { mapPut } from '../kernel/collection-operations';
import { need } from '../kernel/fail';
import { RuntimeType } from '../kernel/types';
import { Bean, beanMembers } from './bean';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** Keys of the transaction's state that hold `RestContext.request` and `.response`; the REST dispatcher sets and reads them. */
export const REST_REQUEST = 'RestContext.request';
export const REST_RESPONSE = 'RestContext.response';

/** A Map<String,String> whose keys are found in any case: header names. */
const headerMap = (): ApexMap => new ApexMap(RuntimeType.parse('Map<String,String>'));

export const newRestRequest = (): Bean => new Bean('System.RestRequest', { headers: headerMap(), params: headerMap() });
export const newRestResponse = (): Bean => new Bean('System.RestResponse', { headers: headerMap() });

const add = (map: string) => (bean: Bean, name: string, value: string) => void mapPut(bean.get<ApexMap>(map), need(name), value);

/** `RestContext`, `RestRequest`, `RestResponse`. */
export function rest(ports: StdlibPorts): Theme {
  const state = (): Map<string, unknown> => ports.transaction().stdlibState;
  return merge(
    members('System.RestContext', {
      'get:request': () => state().get(REST_REQUEST) ?? null,
      'set:request': (request: unknown) => void state().set(REST_REQUEST, request),
      'get:response': () => state().get(REST_RESPONSE) ?? null,
      'set:response': (response: unknown) => void state().set(REST_RESPONSE, response),
    }),
    beanMembers('System.RestRequest', ['headers', 'httpMethod', 'params', 'remoteAddress', 'requestBody', 'requestURI', 'resourcePath']),
    members('System.RestRequest', { '<init>/0': newRestRequest, 'addHeader/2': add('headers'), 'addParameter/2': add('params') }),
    beanMembers('System.RestResponse', ['headers', 'responseBody', 'statusCode']),
    members('System.RestResponse', { '<init>/0': newRestResponse, 'addHeader/2': add('headers') }),
  );
}
