import { fail, unsupported } from './fail';

/**
 * java.text.MessageFormat as String.format uses it: `{0}` is the argument, `''` a quote, text between quotes is literal, a number
 * past the arguments stays as it stands. Arguments are already text (Apex reference, String.format).
 */
export function formatMessage(pattern: string, argumentsText: readonly string[]): string {
  let out = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === "'") {
      if (pattern[i + 1] === "'") {
        out += "'";
        i++;
      } else quoted = !quoted;
    } else if (c === '{' && !quoted) {
      const end = pattern.indexOf('}', i);
      if (end < 0) fail('System.StringException', 'Unmatched braces in the pattern.');
      out += argument(pattern.slice(i + 1, end), argumentsText);
      i = end;
    } else out += c;
  }
  return out;
}

function argument(text: string, argumentsText: readonly string[]): string {
  const [number = '', format] = text.split(',', 2);
  if (!/^\s*\d+\s*$/.test(number)) fail('System.StringException', `can't parse argument number: ${number}`);
  if (format !== undefined) unsupported(`the format {${text}} in String.format`);
  const index = Number(number);
  return argumentsText[index] ?? `{${index}}`;
}
