const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

/**
 * Decodes a quoted SOQL string. `value` is the plain text; `pattern` is the text as a LIKE pattern, in which `\_`, `\%`
 * and `\\` stay escaped. Null when `\u` lacks its four hexadecimal digits.
 */
export function decodeString(quoted: string): { value: string; pattern: string } | null {
  const body = quoted.slice(1, -1);
  let value = '';
  let pattern = '';
  for (let at = 0; at < body.length; at++) {
    const c = body[at] as string;
    if (c !== '\\') {
      value += c;
      pattern += c;
      continue;
    }
    const next = body[++at] ?? '';
    if (next === '_' || next === '%') {
      value += next;
      pattern += `\\${next}`;
    } else if (next === 'u') {
      const digits = body.slice(at + 1, at + 5);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) return null;
      const decoded = String.fromCharCode(parseInt(digits, 16));
      at += 4;
      value += decoded;
      pattern += decoded;
    } else {
      const decoded = ESCAPES[next] ?? next;
      value += decoded;
      pattern += decoded === '\\' ? '\\\\' : decoded;
    }
  }
  return { value, pattern };
}

/** Makes a text that came from a bind safe as a pattern with `ESCAPE '\'`: a backslash that escapes nothing stands for itself. */
export function toPattern(text: string): string {
  return text.replace(/\\([%_\\])?/g, (whole, escaped?: string) => (escaped === undefined ? '\\\\' : whole));
}

/** Escapes every wildcard, so that the text matches itself only. */
export function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
