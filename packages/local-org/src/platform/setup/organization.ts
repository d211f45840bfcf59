import { licenseData } from '../../access';
import { DEFAULT_PROJECT } from '../../metadata';
import type { ProjectFile } from '../../metadata/model';
import type { Deployment } from './context';

/** One organization row; its id never changes, its name and kind follow the project's. */
export function deployOrganization({ rows, project }: Deployment): string {
  const found = rows.find('Organization', {});
  const { isSandbox, language } = project.organization;
  const facts = { IsSandbox: isSandbox, LanguageLocaleKey: language };
  if (found !== null) return rows.put('Organization', { Id: found }, { Name: project.name, ...facts }).id;
  return rows.put(
    'Organization',
    { Name: project.name },
    {
      ...facts,
      InstanceName: 'LOCAL',
      OrganizationType: 'Enterprise Edition',
      DefaultLocaleSidKey: 'en_US',
      TimeZoneSidKey: 'GMT',
      FiscalYearStartMonth: 1,
    },
  ).id;
}

/** User licences with the seats of local-org.json. */
export function deployLicenses(deployment: Deployment): void {
  const { rows, licenseIds } = deployment;
  for (const { name, seats } of licensesOf(deployment)) {
    const { definitionKey } = licenseData(name);
    const values = { MasterLabel: name, LicenseDefinitionKey: definitionKey, Status: 'Active', TotalLicenses: seats };
    const { id, created } = rows.put('UserLicense', { Name: name }, values);
    if (created) rows.put('UserLicense', { Name: name }, { UsedLicenses: 0 });
    licenseIds.set(name.toLowerCase(), id);
  }
}

/** Permission set licences with the seats of local-org.json; the ones in use are counted as sets are assigned. */
export function deployPermissionSetLicenses({ rows, project, permissionSetLicenseIds }: Deployment): void {
  for (const { name, seats } of project.permissionSetLicenses) {
    const DeveloperName = name.replace(/\W+/g, '_');
    const values = { MasterLabel: name, PermissionSetLicenseKey: DeveloperName, Language: 'en_US', Status: 'Active', TotalLicenses: seats };
    const { id, created } = rows.put('PermissionSetLicense', { DeveloperName }, values);
    if (created) rows.put('PermissionSetLicense', { DeveloperName }, { UsedLicenses: 0 });
    permissionSetLicenseIds.set(name.toLowerCase(), id);
  }
}

/** Without a project file the org has, as any org that the project deploys to, every licence that its metadata names. */
function licensesOf({ project, metadata }: Deployment): ProjectFile['licenses'] {
  if (project.licenses !== DEFAULT_PROJECT.licenses) return project.licenses;
  const listed = new Set(project.licenses.map(({ name }) => name.toLowerCase()));
  const named = [...metadata.profiles, ...metadata.permissionSets].flatMap(({ license }) => license ?? []);
  const others = [...new Set(named)].filter((name) => !listed.has(name.toLowerCase()));
  return [...project.licenses, ...others.map((name) => ({ name, seats: 100 }))];
}
