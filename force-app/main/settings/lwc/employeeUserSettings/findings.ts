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
  'seatReserve',
  'maximumCreates',
  'maximumChanges',
  'maximumLockouts',
  'failureRatePercent',
  'failureRateFloor',
  'minimumPopulation',
  'leaverStatuses',
  'leaverAction',
  'retentionDays',
  'dryRunRetentionDays',
  'notificationRecipients',
  'fieldMappings',
]);

/** Findings that no field shows: warnings, notes and errors about the whole. */
export function generalFindings(findings: readonly Apex.ProvisioningFinding[]): readonly Apex.ProvisioningFinding[] {
  return findings.filter((finding) => finding.severity !== 'error' || !finding.field || !OWN_PLACE.has(finding.field));
}
