import { describe, expect, it } from 'vitest';
import { orgOf } from '../engine/project';

// Object Reference, ContactPointAddress, ContactPointEmail, ContactPointPhone, ContactPointConsent, OpportunityContactRole, Task.
const source = `public class Points {
  public static List<Object> keep() {
    Account account = new Account(Name = 'Acme');
    insert account;
    ContactPointAddress address = new ContactPointAddress(Name = 'Works', ParentId = account.Id, City = 'Kiel', Street = 'Hafen 1', AddressType = 'Shipping', PreferenceRank = 2);
    ContactPointEmail email = new ContactPointEmail(ParentId = account.Id, EmailAddress = 'a@acme.example');
    ContactPointPhone phone = new ContactPointPhone(ParentId = account.Id, TelephoneNumber = '0431 1');
    insert new List<SObject>{ address, email, phone };
    insert new ContactPointConsent(Name = 'Yes', ContactPointId = email.Id, PrivacyConsentStatus = 'OptIn');
    Account read = [SELECT (SELECT Name, City, IsDefault FROM ContactPointAddresses), (SELECT Name FROM ContactPointEmails), (SELECT Name FROM ContactPointPhones) FROM Account];
    return new List<Object>{ read.ContactPointAddresses[0].City, read.ContactPointAddresses[0].IsDefault, read.ContactPointEmails[0].Name, read.ContactPointPhones[0].Name };
  }
  public static String wrong() {
    try {
      insert new ContactPointConsent(Name = 'Yes', PrivacyConsentStatus = 'Perhaps');
      return 'saved';
    } catch (DmlException error) {
      return error.getMessage();
    }
  }
  public static List<Object> call() {
    insert new Task(Subject = 'Call', CallDurationInSeconds = 90, TaskSubtype = 'Call', CallType = 'Inbound');
    Task task = [SELECT CallDurationInSeconds, TaskSubtype, IsReminderSet FROM Task];
    return new List<Object>{ task.CallDurationInSeconds, task.TaskSubtype, task.IsReminderSet };
  }
  public static Integer roles() {
    Opportunity deal = new Opportunity(Name = 'Deal', StageName = 'Prospecting', CloseDate = Date.today());
    Contact ada = new Contact(LastName = 'Ada');
    insert new List<SObject>{ deal, ada };
    insert new OpportunityContactRole(OpportunityId = deal.Id, ContactId = ada.Id, Role = 'Decision Maker');
    delete deal;
    return [SELECT COUNT() FROM OpportunityContactRole];
  }
  public static List<Object> none() {
    return new List<Object>{ [SELECT COUNT() FROM ProcessInstanceWorkitem], [SELECT COUNT() FROM ListEmail], ProcessInstanceWorkitem.SObjectType.getDescribe().isCreateable() };
  }
}`;

describe('contact points, calls and roles', () => {
  const { org, call } = orgOf({ classes: { Points: source } });
  const plain = (value: unknown) => org.step({ userId: org.users[0]?.userId ?? '' }, () => org.program.toJson(value));

  it('are kept with their parents, and named by what they lead to', () => {
    expect(plain(call('Points.keep'))).toEqual(['Kiel', false, 'a@acme.example', '0431 1']);
    expect(plain(call('Points.call'))).toEqual([90, 'Call', false]);
  });

  it('are refused with a status that there is not', () => {
    expect(call('Points.wrong')).toMatch(/INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST|REQUIRED_FIELD_MISSING/);
  });

  it('go with their opportunity', () => {
    expect(call('Points.roles')).toBe(0);
  });

  it('have no approvals and no list emails, and nobody can make any', () => {
    expect(plain(call('Points.none'))).toEqual([0, 0, false]);
  });
});
