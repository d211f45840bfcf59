/** Two pages of runs as one list: the first list's view of a run wins, nothing is shown twice. */
export function merged(
  first: readonly Apex.ProvisioningProcessView[],
  second: readonly Apex.ProvisioningProcessView[],
): readonly Apex.ProvisioningProcessView[] {
  const known = new Set(first.map((process) => process.id));
  return [...first, ...second.filter((process) => !known.has(process.id))];
}
