import { fail, unsupported } from './fail';
import { PREDEFINED, propertyClass } from './regex-classes';

interface Flags {
  ignoreCase: boolean;
  unicodeCase: boolean;
  multiline: boolean;
  dotAll: boolean;
  comments: boolean;
  unixLines: boolean;
}
const PLAIN: Flags = { ignoreCase: false, unicodeCase: false, multiline: false, dotAll: false, comments: false, unixLines: false };
const FLAG_LETTERS: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase', u: 'unicodeCase', m: 'multiline', s: 'dotAll', x: 'comments', d: 'unixLines',
}; // prettier-ignore

export interface Translation {
  /** Body for a RegExp with the `v` flag and without `i`, `m`, `s`. */
  readonly body: string;
  /** Whether group n is called `gn` (atomic groups take numbers of their own). */
  readonly named: boolean;
  readonly names: ReadonlyMap<string, number>;
  readonly groupCount: number;
}

/** Thrown inside to start again with named groups. */
const NEEDS_NAMES = Symbol('named groups needed');

/**
 * Java pattern text to JavaScript. Case folding, `.`, `^`, `$` and `\s` are written out, because their Java meaning differs and
 * Java can switch flags within a pattern. Atomic groups and possessive quantifiers become `(?=(...))\k`. What cannot be said in
 * JavaScript is an error with its place (java.util.regex.Pattern, JDK 11).
 */
export class RegexTranslator {
  private at = 0;
  private groups = 0;
  private atomics = 0;
  private flags: Flags = PLAIN;
  private readonly names = new Map<string, number>();
  private readonly text: string;
  private readonly named: boolean;

  private constructor(text: string, named: boolean) {
    this.text = text;
    this.named = named;
  }

  static translate(text: string): Translation {
    for (const named of [false, true]) {
      const translator = new RegexTranslator(text, named);
      try {
        const body = translator.alternatives();
        if (translator.at < text.length) translator.error("Unmatched closing ')'", translator.at - 1);
        return { body, named, names: translator.names, groupCount: translator.groups };
      } catch (reason) {
        if (reason !== NEEDS_NAMES) throw reason;
      }
    }
    return fail('System.StringException', `Invalid regex: ${text}`);
  }

  private error(description: string, index = this.at): never {
    return fail('System.StringException', `Invalid regex: ${description} near index ${Math.max(0, index)}\n${this.text}`);
  }

  private alternatives(): string {
    const flags = this.flags;
    let out = this.sequence();
    while (this.text[this.at] === '|') {
      this.at++;
      out += `|${this.sequence()}`;
    }
    this.flags = flags;
    return out;
  }

