import type { Modifiers } from '../ast/nodes';
import type { Visibility } from './symbols';

const VISIBILITIES: readonly Visibility[] = ['global', 'public', 'protected', 'private'];

export const has = (modifiers: Modifiers, word: string): boolean => modifiers.words.includes(word);
export const annotated = (modifiers: Modifiers, name: string): boolean => modifiers.annotations.some((one) => one.name === name);

/** `private` when nothing is said, as in Apex. */
export function visibilityOf(modifiers: Modifiers): Visibility {
  if (has(modifiers, 'webservice')) return 'global';
  return VISIBILITIES.find((word) => has(modifiers, word)) ?? 'private';
}
