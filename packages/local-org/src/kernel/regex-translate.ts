import { fail, unsupported } from './fail';
import { ClassTranslator } from './regex-class-translate';
import { PREDEFINED } from './regex-classes';
import { FLAG_LETTERS } from './regex-scanner';

export interface Translation {
  /** Body for a RegExp with the `u` flag and without `i`, `m`, `s`. */
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
export class RegexTranslator extends ClassTranslator {
  private groups = 0;
  private atomics = 0;
  private readonly names = new Map<string, number>();
  private readonly named: boolean;

  private constructor(text: string, named: boolean) {
    super(text);
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
}