  private sequence(): string {
    let out = '';
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') {
      if (this.flags.comments && this.skipComment()) continue;
      const quoted = this.quotation();
      if (quoted !== null) {
        const characters = [...quoted];
        const last = characters.pop();
        out += characters.map((c) => this.literal(c)).join('');
        if (last !== undefined) out += this.quantified(this.literal(last));
        continue;
      }
      out += this.quantified(this.atom());
    }
    return out;
  }

  private skipComment(): boolean {
    const skipped = /^(?:\s+|#[^\n\r]*)/.exec(this.text.slice(this.at));
    if (skipped) this.at += skipped[0].length;
    return skipped !== null;
  }

  private quotation(): string | null {
    if (!this.text.startsWith('\\Q', this.at)) return null;
    const end = this.text.indexOf('\\E', this.at + 2);
    const quoted = this.text.slice(this.at + 2, end < 0 ? undefined : end);
    this.at = end < 0 ? this.text.length : end + 2;
    return quoted;
  }

  private quantified(atom: string): string {
    const rest = this.text.slice(this.at);
    const found = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})([?+]?)/.exec(rest);
    if (!found) {
      if (rest.startsWith('{')) this.error('Illegal repetition');
      return atom;
    }
    if (atom === '') this.error(`Dangling meta character '${rest[0]!}'`);
    this.at += found[0].length;
    const mode = found[3] ?? '';
    const quantifier = mode === '' ? found[0] : found[0].slice(0, -1);
    const once = `(?:${atom})`;
    if (mode === '+') return this.atomic(`${once}${quantifier}`);
    return `${once}${quantifier}${mode}`;
  }

  private atomic(body: string): string {
    if (!this.named) throw NEEDS_NAMES;
    const name = `a${++this.atomics}`;
    return `(?:(?=(?<${name}>${body}))\\k<${name}>)`;
  }

  private atom(): string {
    const c = this.codePoint();
    switch (c) {
      case '(':
        return this.group();
      case '[':
        return this.characterClass();
      case '\\':
        return this.escape();
      case '.':
        if (this.flags.dotAll) return '[\\s\\S]';
        return this.flags.unixLines ? '[^\\n]' : '[^\\n\\r\\x85\\u2028\\u2029]';
      case '^':
        if (!this.flags.multiline) return '(?:^)';
        return this.flags.unixLines ? '(?:^|(?<=\\n)(?!$))' : '(?:^|(?<=[\\n\\x85\\u2028\\u2029]|\\r(?!\\n))(?!$))';
      case '$':
        return this.flags.multiline ? this.lineEnd() : this.inputEnd();
      case '*':
      case '+':
      case '?':
        return this.error(`Dangling meta character '${c}'`, this.at - 1);
      default:
        return this.literal(c);
    }
  }

  private inputEnd(): string {
    return this.flags.unixLines ? '(?=\\n?$)' : '(?:(?=\\r\\n$|[\\n\\r\\x85\\u2028\\u2029]?$)(?<!\\r(?=\\n)))';
  }

  private lineEnd(): string {
    return this.flags.unixLines ? '(?=\\n|$)' : '(?:(?=[\\n\\r\\x85\\u2028\\u2029]|$)(?<!\\r(?=\\n)))';
  }

  private codePoint(): string {
    const c = String.fromCodePoint(this.text.codePointAt(this.at) ?? this.error('Unexpected end'));
    this.at += c.length;
    return c;
  }

  /** A character that stands for itself, in both cases when the flag says so. */
  private literal(c: string): string {
    const forms = this.caseForms(c);
    return forms.length === 1 ? plain(c) : `[${forms.map(plain).join('')}]`;
  }

  private caseForms(c: string): string[] {
    if (!this.flags.ignoreCase || (!this.flags.unicodeCase && c > '\x7f')) return [c];
    return [...new Set([c, c.toLowerCase(), c.toUpperCase()])].filter((form) => [...form].length === 1);
  }

  private group(): string {
    const rest = this.text.slice(this.at);
    const simple = /^\?(?::|=|!|<=|<!|>)/.exec(rest)?.[0];
    if (simple !== undefined) {
      this.at += simple.length;
      const body = this.closed();
      return simple === '?>' ? this.atomic(body) : `(${simple}${body})`;
    }
    const name = /^\?<([a-zA-Z][a-zA-Z0-9]*)>/.exec(rest);
    if (name) {
      this.at += name[0].length;
      if (this.names.has(name[1]!)) this.error(`Named capturing group <${name[1]!}> is already defined`);
      this.names.set(name[1]!, this.groups + 1);
      return this.capture();
    }
    if (rest.startsWith('?')) return this.inlineFlags();
    return this.capture();
  }

  private capture(): string {
    const number = ++this.groups;
    return this.named ? `(?<g${number}>${this.closed()})` : `(${this.closed()})`;
  }

  private closed(): string {
    const body = this.alternatives();
    if (this.text[this.at] !== ')') this.error('Unclosed group', this.text.length);
    this.at++;
    return body;
  }

  private inlineFlags(): string {
    const found = /^\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/.exec(this.text.slice(this.at));
    if (!found) this.error('Unknown inline modifier', this.at + 1);
    const changed = { ...this.flags };
    for (const [letters, on] of [
      [found[1] ?? '', true],
      [found[2] ?? '', false],
    ] as const) {
      // prettier-ignore
      for (const letter of letters) {
        const flag = FLAG_LETTERS[letter];
        if (!flag) this.error('Unknown inline modifier', this.at + 1);
        changed[flag] = on;
      }
    }
    this.at += found[0].length;
    if (found[3] === ')') {
      // Java: in force up to the end of the enclosing group; `alternatives` puts the old flags back.
      this.flags = changed;
      return '';
    }
    const outer = this.flags;
    this.flags = changed;
    const body = this.closed();
    this.flags = outer;
    return `(?:${body})`;
  }

  private escape(): string {
    const c = this.text[this.at] ?? this.error('Unexpected internal error');
    if (c in PREDEFINED) {
      this.at++;
      return PREDEFINED[c]!;
    }
    switch (c) {
      case 'b':
      case 'B':
        this.at++;
        return `(?:\\${c})`;
      case 'A':
        this.at++;
        return '(?:^)';
      case 'z':
        this.at++;
        return '(?:$)';
      case 'Z':
        this.at++;
        return this.inputEnd();
      case 'R':
        this.at++;
        return '(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])';
      case 'p':
      case 'P':
        return this.property();
      case 'k':
        return this.namedReference();
    }
    if (c >= '1' && c <= '9') return this.backReference();
    return this.literal(this.escapedCharacter());
  }

  private property(): string {
    const found = /^([pP])(?:\{([^}]*)\}|(.))/.exec(this.text.slice(this.at));
    if (!found) this.error('Unclosed character family');
    const name = found[2] ?? found[3]!;
    let body = propertyClass(name);
    if (body === null) this.error(`Unknown character property name {${name}}`);
    if (this.flags.ignoreCase && ['Lower', 'Upper'].includes(name)) body = '[a-zA-Z]';
    this.at += found[0].length;
    return found[1] === 'P' ? `[^${body}]` : body;
  }

  private namedReference(): string {
    const found = /^k<([a-zA-Z][a-zA-Z0-9]*)>/.exec(this.text.slice(this.at));
    if (!found) this.error("\\k is not followed by '<' for named capturing group");
    const group = this.names.get(found[1]!) ?? this.error(`named capturing group <${found[1]!}> does not exist`);
    this.at += found[0].length;
    return this.reference(group);
  }

  private backReference(): string {
    let group = Number(this.text[this.at++]);
    while (/[0-9]/.test(this.text[this.at] ?? '') && group * 10 + Number(this.text[this.at]) <= this.groups) {
      group = group * 10 + Number(this.text[this.at++]);
    }
    return this.reference(group);
  }

  private reference(group: number): string {
    if (this.flags.ignoreCase) unsupported(`a back reference under (?i) in a pattern: ${this.text}`);
    // Java: a reference to a group that the pattern has not opened yet never matches.
    if (group > this.groups) return '(?!)';
    return this.named ? `(?:\\k<g${group}>)` : `(?:\\${group})`;
  }

  /** Reads what follows a backslash and stands for one character. */
  private escapedCharacter(): string {
    const rest = this.text.slice(this.at);
    const coded = /^(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]{1,6})\}|0([0-3]?[0-7]{1,2})|c(.))/.exec(rest);
    if (coded) {
      this.at += coded[0].length;
      if (coded[4] !== undefined) return String.fromCodePoint(parseInt(coded[4], 8));
      if (coded[5] !== undefined) return String.fromCodePoint(coded[5].charCodeAt(0) ^ 64);
      return String.fromCodePoint(parseInt(coded[1] ?? coded[2] ?? coded[3]!, 16));
    }
    const c = this.codePoint();
    const control: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', a: '\x07', e: '\x1b' };
    if (c in control) return control[c]!;
    if (/[a-zA-Z0-9]/.test(c)) this.error('Illegal/unsupported escape sequence', this.at - 1);
    return c;
  }

  /** The part after `[`, as a JavaScript class; unions nest, `&&` intersects. */
  private characterClass(): string {
    const negated = this.text[this.at] === '^';
    if (negated) this.at++;
    const operands: string[] = [];
    let union = '';
    let first = true;
    for (;;) {
      if (this.at >= this.text.length) this.error('Unclosed character class', this.text.length - 1);
      if (this.flags.comments && this.skipComment()) continue;
      if (this.text[this.at] === ']' && !first) break;
      if (this.text.startsWith('&&', this.at)) {
        this.at += 2;
        if (union !== '') operands.push(`[${union}]`);
        union = '';
      } else union += this.classItem();
      first = false;
    }
    this.at++;
    if (union !== '') operands.push(`[${union}]`);
    const body = operands.length === 1 ? operands[0]!.slice(1, -1) : operands.join('&&');
    return `[${negated ? '^' : ''}${body}]`;
  }

  private classItem(): string {
    if (this.text[this.at] === '[') {
      this.at++;
      return this.characterClass();
    }
    const quoted = this.quotation();
    if (quoted !== null) return [...quoted].map((c) => this.classRange(c, c)).join('');
    const next = this.text[this.at + 1] ?? '';
    if (this.text[this.at] === '\\' && (next in PREDEFINED || next === 'p' || next === 'P')) {
      this.at++;
      if (next in PREDEFINED) {
        this.at++;
        return PREDEFINED[next]!;
      }
      return this.property();
    }
    const low = this.classCharacter();
    const ranged = this.text[this.at] === '-' && !['[', ']', undefined].includes(this.text[this.at + 1]);
    if (!ranged || /^-\\[dDwWsSpPhHvV]/.test(this.text.slice(this.at))) return this.classRange(low, low);
    this.at++;
    const high = this.classCharacter();
    if (low.codePointAt(0)! > high.codePointAt(0)!) this.error('Illegal character range', this.at - 1);
    return this.classRange(low, high);
  }

  private classCharacter(): string {
    const c = this.codePoint();
    return c === '\\' ? this.escapedCharacter() : c;
  }

  private classRange(low: string, high: string): string {
    if (low === high) return this.caseForms(low).map(plain).join('');
    let out = `${plain(low)}-${plain(high)}`;
    if (!this.flags.ignoreCase) return out;
    const from = low.codePointAt(0)!;
    const to = high.codePointAt(0)!;
    if (this.flags.unicodeCase && to > 127) unsupported(`a range beyond ASCII under (?iu) in a pattern: ${this.text}`);
    for (const [start, end, shift] of [
      [65, 90, 32],
      [97, 122, -32],
    ] as const) {
      // prettier-ignore
      const a = Math.max(from, start);
      const b = Math.min(to, end);
      if (a <= b) out += `${plain(String.fromCharCode(a + shift))}-${plain(String.fromCharCode(b + shift))}`;
    }
    return out;
  }
}

/** A character as the `v` flag takes it anywhere. */
function plain(c: string): string {
  return /^[a-zA-Z0-9]$/.test(c) ? c : `\\u{${c.codePointAt(0)!.toString(16)}}`;
}
