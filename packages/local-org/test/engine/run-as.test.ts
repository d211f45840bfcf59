import { describe, expect, it } from 'vitest';
import { orgOf } from './project';

const NEW_USER = `new User(Alias = 'standt', Email = 'standt@apex.example', Username = 'standt@apex.example', LastName = 'Testing',
  EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'America/Los_Angeles',
  ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id)`;
const TESTS = `@IsTest private class NewUserTest {
  @IsTest static void runs() {
    User u = ${NEW_USER};
    insert new Account(Name = 'Before');
    Integer before = Limits.getDmlStatements();
    System.runAs(u) {
      Assert.areEqual('standt@apex.example', UserInfo.getUserName());
      insert new Account(Name = 'Inside');
    }
    Assert.areEqual(before + 2, Limits.getDmlStatements());
    Assert.areEqual([SELECT Id FROM User WHERE Username = 'standt@apex.example'].Id, u.Id);
    System.runAs(u) { Assert.areEqual(u.Id, UserInfo.getUserId()); }
    Assert.areNotEqual(u.Id, UserInfo.getUserId());
  }
  @IsTest static void again() { runs(); }
  @IsTest static void incomplete() {
    try {
      System.runAs(new User(Alias = 'none')) { Assert.fail('ran'); }
      Assert.fail('no exception');
    } catch (DmlException e) {
      Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, e.getDmlType(0));
    }
  }
}`;

// Apex Developer Guide, "Using the runAs Method": "change the user context to an existing user or a new user"; its example inserts none.
describe('System.runAs of a user who is not inserted', () => {
  it('inserts the user for the length of the test, seat or no seat, as one DML statement', () => {
    const { org } = orgOf({ classes: { NewUserTest: TESTS }, org: { licenses: [{ name: 'Salesforce', seats: 2 }] } });
    const outcomes = org.runTests({}).tests.map(({ method, message }) => `${method}: ${message ?? 'passed'}`);
    org.close();
    expect(outcomes.toSorted()).toEqual(['again: passed', 'incomplete: passed', 'runs: passed']);
  });
});
