import { sectionOf } from 'c/provisioningSettingsSections';

/** Findings that no field shows: warnings, notes and errors about the whole. `inputs` are those that the server lists. */
export function generalFindings(
  findings: readonly Apex.ProvisioningFinding[],
  inputs: readonly Apex.ProvisioningSettingsInput[],
): readonly Apex.ProvisioningFinding[] {
  return findings.filter(({ severity, field }) => severity !== 'error' || !field || !sectionOf(field, inputs));
}
