/** Settings of somebody who has not saved any: the rules that are on from the start, and the source that comes first. */
export function blankSettings(sourceName: string | null): Apex.SettingsData {
  return {
    sourceName,
    profileId: null,
    profileName: null,
    emailEncoding: null,
    employeeStatus: null,
    permissionSets: [],
    usernameSuffix: null,
    timeZone: null,
    locale: null,
    language: null,
    matchByEmployeeNumber: true,
    matchByFederationId: true,
    matchByEmail: false,
    matchByUsername: false,
    automaticProvisioning: false,
  };
}
