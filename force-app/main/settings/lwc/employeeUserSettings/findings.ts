/** Fields that show their errors themselves, by the names that the server uses. */
const OWN_PLACE: ReadonlySet<string> = new Set([
  'sourceName',
  'profileId',
  'emailEncoding',
  'employeeStatus',
  'usernameSuffix',
  'permissionSets',
  'personRecordType',
  'timeZone',
  'matchingRules',
  'locale',
  'language',
  'leaverStatuses',
  'leaverAction',
  'notificationRecipients',
  'fieldMappings',
]);

/** Findings that no field shows: warnings, notes and errors about the whole. `numbers` are the inputs that the server lists. */
export function generalFindings(
  findings: readonly Apex.ProvisioningFinding[],
  numbers: readonly Apex.ProvisioningChoice[],
): readonly Apex.ProvisioningFinding[] {
  const hasPlace = (field: string) => OWN_PLACE.has(field) || numbers.some((number) => number.value === field);
  return findings.filter((finding) => finding.severity !== 'error' || !finding.field || !hasPlace(finding.field));
}
