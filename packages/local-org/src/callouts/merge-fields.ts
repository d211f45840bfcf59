import { UnsupportedError } from '../kernel/exceptions';

/** Value of `$Credential.<path>`; null when there is no such field. */
export type MergeValues = (path: string) => string | null;

const FUNCTIONS: Readonly<Record<string, (text: string) => string>> = {
  BASE64ENCODE: (text) => Buffer.from(text, 'utf8').toString('base64'),
  HTMLENCODE: (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
};

/**
 * Replaces `{!...}` by its value: fields of `$Credential`, texts, `&`, BASE64ENCODE and HTMLENCODE (Salesforce Help, "Merge Fields for Apex
 * Callouts That Use Named Credentials"). Anything else is refused with its own text, in which there is no value.
 */
export function mergeFields(text: string, valueOf: MergeValues): string {
  return text.replace(/\{!([^}]*)\}/g, (whole, expression: string) => {
    const value = new Expression(expression, valueOf).value();
    if (value === null) throw new UnsupportedError(`the merge field ${whole} in a callout`);
    return value;
  });
}

const TOKEN = /\s*(?:'([^']*)'|"([^"]*)"|\$Credential\.([\w.]+)|([A-Za-z]\w*)\s*\(|([&)]))\s*/y;

/** Reads from left to right; null is what is not understood. */
class Expression {
  private readonly text: string;
  private readonly valueOf: MergeValues;
  private at = 0;

  constructor(text: string, valueOf: MergeValues) {
    this.text = text;
    this.valueOf = valueOf;
  }

  value(): string | null {
    const value = this.sum();
    return this.at === this.text.length ? value : null;
  }

  /** Terms joined by `&`. */
  private sum(): string | null {
    let value = this.term();
    while (value !== null && this.text[this.at] === '&') {
      this.next();
      const term = this.term();
      value = term === null ? null : value + term;
    }
    return value;
  }

  private term(): string | null {
    const [, single, double, field, name] = this.next() ?? [];
    if (field !== undefined) return this.valueOf(field);
    if (name === undefined) return single ?? double ?? null;
    const inner = this.sum();
    const closed = this.next()?.[5] === ')';
    return inner === null || !closed ? null : (FUNCTIONS[name.toUpperCase()]?.(inner) ?? null);
  }

  private next(): RegExpExecArray | null {
    const reader = new RegExp(TOKEN);
    reader.lastIndex = this.at;
    const token = reader.exec(this.text);
    if (token) this.at = reader.lastIndex;
    return token;
  }
}
