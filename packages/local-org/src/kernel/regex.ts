import { fail } from './fail';
import { RegexTranslator } from './regex-translate';

/** A Java regular expression, compiled. Group numbers are Java's. */
export interface JavaRegex {
  readonly source: string;
  readonly groupCount: number;
  /** First match at or after `from`; group spans by Java number, null for groups that took no part. */
  find(text: string, from: number): Match | null;
  /** A match that starts at `from` (`lookingAt`). */
  lookAt(text: string, from: number): Match | null;
  /** A match of the whole text from `from` to its end. */
  whole(text: string, from: number): Match | null;
  /** Where the first match at or after `from` begins and ends, for callers that want no groups; null when there is none. */
  place(text: string, from: number): readonly [start: number, end: number] | null;
  /** The text that the pattern stands for, where it is a plain text; else null. */
  readonly literal: string | null;
  /** Java number of a named group; -1 when there is none. */
  groupNumber(name: string): number;
}
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | null)[];
  /** Start and end of a group, [-1, -1] when it took no part. */
  span(group: number): readonly [number, number];
}

const cache = new Map<string, JavaRegex>();

/** Compiles a Java pattern; throws System.StringException `Invalid regex: ...` naming the place, also for what is not supported. */
export function compileRegex(source: string): JavaRegex {
  let regex = cache.get(source);
  if (!regex) {
    if (cache.size >= 500) cache.clear();
    cache.set(source, (regex = build(source)));
  }
  return regex;
}

/**
 * With the `u` flag, not `v`: V8 11.3 (Node 20) matches wrongly with negated classes under `v`; `(([^a]b)+)1` finds `ab1`.
 */
function build(source: string): JavaRegex {
  const { body, named, names, groupCount } = RegexTranslator.translate(source);
  const make = (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch (error) {
      return fail('System.StringException', `Invalid regex: ${(error as Error).message}`);
    }
  };
  const searching = make(body, 'gu');
  let starting: RegExp | null = null;
  let covering: RegExp | null = null;
  const run = (regex: RegExp, text: string, from: number): Match | null => {
    regex.lastIndex = from;
    const found = regex.exec(text);
    return found ? toMatch(found, text, regex) : null;
  };
  const valueAt = (found: RegExpExecArray, group: number): string | null =>
    (named ? (group === 0 ? found[0] : found.groups?.[`g${group}`]) : found[group]) ?? null;
  const toMatch = (found: RegExpExecArray, text: string, regex: RegExp): Match => ({
    start: found.index,
    end: found.index + found[0].length,
    groups: Array.from({ length: groupCount + 1 }, (_, group) => valueAt(found, group)),
    span(group) {
      if (group === 0) return [found.index, found.index + found[0].length];
      // Spans are asked for rarely, so only then is the match repeated with the flag that records them.
      const again = new RegExp(regex.source, 'duy');
      again.lastIndex = found.index;
      const detail = again.exec(text);
      const span = named ? detail?.indices?.groups?.[`g${group}`] : detail?.indices?.[group];
      return span ?? [-1, -1];
    },
  });
  return {
    source,
    groupCount,
    literal: literalOf(source),
    place: (text, from) => {
      searching.lastIndex = from;
      const found = searching.exec(text);
      return found ? [found.index, found.index + found[0].length] : null;
    },
    find: (text, from) => run(searching, text, from),
    lookAt: (text, from) => run((starting ??= make(body, 'uy')), text, from),
    whole: (text, from) => run((covering ??= make(`(?:${body})$`, 'uy')), text, from),
    groupNumber: (name) => names.get(name) ?? -1,
  };
}

/** A pattern whose characters all stand for themselves, or one escaped sign; what has two halves is left to the regular expression. */
function literalOf(source: string): string | null {
  if (/^[^\\^$.|?*+()[\]{}\ud800-\udfff]+$/.test(source)) return source;
  return /^\\([!-/:-@[-`{-~])$/.exec(source)?.[1] ?? null;
}

/** Expands a Java replacement text: `\x` is x, `$1` and `${name}` are groups. */
export function expandReplacement(regex: JavaRegex, match: Match, replacement: string): string {
  let out = '';
  for (let i = 0; i < replacement.length; i++) {
    const c = replacement[i]!;
    if (c === '\\') {
      if (++i >= replacement.length) fail('System.StringException', 'character to be escaped is missing');
      out += replacement[i]!;
    } else if (c === '$') {
      const [group, next] = readReference(regex, replacement, i + 1);
      out += match.groups[group] ?? '';
      i = next - 1;
    } else out += c;
  }
  return out;
}

function readReference(regex: JavaRegex, text: string, at: number): [group: number, next: number] {
  const named = /^\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(text.slice(at));
  if (named) {
    const group = regex.groupNumber(named[1]!);
    if (group < 0) fail('System.StringException', `No group with name {${named[1]!}}`);
    return [group, at + named[0].length];
  }
  if (!/[0-9]/.test(text[at] ?? '')) fail('System.StringException', 'Illegal group reference');
  let group = Number(text[at]);
  if (group > regex.groupCount) fail('System.StringException', `No group ${group}`);
  let next = at + 1;
  while (next < text.length && /[0-9]/.test(text[next]!) && group * 10 + Number(text[next]) <= regex.groupCount) {
    group = group * 10 + Number(text[next]);
    next++;
  }
  return [group, next];
}

/** `String.replaceAll` and `replaceFirst`. */
export function replaceMatches(regex: JavaRegex, text: string, replacement: string, onlyFirst: boolean): string {
  if (!regex.find(text, 0)) return text;
  let out = '';
  let last = 0;
  for (const match of matchesOf(regex, text)) {
    out += text.slice(last, match.start) + expandReplacement(regex, match, replacement);
    last = match.end;
    if (onlyFirst) break;
  }
  return out + text.slice(last);
}

/** All matches in Java's order: after an empty match the search goes on one character further. */
export function* matchesOf(regex: JavaRegex, text: string): Generator<Match> {
  let from = 0;
  while (from <= text.length) {
    const match = regex.find(text, from);
    if (!match) return;
    yield match;
    from = match.end > match.start ? match.end : match.end + 1;
  }
}

/** `String.split`: limit 0 drops trailing empty parts, a positive limit bounds their number, a negative one keeps all. */
export function splitText(regex: JavaRegex, text: string, limit = 0): string[] {
  const parts = regex.literal !== null && limit <= 0 ? text.split(regex.literal) : splitAtMatches(regex, text, limit);
  if (parts.length === 1) return parts;
  if (limit === 0) while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop();
  return parts;
}

function splitAtMatches(regex: JavaRegex, text: string, limit: number): string[] {
  const parts: string[] = [];
  let last = 0;
  let from = 0;
  for (let place = regex.place(text, from); place; place = regex.place(text, from)) {
    const [start, end] = place;
    // the search may step back to the first half of a character, and must not stay there
    from = Math.max(end > start ? end : end + 1, from + 1);
    if (limit > 0 && parts.length === limit - 1) break;
    // an empty match parts nothing at the beginning of the text
    if (end === 0) continue;
    parts.push(text.slice(last, start));
    last = end;
  }
  parts.push(text.slice(last));
  return parts;
}
