/**
 * The one form in which guards, routes and the engine see a request's target: path and query of an origin-form target (RFC 9112, 3.2.1) with the
 * path in its normal form (RFC 3986, 6.2.2): dot segments resolved, also encoded ones; needless escapes undone, the others in capitals; doubled slashes
 * folded, because the Salesforce CLI asks `//services/data`. Null when the target has no such form.
 */
export function normalTarget(target: string): string | null {
  const at = target.indexOf('?');
  const path = normalPath(at < 0 ? target : target.slice(0, at));
  return path === null ? null : path + (at < 0 ? '' : escapeBytes(target.slice(at)));
}

function normalPath(written: string): string | null {
  const escaped = escapeBytes(written);
  if (!VISIBLE.test(escaped)) return null;
  const path = escaped.replace(ESCAPE, (escape, hex: string) => {
    const char = String.fromCharCode(parseInt(hex, 16));
    return UNRESERVED.test(char) ? char : escape.toUpperCase();
  });
  return isText(path) ? withoutDots(path) : null;
}

/** Visible ASCII, but not the sign of a fragment, which is never sent. */
const VISIBLE = /^\/[!"$-~]*$/;
const ESCAPE = /%([0-9a-f]{2})/gi;
const UNRESERVED = /^[\w.~-]$/;

/**
 * Escaped, a character means the same to everybody: a byte that is not ASCII, which Node gives as the character of its number, and a backslash,
 * which browsers take for a slash (URL Standard).
 */
function escapeBytes(text: string): string {
  return text.replace(/[\\\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Whether the escapes are whole, are UTF-8 and hold no NUL, which no value of an org can hold. */
function isText(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

/** RFC 3986, 5.2.4. Who climbs above the root stays there. */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/');
  for (const segment of segments) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const last = segments.at(-1);
  const slash = kept.length > 0 && (last === '' || last === '.' || last === '..') ? '/' : '';
  return `/${kept.join('/')}${slash}`;
}
