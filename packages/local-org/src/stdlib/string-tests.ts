import { need } from '../kernel/fail';
import { members, type Theme } from './registry';

const has = (pattern: RegExp) => (text: string) => pattern.test(text);

/** Questions about the characters of a String; letters and digits are Unicode's, as in StringUtils. */
export const stringTests: Theme = members('System.String', {
  'isAlpha/0': has(/^\p{L}+$/u),
  'isAlphaSpace/0': has(/^[\p{L} ]*$/u),
  'isAlphanumeric/0': has(/^[\p{L}\p{Nd}]+$/u),
  'isAlphanumericSpace/0': has(/^[\p{L}\p{Nd} ]*$/u),
  'isNumeric/0': has(/^\p{Nd}+$/u),
  'isNumericSpace/0': has(/^[\p{Nd} ]*$/u),
  'isWhitespace/0': has(/^\s*$/),
  'isAsciiPrintable/0': has(/^[\x20-\x7e]*$/),
  'isAllLowerCase/0': has(/^\p{Ll}+$/u),
  'isAllUpperCase/0': has(/^\p{Lu}+$/u),
  'containsWhitespace/0': has(/\s/),
  'containsAny/1': (text: string, characters: string) => [...need(characters)].some((c) => text.includes(c)),
  'containsNone/1': (text: string, characters: string) => ![...need(characters)].some((c) => text.includes(c)),
  'containsOnly/1': (text: string, characters: string) => [...text].every((c) => need(characters).includes(c)),
});
