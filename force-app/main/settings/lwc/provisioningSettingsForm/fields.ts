/** Options of a picker in the shape of the base components. */
export interface Option {
  readonly label: string;
  readonly value: string;
}

export function optionsOf(choices: readonly Apex.ProvisioningChoice[] | undefined): readonly Option[] {
  return (choices ?? []).map((choice) => ({ label: choice.label ?? choice.value ?? '', value: choice.value ?? '' }));
}

/** Options of permission sets and groups; two of one name are told apart by their licence. */
export function permissionSetOptions(choices: readonly Apex.ProvisioningChoice[] | undefined): readonly Option[] {
  const options = optionsOf(choices);
  return options.map((option, index) => {
    const twice = options.filter((other) => other.label === option.label).length > 1;
    const license = choices?.[index]?.license;
    return twice && license ? { ...option, label: `${option.label} (${license})` } : option;
  });
}

/** The worst finding of each field, as text. Findings without a field belong to nobody. */
export function errorsByField(findings: readonly Apex.ProvisioningFinding[]): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  for (const finding of findings) {
    if (finding.severity !== 'error' || !finding.field || errors.has(finding.field)) continue;
    errors.set(finding.field, [finding.message, finding.fix].filter(Boolean).join(' '));
  }
  return errors;
}

/** The setting to which `fieldMappings[0].steps[1].do` belongs. */
export function settingOf(field: string): string {
  return field.replace(/[.[].*$/, '');
}

/** What is wrong first with the setting or with a part of it; empty when nothing is. */
export function firstOf(setting: string, errors: ReadonlyMap<string, string>): string {
  return [...errors].find(([field]) => settingOf(field) === setting)?.[1] ?? '';
}
