import { route, type Route } from '../shared/call';
import { runResource } from './operations';
import { findResource } from './validate';

/** The project's own resources: classes with `@RestResource` under `/services/apexrest`. */
export const apexRestRoutes: readonly Route[] = [
  route('*', '/services/apexrest/*path', (call, params) => runResource(call, findResource(call, `/${params['path'] ?? ''}`))),
];
