import type { SetupPage } from './model';

export interface Piece {
  readonly key: string;
  readonly text: string;
  /** Class of a part: the typed part stands out. */
  readonly style: string;
}

const words = (term: string): string[] => term.toLowerCase().split(/\s+/).filter(Boolean);

/** Pages whose label has every typed word, in alphabetical order. */
export function quickFind(pages: readonly SetupPage[], term: string): readonly SetupPage[] {
  const wanted = words(term);
  return pages
    .filter((page) => wanted.every((word) => page.label.toLowerCase().includes(word)))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** A label cut into typed and other parts. */
export function highlight(label: string, term: string): readonly Piece[] {
  const wanted = words(term).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (wanted.length === 0) return [{ key: '0', text: label, style: '' }];
  return label
    .split(new RegExp(`(${wanted.join('|')})`, 'i'))
    .map((text, index) => ({ key: String(index), text, style: index % 2 === 1 ? 'slds-text-title_bold' : '' }))
    .filter((piece) => piece.text !== '');
}
