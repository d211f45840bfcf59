const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ROOM = 62 * 62;

/**
 * Key prefixes of custom objects (`a..`), platform events (`e..`), metadata types (`m..`) and share objects (`s..`). Each follows from the object's
 * own name, so that a database keeps its ids when other objects come and go; on a collision the later name takes the next free one.
 */
export function assignPrefixes(names: readonly string[], letter: 'a' | 'e' | 'm' | 's'): Map<string, string> {
  const taken = new Set<number>();
  const assigned = new Map<string, string>();
  for (const name of [...names].sort()) {
    let n = hash(name) % ROOM;
    while (taken.has(n)) n = (n + 1) % ROOM;
    taken.add(n);
    assigned.set(name, `${letter}${DIGITS.charAt(Math.floor(n / 62))}${DIGITS.charAt(n % 62)}`);
  }
  return assigned;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}
