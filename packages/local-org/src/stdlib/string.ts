import { hashOf, isNumber } from '../kernel/equality';
import { ApexList } from '../kernel/collections';
import { fail, need } from '../kernel/fail';
import { formatMessage } from '../kernel/message-format';
import { compileRegex, replaceMatches, splitText } from '../kernel/regex';
import { toText } from '../kernel/text';
import { stringValueOf } from '../kernel/value-text';
import { elementsOf } from './elements';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';
import { escapes } from './string-escape';
import { stringTests } from './string-tests';

/** `String` (Apex reference, String class; most methods are those of Apache Commons StringUtils). */
export function strings(ports: StdlibPorts): Theme {
  const zone = (): string => ports.transaction().user().timeZone;
  return merge(statics(zone), parts, search, layout, stringTests, escapes);
}

const listOf = (items: string[]): ApexList<string> => ApexList.ofType('String', items);
const folded = (text: string): string => text.toLowerCase();

const statics = (zone: () => string): Theme =>
  members('System.String', {
    // Only instants need the time zone, for which the user must be read.
    'valueOf/1': (value: unknown) => (typeof value === 'string' ? value : stringValueOf(value, zone())),
    'valueOfGmt/1': (value: unknown) => toText(need(value)),
    'format/2': (pattern: string, list: ApexList | null) => formatMessage(need(pattern), (list?.items ?? []).map(toText)),
    'join/2': (values: unknown, separator: string) => [...elementsOf(values)].map(toText).join(separator ?? ''),
    'fromCharArray/1': (codes: ApexList<number>) => String.fromCharCode(...need(codes).items),
    'getCommonPrefix/1': (texts: ApexList<string>) => commonPrefix(need(texts).items),
    'escapeSingleQuotes/1': (text: string) => need(text).replace(/[\\']/g, '\\$&'),
    'isBlank/1': (text: string | null) => text === null || /^\s*$/.test(text),
    'isNotBlank/1': (text: string | null) => text !== null && /\S/.test(text),
    'isEmpty/1': (text: string | null) => text === null || text === '',
    'isNotEmpty/1': (text: string | null) => text !== null && text !== '',
  });

function commonPrefix(texts: readonly string[]): string {
  let prefix = texts[0] ?? '';
  for (const text of texts) while (!text.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

function substring(text: string, from: number, to: number): string {
  if (from < 0 || from > text.length) fail('System.StringException', `Starting position out of bounds: ${from}`);
  if (to < from || to > text.length) fail('System.StringException', `Ending position out of bounds: ${to}`);
  return text.slice(from, to);
}

const between = (text: string, open: string, close: string): string | null => {
  const start = text.indexOf(open);
  if (start < 0) return null;
  const end = text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
};

const withoutEnd = (text: string, part: string): string => (part !== '' && text.endsWith(part) ? text.slice(0, -part.length) : text);
const withoutStart = (text: string, part: string): string => (text.startsWith(part) ? text.slice(part.length) : text);

const parts: Theme = members('System.String', {
  'length/0': (text: string) => text.length,
  'charAt/1': (text: string, index: number) => codeUnit(text, index),
  'codePointAt/1': (text: string, index: number) => (codeUnit(text, index), text.codePointAt(index)!),
  'codePointBefore/1': (text: string, index: number) => {
    codeUnit(text, index - 1);
    return [...text.slice(0, index)].at(-1)!.codePointAt(0)!;
  },
  'codePointCount/2': (text: string, from: number, to: number) => [...substring(text, from, to)].length,
  'offsetByCodePoints/2': (text: string, index: number, count: number) => index + [...text.slice(index)].slice(0, count).join('').length,
  'getChars/0': (text: string) =>
    ApexList.ofType(
      'Integer',
      Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
    ),
  'substring/1': (text: string, from: number) => substring(text, need(from), text.length),
  'substring/2': (text: string, from: number, to: number) => substring(text, need(from), need(to)),
  'substringAfter/1': (text: string, separator: string) =>
    text.includes(separator) ? text.slice(text.indexOf(separator) + separator.length) : '',
  'substringAfterLast/1': (text: string, separator: string) =>
    separator !== '' && text.includes(separator) ? text.slice(text.lastIndexOf(separator) + separator.length) : '',
  'substringBefore/1': (text: string, separator: string) => (text.includes(separator) ? text.slice(0, text.indexOf(separator)) : text),
  'substringBeforeLast/1': (text: string, separator: string) =>
    separator !== '' && text.includes(separator) ? text.slice(0, text.lastIndexOf(separator)) : text,
  'substringBetween/1': (text: string, tag: string) => between(text, need(tag), tag),
  'substringBetween/2': (text: string, open: string, close: string) => between(text, need(open), need(close)),
  'left/1': (text: string, length: number) => text.slice(0, Math.max(0, need(length))),
  'right/1': (text: string, length: number) => (need(length) <= 0 ? '' : text.slice(-length)),
  'mid/2': (text: string, start: number, length: number) =>
    length < 0 || start > text.length ? '' : text.slice(Math.max(0, start), Math.max(0, start) + length),
  'split/1': (text: string, pattern: string) => listOf(splitText(compileRegex(need(pattern)), text)),
  'split/2': (text: string, pattern: string, limit: number) => listOf(splitText(compileRegex(need(pattern)), text, need(limit))),
  'splitByCharacterType/0': (text: string) => listOf(text.match(CHARACTER_TYPES) ?? []),
  'splitByCharacterTypeCamelCase/0': (text: string) => listOf(text.match(CAMEL_TYPES) ?? []),
  'remove/1': (text: string, part: string) => (part ? text.replaceAll(part, '') : text),
  'removeEnd/1': (text: string, part: string) => withoutEnd(text, part ?? ''),
  'removeStart/1': (text: string, part: string) => withoutStart(text, part ?? ''),
  'removeEndIgnoreCase/1': (text: string, part: string) =>
    folded(text).endsWith(folded(part ?? '')) ? text.slice(0, text.length - (part ?? '').length) : text,
  'removeStartIgnoreCase/1': (text: string, part: string) =>
    folded(text).startsWith(folded(part ?? '')) ? text.slice((part ?? '').length) : text,
  'replace/2': (text: string, target: string, replacement: string) => text.replaceAll(need(target), () => need(replacement)),
  'replaceAll/2': (text: string, pattern: string, replacement: string) =>
    replaceMatches(compileRegex(need(pattern)), text, need(replacement), false),
  'replaceFirst/2': (text: string, pattern: string, replacement: string) =>
    replaceMatches(compileRegex(need(pattern)), text, need(replacement), true),
  'difference/1': (text: string, other: string) => need(other).slice(firstDifference(text, other)),
  'overlay/3': (text: string, other: string, start: number, end: number) => {
    const [a, b] = [Math.min(start, end), Math.max(start, end)].map((n) => Math.min(text.length, Math.max(0, n))) as [number, number];
    return text.slice(0, a) + (other ?? '') + text.slice(b);
  },
});

const CHARACTER_TYPES = /\p{Lu}+|\p{Ll}+|\p{Nd}+|\s+|[^\p{Lu}\p{Ll}\p{Nd}\s]+/gu;
const CAMEL_TYPES = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Nd}+|\s+|[^\p{Lu}\p{Ll}\p{Nd}\s]+/gu;

function codeUnit(text: string, index: number): number {
  if (index < 0 || index >= text.length) fail('System.StringException', `Index out of bounds: ${index}`);
  return text.charCodeAt(index);
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

const search: Theme = members('System.String', {
  'equals/1': (text: string, other: unknown) => text === (typeof other === 'string' || isNumber(other) ? toText(other) : other),
  'equalsIgnoreCase/1': (text: string, other: string | null) => other !== null && folded(text) === folded(other),
  'compareTo/1': (text: string, other: string) => {
    const at = firstDifference(text, need(other));
    return at < text.length && at < other.length ? text.charCodeAt(at) - other.charCodeAt(at) : text.length - other.length;
  },
  'hashCode/0': (text: string) => hashOf(text),
  'contains/1': (text: string, part: string) => text.includes(need(part)),
  'containsIgnoreCase/1': (text: string, part: string) => folded(text).includes(folded(need(part))),
  'startsWith/1': (text: string, part: string) => text.startsWith(need(part)),
  'startsWithIgnoreCase/1': (text: string, part: string) => folded(text).startsWith(folded(need(part))),
  'endsWith/1': (text: string, part: string) => text.endsWith(need(part)),
  'endsWithIgnoreCase/1': (text: string, part: string) => folded(text).endsWith(folded(need(part))),
  'indexOf/1': (text: string, part: string) => text.indexOf(need(part)),
  'indexOf/2': (text: string, part: string, from: number) => text.indexOf(need(part), need(from)),
  'indexOfIgnoreCase/1': (text: string, part: string) => (part === null ? -1 : folded(text).indexOf(folded(part))),
  'indexOfIgnoreCase/2': (text: string, part: string, from: number) => (part === null ? -1 : folded(text).indexOf(folded(part), from)),
  'indexOfChar/1': (text: string, code: number) => text.indexOf(String.fromCodePoint(need(code))),
  'indexOfChar/2': (text: string, code: number, from: number) => text.indexOf(String.fromCodePoint(need(code)), from),
  'lastIndexOf/1': (text: string, part: string) => text.lastIndexOf(need(part)),
  'lastIndexOf/2': (text: string, part: string, from: number) => (from < 0 ? -1 : text.lastIndexOf(need(part), from)),
  'lastIndexOfIgnoreCase/1': (text: string, part: string) => (part === null ? -1 : folded(text).lastIndexOf(folded(part))),
  'lastIndexOfIgnoreCase/2': (text: string, part: string, from: number) =>
    part === null || from < 0 ? -1 : folded(text).lastIndexOf(folded(part), from),
  'lastIndexOfChar/1': (text: string, code: number) => text.lastIndexOf(String.fromCodePoint(need(code))),
  'lastIndexOfChar/2': (text: string, code: number, from: number) =>
    from < 0 ? -1 : text.lastIndexOf(String.fromCodePoint(need(code)), from),
  'indexOfAny/1': (text: string, characters: string) => [...text].findIndex((c) => characters?.includes(c)),
  'indexOfAnyBut/1': (text: string, characters: string) => (characters ? [...text].findIndex((c) => !characters.includes(c)) : -1),
  'indexOfDifference/1': (text: string, other: string) => (text === other ? -1 : firstDifference(text, other ?? '')),
  'countMatches/1': (text: string, part: string) => (part ? text.split(part).length - 1 : 0),
  'getLevenshteinDistance/1': (text: string, other: string) => distance(text, need(other)),
  'getLevenshteinDistance/2': (text: string, other: string, threshold: number) => {
    const found = distance(text, need(other));
    return found <= threshold ? found : -1;
  },
});

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Filling text of a given length; an empty filler is a space (StringUtils). */
const filler = (length: number, part: string | undefined): string => (length <= 0 ? '' : (part || ' ').repeat(length).slice(0, length));

const layout: Theme = members('System.String', {
  'toString/0': (text: string) => text,
  'trim/0': (text: string) => text.replace(/^[\0-\x20]+|[\0-\x20]+$/g, ''),
  'toLowerCase/0': (text: string) => text.toLowerCase(),
  'toUpperCase/0': (text: string) => text.toUpperCase(),
  'toLowerCase/1': (text: string, locale: string) => text.toLocaleLowerCase(locale.replace('_', '-')),
  'toUpperCase/1': (text: string, locale: string) => text.toLocaleUpperCase(locale.replace('_', '-')),
  'capitalize/0': (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  'uncapitalize/0': (text: string) => text.charAt(0).toLowerCase() + text.slice(1),
  'swapCase/0': (text: string) => [...text].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join(''),
  'reverse/0': (text: string) => [...text].reverse().join(''),
  'repeat/1': (text: string, times: number) => text.repeat(Math.max(0, need(times))),
  'repeat/2': (text: string, separator: string, times: number) =>
    Array<string>(Math.max(0, times))
      .fill(text)
      .join(separator ?? ''),
  'leftPad/1,2': (text: string, length: number, part?: string) => filler(length - text.length, part) + text,
  'rightPad/1,2': (text: string, length: number, part?: string) => text + filler(length - text.length, part),
  'center/1,2': (text: string, length: number, part?: string) => {
    const left = Math.floor(Math.max(0, length - text.length) / 2);
    return filler(left, part) + text + filler(length - text.length - left, part);
  },
  'abbreviate/1': (text: string, width: number) => abbreviate(text, 0, width),
  'abbreviate/2': (text: string, width: number, offset: number) => abbreviate(text, offset, width),
  'normalizeSpace/0': (text: string) => text.trim().replace(/\s+/g, ' '),
  'deleteWhitespace/0': (text: string) => text.replace(/\s+/g, ''),
  'stripHtmlTags/0': (text: string) => text.replace(/<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, ''),
});

/** StringUtils.abbreviate(text, offset, width): the ellipsis counts. */
function abbreviate(text: string, offset: number, width: number): string {
  if (width < 4) fail('System.StringException', 'Minimum abbreviation width is 4');
  if (text.length <= width) return text;
  let start = Math.min(offset, text.length);
  if (text.length - start < width - 3) start = text.length - (width - 3);
  if (start <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) fail('System.StringException', 'Minimum abbreviation width with offset is 7');
  if (start + width - 3 < text.length) return `...${abbreviate(text.slice(start), 0, width - 3)}`;
  return `...${text.slice(text.length - (width - 3))}`;
}
