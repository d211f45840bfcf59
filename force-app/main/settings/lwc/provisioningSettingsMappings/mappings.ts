/** A mapping that says nothing yet. */
export function blankMapping(): Apex.FieldMapping {
  return { userField: null, paths: [], constant: null };
}

/** The mappings with one of them changed. */
export function changed(
  mappings: readonly Apex.FieldMapping[],
  index: number,
  changes: Partial<Apex.FieldMapping>,
): readonly Apex.FieldMapping[] {
  return mappings.map((mapping, position) => (position === index ? { ...mapping, ...changes } : mapping));
}

/** The mappings without one of them. */
export function without(mappings: readonly Apex.FieldMapping[], index: number): readonly Apex.FieldMapping[] {
  return mappings.filter((_, position) => position !== index);
}

/** Paths as somebody types them: apart by commas. */
export function pathsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((path) => path.trim())
    .filter(Boolean);
}
