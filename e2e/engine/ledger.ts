import { expect } from 'vitest';
import type { ServedOrg } from './served-org';

interface Line {
  readonly User__r: { Username: string };
  readonly Assignment__c: string;
  readonly GrantName__c: string;
  readonly TakenBackAt__c: string | null;
}

/** What runs granted (R46): user, set, whether the user holds it and whether it was taken back. No note is left over, and no line is there twice. */
export async function ledger(org: ServedOrg): Promise<unknown[][]> {
  expect(await org.query('SELECT Id FROM User WHERE ProvisioningGrantsOf__c != null')).toEqual([]);
  const held = new Set<string>();
  for (const { Id } of await org.query<{ Id: string }>('SELECT Id FROM PermissionSetAssignment')) held.add(Id);
  const lines = await org.query<Line>(
    'SELECT User__r.Username, Assignment__c, GrantName__c, TakenBackAt__c FROM Grant__c ORDER BY User__r.Username, GrantName__c, Assignment__c',
  );
  expect(new Set(lines.map((line) => line.Assignment__c)).size).toBe(lines.length);
  return lines.map((line) => [line.User__r.Username, line.GrantName__c, held.has(line.Assignment__c), line.TakenBackAt__c !== null]);
}
