import type { Params, Route } from './call';
import { methodNotAllowed, notFound } from './errors';

/** What of a resource says whether a request means it. */
type Address = Pick<Route, 'method' | 'pattern'>;

export interface Match<R extends Address = Route> {
  readonly route: R;
  readonly params: Params;
}

/** Finds the resource of a path; throws NOT_FOUND or METHOD_NOT_ALLOWED when there is none. */
export type Matcher<R extends Address = Route> = (method: string, path: string) => Match<R>;

/** A matcher of these resources: literals before placeholders. */
export function createMatcher<R extends Address>(routes: readonly R[]): Matcher<R> {
  const compiled = routes.map((route) => ({ route, segments: route.pattern.split('/').filter(Boolean) }));
  compiled.sort((a, b) => weight(a.segments) - weight(b.segments));
  return (method, path) => {
    const segments = path.split('/').filter(Boolean);
    const allowed = new Set<string>();
    for (const { route, segments: pattern } of compiled) {
      const params = bind(pattern, segments);
      if (!params) continue;
      if (route.method === '*' || route.method === method || (method === 'HEAD' && route.method === 'GET')) return { route, params };
      allowed.add(route.method);
      if (route.method === 'GET') allowed.add('HEAD');
    }
    throw allowed.size > 0 ? methodNotAllowed(method, [...allowed].sort()) : notFound();
  };
}

/** Whether a path is that of one of these resources, whatever the method. */
export function pathFinder(routes: readonly Address[]): (path: string) => boolean {
  const patterns = routes.map(({ pattern }) => pattern.split('/').filter(Boolean));
  return (path) => patterns.some((pattern) => bind(pattern, path.split('/').filter(Boolean)) !== null);
}

/** The number of placeholders: fewer is more specific; a rest placeholder comes last. */
function weight(segments: readonly string[]): number {
  return segments.reduce((sum, s) => sum + (s.startsWith('*') ? 100 : s.startsWith(':') ? 1 : 0), 0);
}

function bind(pattern: readonly string[], segments: readonly string[]): Params | null {
  const params: Record<string, string> = {};
  for (const [i, expected] of pattern.entries()) {
    if (expected.startsWith('*')) {
      params[expected.slice(1)] = segments.slice(i).join('/');
      return params;
    }
    const actual = segments[i];
    if (actual === undefined) return null;
    if (expected.startsWith(':')) params[expected.slice(1)] = actual;
    else if (expected.toLowerCase() !== actual.toLowerCase()) return null;
  }
  return pattern.length === segments.length ? params : null;
}
