import { fail } from './fail';

export interface Flags {
  ignoreCase: boolean;
  unicodeCase: boolean;
  multiline: boolean;
  dotAll: boolean;
  comments: boolean;
  unixLines: boolean;
}
const PLAIN: Flags = { ignoreCase: false, unicodeCase: false, multiline: false, dotAll: false, comments: false, unixLines: false };
export const FLAG_LETTERS: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase', u: 'unicodeCase', m: 'multiline', s: 'dotAll', x: 'comments', d: 'unixLines',
}; // prettier-ignore

/** Reads a Java pattern character by character; what all parts of the translation share. */
export abstract class PatternScanner {
  protected at = 0;
  protected flags: Flags = PLAIN;
  protected readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  protected error(description: string, index = this.at): never {
    return fail('System.StringException', `Invalid regex: ${description} near index ${Math.max(0, index)}\n${this.text}`);
  }

  protected skipComment(): boolean {
    const skipped = /^(?:\s+|#[^\n\r]*)/.exec(this.text.slice(this.at));
    if (skipped) this.at += skipped[0].length;
    return skipped !== null;
  }

  protected quotation(): string | null {
    if (!this.text.startsWith('\\Q', this.at)) return null;
    const end = this.text.indexOf('\\E', this.at + 2);
    const quoted = this.text.slice(this.at + 2, end < 0 ? undefined : end);
    this.at = end < 0 ? this.text.length : end + 2;
    return quoted;
  }

  protected codePoint(): string {
    const c = String.fromCodePoint(this.text.codePointAt(this.at) ?? this.error('Unexpected end'));
    this.at += c.length;
    return c;
  }

  /** A character that stands for itself, in both cases when the flag says so. */
  protected literal(c: string): string {
    const forms = this.caseForms(c);
    return forms.length === 1 ? plain(c) : `[${forms.map(plain).join('')}]`;
  }

  protected caseForms(c: string): string[] {
    if (!this.flags.ignoreCase || (!this.flags.unicodeCase && c > '\x7f')) return [c];
    return [...new Set([c, c.toLowerCase(), c.toUpperCase()])].filter((form) => [...form].length === 1);
  }

  /** Reads what follows a backslash and stands for one character. */
  protected escapedCharacter(): string {
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
}

/** A character as the `u` flag takes it anywhere. */
export function plain(c: string): string {
  return /^[a-zA-Z0-9]$/.test(c) ? c : `\\u{${c.codePointAt(0)!.toString(16)}}`;
}
