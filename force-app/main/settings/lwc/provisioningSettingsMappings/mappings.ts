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
export function without(mappings: readonly Apex.EmployeeFieldMapping[], index: number): readonly Apex.EmployeeFieldMapping[] {
  return mappings.filter((_, position) => position !== index);
}

/** Paths as somebody types them: apart by commas. */
export function pathsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((path) => path.trim())
    .filter(Boolean);
}
