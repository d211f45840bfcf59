import { describe, expect, it } from 'vitest';
import { openOrg } from '../../src/host/open';
import { orgOf, writeProject, type Sources } from './project';

const WHAT = `public class What {
  public static String host() { return Url.getOrgDomainUrl().toExternalForm(); }
  public static Boolean isSandbox() { return [SELECT IsSandbox FROM Organization].IsSandbox; }
  public static String language() { return [SELECT LanguageLocaleKey FROM Organization].LanguageLocaleKey + ' ' + UserInfo.getLanguage(); }
  public static String profile() { return [SELECT Profile.Name FROM User WHERE Id = :UserInfo.getUserId()].Profile.Name; }
}`;
const NEW_USER = `new User(LastName = 'New', Alias = 'new', Email = 'new@apex.example', Username = 'new@apex.example', CommunityNickname = 'new',
  ProfileId = UserInfo.getProfileId(), EmailEncodingKey = 'UTF-8', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US')`;
const SEATS = `@IsTest private class SeatsTest {
  @IsTest static void inside() {
    System.runAs(new User(Id = UserInfo.getUserId())) { insert ${NEW_USER}; }
  }
  @IsTest static void outside() { insert ${NEW_USER}; }
  @IsTest static void afterwards() {
    System.runAs(new User(Id = UserInfo.getUserId())) { Integer i = 0; }
    insert ${NEW_USER};
  }
}`;

/** What Apex sees of an org. */
function seen(sources: Sources): unknown[] {
  const { org, call } = orgOf({ classes: { What: WHAT }, ...sources });
  const all = ['host', 'isSandbox', 'language', 'profile'].map((method) => call(`What.${method}`));
  org.close();
  return all;
}

describe('the kind of organization', () => {
  it('is what Apex sees of host, sandbox and language', () => {
    expect(seen({})).toEqual(['http://127.0.0.1:3000', false, 'en_US en_US', 'System Administrator']);
    const organization = { isSandbox: true, host: 'acme--uat.sandbox.my.salesforce.com', language: 'de' };
    expect(seen({ org: { organization } })).toEqual(['https://acme--uat.sandbox.my.salesforce.com', true, 'de de', 'Systemadministrator']);
  });

  it('changes with the project file, and no profile gets another id', () => {
    const root = writeProject({});
    const dbFile = `${root}/org.db`;
    const profiles = (): Map<string, string> => {
      const org = openOrg({ root, dbFile });
      const rows = org.step({ userId: org.users[0]?.userId ?? '', commit: false }, () =>
        org.data.queryText('SELECT Id, Name FROM Profile', new Map(), { mode: 'system', sharing: false }),
      );
      org.close();
      return new Map(rows.map((row) => [row.id ?? '', String(row.get('Name'))]));
    };
    const english = profiles();
    writeProject({ org: { organization: { language: 'de' } } }, root);
    const german = profiles();
    expect([...german.keys()]).toEqual([...english.keys()]);
    expect([...english.values()]).toContain('Standard User');
    expect([...german.values()]).toContain('Standardbenutzer');
    expect([...german.values()]).not.toContain('Standard User');
    writeProject({}, root);
    expect(profiles()).toEqual(english);
  });
});

// Apex Developer Guide, "Using the runAs Method": "The runAs method ignores user license limits."
describe('user licences', () => {
  it('limit new users outside of runAs only', () => {
    const { org } = orgOf({ classes: { SeatsTest: SEATS }, org: { licenses: [{ name: 'Salesforce', seats: 2 }] } });
    const outcomes = org.runTests({}).tests.map(({ method, message }) => `${method}: ${message ?? 'passed'}`);
    org.close();
    const refused = expect.stringContaining('LICENSE_LIMIT_EXCEEDED') as unknown;
    expect(outcomes).toEqual(['inside: passed', refused, refused]);
    expect(outcomes[1]).toMatch(/^outside/);
  });
});
