import { unsupported } from './fail';
import { PREDEFINED, propertyClass } from './regex-classes';
import { PatternScanner, plain } from './regex-scanner';

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
    return found[1] === 'P' ? `[^${body}]` : body;
  }

  /** The part after `[`, as a JavaScript class; unions nest, `&&` intersects. */
  protected characterClass(): string {
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

  protected classItem(): string {
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
