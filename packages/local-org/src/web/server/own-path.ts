import { normalTarget } from './normal-path';

const HOME = '/lightning/page/home';
/** Any origin will do: what is left of an address of it is the path. */
const HERE = 'http://own.invalid';

/**
 * Where to go after signing in: a path of this server, or home for anything else, since a sign-in page that leads to foreign sites is a trap. Read as
 * browsers read an address (URL Standard): they drop tabs and line ends, and take a backslash for a slash.
 */
export function ownPath(address: unknown): string {
  if (typeof address !== 'string' || !URL.canParse(address, HERE)) return HOME;
  const { origin, pathname, search, hash } = new URL(address, HERE);
  const target = origin === HERE && /^[/\\]/.test(address.trim()) ? normalTarget(pathname + search) : null;
  return target === null ? HOME : target + hash;
}
