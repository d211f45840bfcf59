import { licenseData } from '../../access';
import type { Deployment } from './context';

/** One organization row; its id never changes. */
export function deployOrganization(deployment: Deployment): string {
  const { rows } = deployment;
  const found = rows.find('Organization', {});
  if (found !== null) return found;
  return rows.put(
    'Organization',
    { Name: 'Local Org' },
    {
      IsSandbox: false,
      InstanceName: 'LOCAL',
      OrganizationType: 'Enterprise Edition',
      LanguageLocaleKey: 'en_US',
      DefaultLocaleSidKey: 'en_US',
      TimeZoneSidKey: 'GMT',
      FiscalYearStartMonth: 1,
    },
  ).id;
}

/** User licences with the seats of local-org.json. */
export function deployLicenses(deployment: Deployment): void {
  const { rows, project, licenseIds } = deployment;
  for (const { name, seats } of project.licenses) {
    const { definitionKey } = licenseData(name);
    const values = { MasterLabel: name, LicenseDefinitionKey: definitionKey, Status: 'Active', TotalLicenses: seats };
    const { id, created } = rows.put('UserLicense', { Name: name }, values);
    if (created) rows.put('UserLicense', { Name: name }, { UsedLicenses: 0 });
    licenseIds.set(name.toLowerCase(), id);
  }
}
