/** A mapping that says nothing yet. */
export function blankMapping(): Apex.EmployeeFieldMapping {
  return { userField: null, paths: [], constant: null, steps: [] };
}

/** The mappings with one of them changed. */
export function changed(
  mappings: readonly Apex.EmployeeFieldMapping[],
  index: number,
  changes: Partial<Apex.EmployeeFieldMapping>,
): readonly Apex.EmployeeFieldMapping[] {
  return mappings.map((mapping, position) => (position === index ? { ...mapping, ...changes } : mapping));
}

/** The mappings without one of them. */
export function without<T>(rows: readonly T[], index: number): readonly T[] {
  return rows.filter((_, position) => position !== index);
}

/** The paths with one of them before the one that it follows. */
export function earlier(paths: readonly string[], index: number): readonly string[] {
  const moved = paths[index];
  const others = without(paths, index);
  return moved === undefined ? paths : [...others.slice(0, index - 1), moved, ...others.slice(index - 1)];
}
