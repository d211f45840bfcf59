/** The selection after one row was switched on or off; beyond the most nothing is added. */
export function toggled(selected: readonly string[], id: string, most: number): readonly string[] {
  if (selected.includes(id)) return selected.filter((other) => other !== id);
  return selected.length < most ? [...selected, id] : selected;
}

/** The selection with everything from the one row to the other, as many as may be. */
export function ranged(
  selected: readonly string[],
  ids: readonly string[],
  from: string | null,
  to: string,
  most: number,
): readonly string[] {
  const start = from === null ? -1 : ids.indexOf(from);
  const end = ids.indexOf(to);
  if (start < 0) return toggled(selected, to, most);
  return added(selected, ids.slice(Math.min(start, end), Math.max(start, end) + 1), most);
}

/** All of these rows, or none of them when all are selected already. */
export function allToggled(selected: readonly string[], ids: readonly string[], most: number): readonly string[] {
  if (ids.every((id) => selected.includes(id))) return selected.filter((id) => !ids.includes(id));
  return added(selected, ids, most);
}

function added(selected: readonly string[], ids: readonly string[], most: number): readonly string[] {
  return [...selected, ...ids.filter((id) => !selected.includes(id))].slice(0, Math.max(most, selected.length));
}
