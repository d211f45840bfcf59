import { unsupported } from './fail';
import { PREDEFINED, propertyClass } from './regex-classes';
import { PatternScanner, plain } from './regex-scanner';

/** Alternatives for one character: what stands inside of one `[...]`, and patterns that cannot. */
interface OneOf {
  readonly set: string;
  readonly others: readonly string[];
}
const NOTHING: OneOf = { set: '', others: [] };

const both = (a: OneOf, b: OneOf): OneOf => ({ set: a.set + b.set, others: [...a.others, ...b.others] });

/** True for `[...]` without `^`, which may be merged into another class. */
const isPlainSet = (code: string): boolean => code.startsWith('[') && !code.startsWith('[^');

function asPart(code: string): OneOf {
  if (isPlainSet(code)) return { set: code.slice(1, -1), others: [] };
  return code.startsWith('\\p') ? { set: code, others: [] } : { set: '', others: [code] };
}

function unionOf({ set, others }: OneOf): string {
  const parts = set === '' ? others : [`[${set}]`, ...others];
  return parts.length === 1 ? parts[0]! : `(?:${parts.join('|')})`;
}

/** Every character that the pattern does not match. */
function complement(code: string): string {
  if (isPlainSet(code)) return `[^${code.slice(1, -1)}]`;
  return code.startsWith('\\p') ? `[^${code}]` : `(?:(?!${code})[^])`;
}

/** Character classes: `[a-z&&[^b]]`, `\p{...}`. */
export abstract class ClassTranslator extends PatternScanner {
  protected property(): string {
    const found = /^([pP])(?:\{([^}]*)\}|(.))/.exec(this.text.slice(this.at));
    if (!found) this.error('Unclosed character family');
    const name = found[2] ?? found[3]!;
    let body = propertyClass(name);
    if (body === null) this.error(`Unknown character property name {${name}}`);
    if (this.flags.ignoreCase && ['Lower', 'Upper'].includes(name)) body = '[a-zA-Z]';
    this.at += found[0].length;
    return found[1] === 'P' ? complement(body) : body;
  }

  /** The part after `[`: a pattern that matches exactly one character. Unions nest, `&&` intersects. */
  protected characterClass(): string {
    const negated = this.text[this.at] === '^';
    if (negated) this.at++;
    const operands: string[] = [];
    let union: OneOf = NOTHING;
    let first = true;
    for (;;) {
      if (this.at >= this.text.length) this.error('Unclosed character class', this.text.length - 1);
      if (this.flags.comments && this.skipComment()) continue;
      if (this.text[this.at] === ']' && !first) break;
      if (this.text.startsWith('&&', this.at)) {
        this.at += 2;
        if (union !== NOTHING) operands.push(unionOf(union));
        union = NOTHING;
      } else union = both(union, this.classItem());
      first = false;
    }
    this.at++;
    if (union !== NOTHING) operands.push(unionOf(union));
    const last = operands.pop() ?? '(?!)';
    const code = operands.length === 0 ? last : `(?:${operands.map((operand) => `(?=${operand})`).join('')}${last})`;
    return negated ? complement(code) : code;
  }

  protected classItem(): OneOf {
    if (this.text[this.at] === '[') {
      this.at++;
      return asPart(this.characterClass());
    }
    const quoted = this.quotation();
    if (quoted !== null) return { set: [...quoted].map((c) => this.classRange(c, c)).join(''), others: [] };
    const next = this.text[this.at + 1] ?? '';
    if (this.text[this.at] === '\\' && (next in PREDEFINED || next === 'p' || next === 'P')) {
      this.at++;
      if (!(next in PREDEFINED)) return asPart(this.property());
      this.at++;
      return asPart(PREDEFINED[next]!);
    }
    const low = this.classCharacter();
    const ranged = this.text[this.at] === '-' && !['[', ']', undefined].includes(this.text[this.at + 1]);
    if (!ranged || /^-\\[dDwWsSpPhHvV]/.test(this.text.slice(this.at))) return { set: this.classRange(low, low), others: [] };
    this.at++;
    const high = this.classCharacter();
    if (low.codePointAt(0)! > high.codePointAt(0)!) this.error('Illegal character range', this.at - 1);
    return { set: this.classRange(low, high), others: [] };
  }

  protected classCharacter(): string {
    const c = this.codePoint();
    return c === '\\' ? this.escapedCharacter() : c;
  }

  protected classRange(low: string, high: string): string {
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
