import type { SetupPage } from './model';

export interface Piece {
  readonly key: string;
  readonly text: string;
  /** Whether it was typed: it stands out. */
  readonly hit: boolean;
}

/** A line of the tree: a heading or parent that is there for what stands below it, or a page. */
export interface TreeLine {
  readonly key: string;
  /** 0 for a heading, more the deeper. */
  readonly level: number;
  readonly label: string;
  /** Null for what only holds others. */
  readonly page: SetupPage | null;
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
  if (wanted.length === 0) return [{ key: '0', text: label, hit: false }];
  return label
    .split(new RegExp(`(${wanted.join('|')})`, 'i'))
    .map((text, index) => ({ key: String(index), text, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** The pages as the lines of a tree, each below everything that it stands under; parents are open, and those without pages are left out. */
export function treeOf(pages: readonly SetupPage[], level = 0, path = ''): readonly TreeLine[] {
  const here = pages.filter((page) => page.under.length === level);
  const parents = [...new Set(pages.filter((page) => page.under.length > level).map((page) => page.under[level] ?? ''))].toSorted((a, b) =>
    a.localeCompare(b),
  );
  return [
    ...here.map((page) => ({ key: page.path, level, label: page.label, page })),
    ...parents.flatMap((label) => {
      const key = `${path}/${label}`;
      const below = pages.filter((page) => page.under.length > level && page.under[level] === label);
      return [{ key, level, label, page: null }, ...treeOf(below, level + 1, key)];
    }),
  ];
}
