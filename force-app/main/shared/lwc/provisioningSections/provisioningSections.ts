/** A component that holds sections of a long page, named in its parent's template by `data-holds`. */
export interface Holder extends HTMLElement {
  /** Opens the section, scrolls to it and puts the focus there. */
  reveal(section: string): void;
}

const has = (names: string | undefined, section: string) => (names ?? '').split(' ').includes(section);

/**
 * Goes to the place that the address names: whatever is folded around it opens, and the focus follows, because who reads by ear has no other way
 * to know where the page now stands. Sections are marked with `data-section` here, or held by a child. False where nobody has the section.
 */
export function reveal(root: Pick<ParentNode, 'querySelectorAll'>, section: string): boolean {
  const own = [...root.querySelectorAll<HTMLElement>('[data-section]')].find(({ dataset }) => has(dataset.section, section));
  const holder = [...root.querySelectorAll<Holder>('[data-holds]')].find(({ dataset }) => has(dataset.holds, section));
  const fold = (own ?? holder)?.closest('details');
  if (fold) fold.open = true;
  if (own) {
    own.scrollIntoView({ block: 'start' });
    own.focus({ preventScroll: true });
  } else holder?.reveal(section);
  return !!(own ?? holder);
}
