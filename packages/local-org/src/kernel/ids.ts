const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** True when the text has the form of a record id: 15 or 18 letters and digits. As on the platform the suffix is not checked. */
export function isId(text: string): boolean {
  return (text.length === 15 || text.length === 18) && /^[a-zA-Z0-9]+$/.test(text);
}

/** The 18-character form of an id, or null when the text is not an id. */
export function toId18(text: string): string | null {
  if (!isId(text)) return null;
  return text.length === 18 ? withSuffix(text.slice(0, 15)) : withSuffix(text);
}

function withSuffix(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const c = id15[block * 5 + i]!;
      if (c >= 'A' && c <= 'Z') bits |= 1 << i;
    }
    suffix += SUFFIX[bits]!;
  }
  return id15 + suffix;
}

/** The 18-character id number `n` of a key prefix, for example `makeId('005', 1)`. */
export function makeId(prefix: string, n: number): string {
  let body = '';
  for (let rest = n; rest > 0; rest = Math.floor(rest / 62)) body = DIGITS[rest % 62]! + body;
  return withSuffix(prefix + body.padStart(12, '0'));
}
