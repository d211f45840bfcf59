import type { ServedOrg } from './served-org';

/** Users whom the engine did not make and that carry a key without being linked to the employee whom it names (R8): there are none. */
export async function strayKeys(org: ServedOrg): Promise<string[]> {
  const carrying = await org.query<{ Id: string; Username: string; ProvisionedEmployee__c: string }>(
    'SELECT Id, Username, ProvisionedEmployee__c FROM User WHERE ProvisionedEmployee__c != null AND ProvisioningProcessId__c = null',
  );
  const links = new Set<string>();
  for (const { Id, UserId } of await org.query<{ Id: string; UserId: string }>('SELECT Id, UserId FROM Employee2 WHERE UserId != null')) {
    links.add(`Employee2:${Id}|${UserId}`);
  }
  for (const { Id, User__c } of await org.query<{ Id: string; User__c: string }>(
    'SELECT Id, User__c FROM Employee__c WHERE User__c != null',
  )) {
    links.add(`Employee:${Id}|${User__c}`);
  }
  return carrying.filter((user) => !links.has(`${user.ProvisionedEmployee__c}|${user.Id}`)).map((user) => user.Username);
}
