import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store';
import { garageOrg } from './org';

type Org = ReturnType<typeof garageOrg>;
type Values = Readonly<Record<string, unknown>>;

const profile = (org: Org, name: string) => org.one('SELECT "Id" FROM "Profile" WHERE "Name" = ?', name);
const user = (org: Org, name: string, more: Values = {}): Values => ({
  FirstName: name,
  LastName: 'Seat',
  Alias: name.slice(0, 8),
  Email: `${name}@people.example`,
  Username: `${name}@people.example`,
  CommunityNickname: name,
  ProfileId: profile(org, 'Standard User'),
  EmailEncodingKey: 'UTF-8',
  TimeZoneSidKey: 'GMT',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  IsActive: true,
  ...more,
});

/** What the licences say beside what a count of the users says. */
const used = (org: Org) => ({
  noted: org.rows('SELECT "Name", "UsedLicenses" FROM "UserLicense" ORDER BY 1'),
  counted: org.rows(
    `SELECT l."Name", (SELECT count(*) FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
       WHERE p."UserLicenseId" = l."Id" AND u."IsActive" = 1) FROM "UserLicense" l ORDER BY 1`,
  ),
});

/** The store with every statement's text noted. */
function noting(statements: Set<string>): Store {
  const store = openStore(':memory:');
  const { prepare } = store;
  return Object.assign(store, {
    prepare: (sql: string) => {
      statements.add(sql);
      return prepare(sql);
    },
  });
}

// Object Reference, UserLicense.UsedLicenses.
describe('seats', () => {
  it('are noted as they are taken, given back, moved and refused', () => {
    const org = garageOrg();
    const [first = '', second = ''] = org.save('insert', 'User', user(org, 'a'), user(org, 'b'), user(org, 'idle', { IsActive: false }));
    expect(used(org).noted).toEqual(used(org).counted);
    org.save('update', 'User', { Id: first, IsActive: false }, { Id: second, ProfileId: profile(org, 'System Administrator') });
    expect(used(org).noted).toEqual(used(org).counted);
    org.save('update', 'User', { Id: first, IsActive: true, ProfileId: profile(org, 'System Administrator') });
    expect(used(org).noted).toEqual(used(org).counted);
    const many = Array.from({ length: 8 }, (_, i) => user(org, `more${i}`));
    expect(org.save('insert', 'User', ...many)).toContain('LICENSE_LIMIT_EXCEEDED: License Limit Exceeded');
    expect(used(org).noted).toEqual(used(org).counted);
  });

  it('are found without counting the users, so that the thousandth costs what the first cost', () => {
    const statements = new Set<string>();
    const org = garageOrg(undefined, noting(statements));
    const [known = ''] = org.save('insert', 'User', user(org, 'known'));
    statements.clear();
    org.save('insert', 'User', user(org, 'new'));
    org.save('update', 'User', { Id: known, IsActive: false });
    expect([...statements].filter((sql) => /count\(\*\)\s+FROM "User"/.test(sql))).toEqual([]);
  });
});
