/** Fields that show their errors themselves, by the names that the server uses. */
const OWN_PLACE: ReadonlySet<string> = new Set([
  'sourceName',
  'profileId',
  'emailEncoding',
  'employeeStatus',
  'usernameSuffix',
  'permissionSets',
  'personRecordType',
  'matchingRules',
  'leaverStatuses',
  'leaverAction',
  'notificationRecipients',
  'fieldMappings',
  'valueTables',
]);

/** Findings that no field shows: warnings, notes and errors about the whole. `inputs` are those that the server lists. */
export function generalFindings(
  findings: readonly Apex.ProvisioningFinding[],
  inputs: readonly Apex.ProvisioningSettingsInput[],
): readonly Apex.ProvisioningFinding[] {
  const hasPlace = (field: string) =>
    OWN_PLACE.has(field.replace(/[.[].*$/, '')) || field.startsWith('assignmentRules') || inputs.some((input) => input.name === field);
  return findings.filter((finding) => finding.severity !== 'error' || !finding.field || !hasPlace(finding.field));
}
