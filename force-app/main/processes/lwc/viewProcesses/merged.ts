/** Two pages of runs as one list: the first list's view of a run wins, nothing is shown twice. */
export function merged(first: readonly Apex.ProcessView[], second: readonly Apex.ProcessView[]): readonly Apex.ProcessView[] {
  const known = new Set(first.map((process) => process.id));
  return [...first, ...second.filter((process) => !known.has(process.id))];
}
