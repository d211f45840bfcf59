import { expect } from 'vitest';
import type { ServedOrg } from './served-org';
import { API, insertAll } from './workforce';

export interface Link {
  readonly id: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly username: string;
  readonly active: boolean;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly exact: boolean;
  readonly state: string;
}
export interface LinkPage {
  readonly links: readonly Link[];
  readonly next: string | null;
}
export interface Verdict {
  readonly id: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly message: string | null;
}

/** A row of an import. */
export const employee = (employeeNumber: string, firstName: string, lastName: string, email: string): object => ({
  employeeNumber,
  firstName,
  lastName,
  email,
  status: 'Active',
  statusStartDate: '2024-01-15',
});

export async function loadEmployees(org: ServedOrg, employees: readonly object[]): Promise<void> {
  const answer = await org.call<readonly { outcome: string }[]>('admin', 'POST', `${API}/employees`, { employees });
  expect(answer.body.map(({ outcome }) => outcome)).toEqual(employees.map(() => 'Created'));
}

/** Users whom no rule of the settings finds unless it compares addresses. */
export async function usersBefore(org: ServedOrg, users: readonly object[]): Promise<readonly string[]> {
  const [{ Id: ProfileId } = { Id: '' }] = await org.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  return insertAll(
    org,
    users.map((user, i) => ({
      attributes: { type: 'User' },
      Username: `before${i}@corp.example`,
      Alias: `bef${i}`,
      CommunityNickname: `before${i}`,
      ProfileId,
      TimeZoneSidKey: 'Europe/Berlin',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ...user,
    })),
  );
}

export const links = async (org: ServedOrg, query = ''): Promise<readonly Link[]> =>
  (await org.call<LinkPage>('admin', 'GET', `${API}/links${query}`)).body.links;

export const decide = (org: ServedOrg, body: object, alias = 'admin') =>
  org.call<{ rows: readonly Verdict[]; processId: string | null; id: string; status: string }>(alias, 'POST', `${API}/links`, body);
