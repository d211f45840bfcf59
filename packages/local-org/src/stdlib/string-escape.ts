import { members, type Theme } from './registry';

const NAMED: Readonly<Record<string, string>> = {
  quot: '"', amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', iexcl: '¡', cent: '¢', pound: '£', curren: '¤', yen: '¥', brvbar: '¦', sect: '§', uml: '¨',
  copy: '©', ordf: 'ª', laquo: '«', not: '¬', shy: '\u00ad', reg: '®', macr: '¯', deg: '°', plusmn: '±', sup2: '²', sup3: '³', acute: '´', micro: 'µ',
  para: '¶', middot: '·', cedil: '¸', sup1: '¹', ordm: 'º', raquo: '»', frac14: '¼', frac12: '½', frac34: '¾', iquest: '¿', Agrave: 'À', Aacute: 'Á',
  Acirc: 'Â', Atilde: 'Ã', Auml: 'Ä', Aring: 'Å', AElig: 'Æ', Ccedil: 'Ç', Egrave: 'È', Eacute: 'É', Ecirc: 'Ê', Euml: 'Ë', Igrave: 'Ì', Iacute: 'Í',
  Icirc: 'Î', Iuml: 'Ï', ETH: 'Ð', Ntilde: 'Ñ', Ograve: 'Ò', Oacute: 'Ó', Ocirc: 'Ô', Otilde: 'Õ', Ouml: 'Ö', times: '×', Oslash: 'Ø', Ugrave: 'Ù',
  Uacute: 'Ú', Ucirc: 'Û', Uuml: 'Ü', Yacute: 'Ý', THORN: 'Þ', szlig: 'ß', agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', auml: 'ä', aring: 'å',
  aelig: 'æ', ccedil: 'ç', egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë', igrave: 'ì', iacute: 'í', icirc: 'î', iuml: 'ï', eth: 'ð', ntilde: 'ñ',
  ograve: 'ò', oacute: 'ó', ocirc: 'ô', otilde: 'õ', ouml: 'ö', divide: '÷', oslash: 'ø', ugrave: 'ù', uacute: 'ú', ucirc: 'û', uuml: 'ü', yacute: 'ý',
  thorn: 'þ', yuml: 'ÿ',
}; // prettier-ignore
/** What HTML 4 adds to HTML 3.2. */
const NAMED4: Readonly<Record<string, string>> = {
  OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Yuml: 'Ÿ', fnof: 'ƒ', circ: 'ˆ', tilde: '˜', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009',
  ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', dagger: '†', Dagger: '‡', bull: '•', hellip: '…',
  permil: '‰', prime: '′', Prime: '″', lsaquo: '‹', rsaquo: '›', oline: '‾', frasl: '⁄', euro: '€', trade: '™', larr: '←', uarr: '↑', rarr: '→',
  darr: '↓', harr: '↔', minus: '−', infin: '∞', ne: '≠', le: '≤', ge: '≥', loz: '◊', spades: '♠', clubs: '♣', hearts: '♥', diams: '♦',
}; // prettier-ignore

const invert = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).map(([name, character]) => [character, `&${name};`]));
const HTML3 = invert(NAMED);
const HTML4 = invert({ ...NAMED, ...NAMED4 });
const XML: ReadonlyMap<string, string> = new Map([['"', '&quot;'], ['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ["'", '&apos;']]); // prettier-ignore

const byTable = (table: ReadonlyMap<string, string>) => (text: string) => [...text].map((c) => table.get(c) ?? c).join('');

const entities = (names: Readonly<Record<string, string>>) => (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z0-9]+));/g, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return names[name] ?? all;
    const code = decimal !== undefined ? Number(decimal) : parseInt(hex!, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

const hex4 = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const CONTROLS: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
  '\\': '\\\\',
  '"': '\\"',
};

/** StringEscapeUtils.escapeJava: controls by letter, all but printable ASCII as \uXXXX. */
const escapeJava = (text: string): string => text.replace(/[^\x20-\x7e]|["\\]/g, (c) => CONTROLS[c] ?? hex4(c));
const unescapeJava = (text: string): string =>
  text.replace(/\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g, (_, unicode?: string, octal?: string, one?: string) => {
    if (unicode !== undefined) return String.fromCharCode(parseInt(unicode, 16));
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
    const control: Readonly<Record<string, string>> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };
    return control[one!] ?? one!;
  });

const escapeCsv = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const unescapeCsv = (text: string): string => {
  if (!/^"[\s\S]*"$/.test(text) || text.length < 2) return text;
  const inner = text.slice(1, -1);
  return /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
};

/** The escape and unescape methods of String (StringEscapeUtils of Apache Commons Lang). */
export const escapes: Theme = members('System.String', {
  'escapeHtml3/0': byTable(HTML3),
  'escapeHtml4/0': byTable(HTML4),
  'escapeXml/0': byTable(XML),
  'unescapeHtml3/0': entities(NAMED),
  'unescapeHtml4/0': entities({ ...NAMED, ...NAMED4 }),
  'unescapeXml/0': entities({ quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" }),
  'escapeJava/0': escapeJava,
  'unescapeJava/0': unescapeJava,
  'escapeEcmaScript/0': (text: string) => escapeJava(text).replace(/['/]/g, '\\$&'),
  'unescapeEcmaScript/0': unescapeJava,
  'escapeUnicode/0': (text: string) => text.replace(/[\x80-\uffff]/g, hex4),
  'unescapeUnicode/0': (text: string) =>
    text.replace(/\\u\+?([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  'escapeCsv/0': escapeCsv,
  'unescapeCsv/0': unescapeCsv,
});
