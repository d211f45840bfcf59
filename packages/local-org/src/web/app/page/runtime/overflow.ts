/** How the tabs of an app share a row: those that are seen, and those that wait under "More". */
export interface Split<T> {
  readonly shown: readonly T[];
  readonly more: readonly T[];
}

/**
 * Puts as many tabs as fit into the row, in their order. When not all fit, `moreWidth` is kept free; the active tab is always seen: it takes
 * the place of the last ones that would fit.
 */
export function splitTabs<T>(tabs: readonly T[], widths: readonly number[], room: number, moreWidth: number, active: number): Split<T> {
  const width = (indexes: readonly number[]): number => indexes.reduce((sum, index) => sum + (widths[index] ?? 0), 0);
  const all = tabs.map((_, index) => index);
  if (width(all) <= room) return { shown: tabs, more: [] };
  const fits = (indexes: readonly number[]): boolean => width(indexes) + moreWidth <= room;
  const kept = all.includes(active) ? [active] : [];
  for (const index of all.filter((one) => one !== active)) {
    if (!fits([...kept, index])) break;
    kept.push(index);
  }
  const seen = new Set(kept);
  const pick = (want: boolean): readonly T[] => tabs.filter((_, index) => seen.has(index) === want);
  return { shown: pick(true), more: pick(false) };
}
