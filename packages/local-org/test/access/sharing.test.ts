import { afterAll, describe, expect, it } from 'vitest';
import { orgOf } from '../engine/project';
import { clerkOf, CLERKS, objectFile } from './clerks';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const TESTS = `@IsTest private class SharingTest {
  ${CLERKS}
  @TestSetup static void people() {
    System.runAs(admin()) {
      UserRole top = role('Top', null);
      UserRole bottom = role('Bottom', top.Id);
      person('chief', top.Id);
      person('rep', bottom.Id);
      person('owner', null);
      person('friend', null);
      person('other', null);
    }
    System.runAs(named('owner')) {
      insert new Deal__c(Name = 'D');
      insert new Note__c(Name = 'N');
      insert new Account(Name = 'A');
    }
  }
  private static Id deal() { return [SELECT Id FROM Deal__c WITH SYSTEM_MODE].Id; }
  private static Boolean sees(String name, String objectName) {
    Boolean seen;
    System.runAs(named(name)) { seen = Database.countQuery('SELECT COUNT() FROM ' + objectName, AccessLevel.USER_MODE) == 1; }
    return seen;
  }
  private static Boolean edits(String name, String objectName) {
    SObject record = Database.query('SELECT Id FROM ' + objectName, AccessLevel.SYSTEM_MODE);
    Boolean edited;
    System.runAs(named(name)) { edited = Database.update(record, false, AccessLevel.USER_MODE).isSuccess(); }
    return edited;
  }
  private static Boolean deletes(String name, String objectName) {
    SObject record = Database.query('SELECT Id FROM ' + objectName, AccessLevel.SYSTEM_MODE);
    Savepoint before = Database.setSavepoint();
    Boolean deleted;
    System.runAs(named(name)) { deleted = Database.delete(record, false, AccessLevel.USER_MODE).isSuccess(); }
    Database.rollback(before);
    return deleted;
  }
  private static Deal__Share share(Id holder, String level) {
    return new Deal__Share(ParentId = deal(), UserOrGroupId = holder, AccessLevel = level);
  }

  // The sample of "Creating User Managed Sharing Using Apex".
  @IsTest static void sharesByHand() {
    Assert.isFalse(sees('friend', 'Deal__c'));
    Deal__Share entry = share(named('friend').Id, 'Read');
    entry.RowCause = Schema.Deal__Share.RowCause.Manual;
    Database.SaveResult result = Database.insert(entry, false);
    Assert.isTrue(result.isSuccess());
    Assert.isTrue(sees('friend', 'Deal__c'));
    Assert.isFalse(edits('friend', 'Deal__c'));
    Assert.isFalse(sees('other', 'Deal__c'));
    entry.AccessLevel = 'Edit';
    update entry;
    Assert.isTrue(edits('friend', 'Deal__c'));
    Assert.isFalse(deletes('friend', 'Deal__c'), 'needs full access');
    Assert.isTrue(deletes('owner', 'Deal__c'));
    delete entry;
    Assert.isFalse(sees('friend', 'Deal__c'));
  }
  @IsTest static void endsManualSharingWithTheOwner() {
    insert new List<Deal__Share>{
      share(named('friend').Id, 'Edit'),
      new Deal__Share(ParentId = deal(), UserOrGroupId = named('other').Id, AccessLevel = 'Read', RowCause = Schema.Deal__Share.RowCause.Recruiter__c)
    };
    Assert.isTrue(sees('friend', 'Deal__c'));
    Assert.isTrue(sees('other', 'Deal__c'));
    update new Deal__c(Id = deal(), OwnerId = named('rep').Id);
    Assert.isFalse(sees('friend', 'Deal__c'), 'only shares with the cause Manual are removed when ownership changes');
    Assert.isTrue(sees('other', 'Deal__c'), 'a reason of Apex stays');
    Assert.isFalse(sees('owner', 'Deal__c'));
    Assert.isTrue(sees('chief', 'Deal__c'));
  }
  @IsTest static void listsTheOwnersEntry() {
    Deal__Share own = [SELECT Id, ParentId, UserOrGroupId, AccessLevel, RowCause, LastModifiedDate, Parent.Name FROM Deal__Share WITH SYSTEM_MODE];
    Assert.areEqual(deal(), own.ParentId);
    Assert.areEqual(named('owner').Id, own.UserOrGroupId);
    Assert.areEqual('All', own.AccessLevel);
    Assert.areEqual('Owner', own.RowCause);
    Assert.areEqual('D', own.Parent.Name);
    Assert.areEqual(Deal__Share.SObjectType, own.Id.getSobjectType());
    Assert.areEqual(own.Id, [SELECT Id FROM Deal__Share WHERE Id = :own.Id AND RowCause = 'owner' WITH SYSTEM_MODE].Id);
    insert share(named('friend').Id, 'Read');
    Assert.areEqual(2, [SELECT COUNT() FROM Deal__Share WHERE ParentId = :deal() WITH SYSTEM_MODE]);
    Assert.areEqual(2, [SELECT Id, (SELECT Id FROM Shares) FROM Deal__c WITH SYSTEM_MODE].Shares.size());
    update new Deal__c(Id = deal(), OwnerId = named('rep').Id);
    Assert.areEqual(named('rep').Id, [SELECT UserOrGroupId FROM Deal__Share WITH SYSTEM_MODE].UserOrGroupId);
    AccountShare account = [SELECT AccountId, AccountAccessLevel, RowCause FROM AccountShare WITH SYSTEM_MODE];
    Assert.areEqual('All', account.AccountAccessLevel);
    Assert.isFalse(Database.delete(own, false).isSuccess());
  }
  @IsTest static void refusesWhatGivesNothing() {
    Database.SaveResult trivial = Database.insert(
      new Note__Share(ParentId = [SELECT Id FROM Note__c WITH SYSTEM_MODE].Id, UserOrGroupId = named('friend').Id, AccessLevel = 'Read'), false);
    Assert.areEqual(StatusCode.FIELD_FILTER_VALIDATION_EXCEPTION, trivial.getErrors()[0].getStatusCode());
    Assert.isTrue(trivial.getErrors()[0].getMessage().contains('AccessLevel'));
    Assert.isFalse(Database.insert(share(named('owner').Id, 'Edit'), false).isSuccess(), 'the owner');
    Assert.isFalse(Database.insert(share(named('friend').Id, 'All'), false).isSuccess(), 'all');
    Deal__Share owned = share(named('friend').Id, 'Edit');
    owned.RowCause = 'Owner';
    Assert.isFalse(Database.insert(owned, false).isSuccess());
  }
  @IsTest static void opensReadOnlyToEdit() {
    Assert.isTrue(sees('friend', 'Note__c'));
    Assert.isFalse(edits('friend', 'Note__c'));
    insert new Note__Share(ParentId = [SELECT Id FROM Note__c WITH SYSTEM_MODE].Id, UserOrGroupId = named('friend').Id, AccessLevel = 'Edit');
    Assert.isTrue(edits('friend', 'Note__c'));
    Assert.isFalse(edits('other', 'Note__c'));
  }
  @IsTest static void isInheritedFromBelow() {
    insert share(named('rep').Id, 'Edit');
    Assert.isTrue(edits('rep', 'Deal__c'));
    Assert.isTrue(edits('chief', 'Deal__c'));
    Assert.isFalse(sees('other', 'Deal__c'));
  }
  @IsTest static void reachesGroupsAndGroupsInside() {
    Group big = new Group(Name = 'Outer', DeveloperName = 'Outer', Type = 'Regular');
    Group small = new Group(Name = 'Inner', DeveloperName = 'Inner', Type = 'Regular');
    GroupMember mine;
    System.runAs(admin()) {
      insert new List<Group>{ big, small };
      mine = new GroupMember(GroupId = small.Id, UserOrGroupId = named('friend').Id);
      insert new List<GroupMember>{ new GroupMember(GroupId = big.Id, UserOrGroupId = small.Id), mine };
    }
    insert share(big.Id, 'Edit');
    Assert.isTrue(edits('friend', 'Deal__c'));
    Assert.isFalse(sees('other', 'Deal__c'));
    System.runAs(admin()) { delete mine; }
    Assert.isFalse(sees('friend', 'Deal__c'));
    System.runAs(admin()) { insert new GroupMember(GroupId = big.Id, UserOrGroupId = named('rep').Id); }
    Assert.isTrue(sees('rep', 'Deal__c'));
    Assert.isTrue(sees('chief', 'Deal__c'), 'above a member');
    System.runAs(admin()) { update new Group(Id = big.Id, DoesIncludeBosses = false); }
    Assert.isTrue(sees('rep', 'Deal__c'));
    Assert.isFalse(sees('chief', 'Deal__c'), 'without access by hierarchy');
  }
  @IsTest static void reachesRolesAndEverybody() {
    Id bottom = named('rep').UserRoleId;
    Id top = named('chief').UserRoleId;
    Deal__Share toRole = share([SELECT Id FROM Group WHERE Type = 'Role' AND RelatedId = :bottom].Id, 'Read');
    insert toRole;
    Assert.isTrue(sees('rep', 'Deal__c'));
    Assert.isTrue(sees('chief', 'Deal__c'), 'above');
    Assert.isFalse(sees('friend', 'Deal__c'));
    delete toRole;
    Deal__Share above = share([SELECT Id FROM Group WHERE Type = 'Role' AND RelatedId = :top].Id, 'Read');
    insert above;
    Assert.isTrue(sees('chief', 'Deal__c'));
    Assert.isFalse(sees('rep', 'Deal__c'), 'below');
    delete above;
    insert share([SELECT Id FROM Group WHERE Type = 'RoleAndSubordinates' AND RelatedId = :top].Id, 'Read');
    Assert.isTrue(sees('rep', 'Deal__c'));
    Assert.isFalse(sees('friend', 'Deal__c'));
    insert share([SELECT Id FROM Group WHERE Type = 'Organization'].Id, 'Read');
    Assert.isTrue(sees('friend', 'Deal__c'));
  }
  @IsTest static void standardObjectsAreSharedTheSame() {
    Id account = [SELECT Id FROM Account WITH SYSTEM_MODE].Id;
    Assert.isFalse(sees('friend', 'Account'));
    insert new AccountShare(AccountId = account, UserOrGroupId = named('friend').Id, AccountAccessLevel = 'Edit', OpportunityAccessLevel = 'None', CaseAccessLevel = 'None');
    Assert.isTrue(edits('friend', 'Account'));
    Assert.isFalse(sees('other', 'Account'));
  }
  @IsTest static void needsFullAccess() {
    insert share(named('friend').Id, 'Edit');
    for (String name : new List<String>{ 'friend', 'owner' }) {
      Deal__Share onward = share(named('other').Id, 'Read');
      System.runAs(named(name)) { Assert.areEqual(name == 'owner', Database.insert(onward, false, AccessLevel.USER_MODE).isSuccess(), name); }
    }
    System.runAs(named('friend')) {
      Assert.isTrue([SELECT COUNT() FROM Deal__Share WITH USER_MODE] > 0, 'who sees the record');
      Deal__Share one = [SELECT Id FROM Deal__Share WHERE RowCause = 'Manual' WITH USER_MODE LIMIT 1];
      Assert.isFalse(Database.delete(one, false, AccessLevel.USER_MODE).isSuccess());
    }
    insert new Deal__c(Name = 'of another');
    System.runAs(named('friend')) { Assert.areEqual(3, [SELECT COUNT() FROM Deal__Share WITH USER_MODE]); }
  }
  @IsTest static void goesWithTheRecord() {
    insert share(named('friend').Id, 'Edit');
    Deal__c gone = [SELECT Id FROM Deal__c WITH SYSTEM_MODE];
    delete gone;
    Assert.areEqual(0, [SELECT COUNT() FROM Deal__Share WITH SYSTEM_MODE]);
    undelete gone;
    Assert.areEqual(2, [SELECT COUNT() FROM Deal__Share WITH SYSTEM_MODE]);
    Assert.isTrue(sees('friend', 'Deal__c'));
  }
}`;

// Apex Developer Guide, "Sharing a Record Using Apex" and "Understanding Sharing"; Object Reference, AccountShare, Group, GroupMember.
describe('sharing records by Apex', () => {
  const { org } = orgOf({
    classes: { SharingTest: TESTS },
    metadata: {
      'objects/Deal__c/Deal__c.object': objectFile('Deal', 'Private'),
      'objects/Deal__c/sharingReasons/Recruiter__c.sharingReason': `<SharingReason ${XMLNS}><fullName>Recruiter__c</fullName><label>Recruiter</label></SharingReason>`,
      'objects/Note__c/Note__c.object': objectFile('Note', 'Read'),
      'objects/Open__c/Open__c.object': objectFile('Open', 'ReadWrite'),
      'objects/Account/Account.object': `<CustomObject ${XMLNS}><sharingModel>Private</sharingModel></CustomObject>`,
      'permissionsets/Clerk.permissionset': clerkOf('Deal__c', 'Note__c', 'Open__c'),
    },
  });
  afterAll(() => org.close());
  const outcomes = new Map(org.runTests({}).tests.map(({ method, message }) => [method, message]));

  it.each([...TESTS.matchAll(/@IsTest static void (\w+)/g)].map(([, method]) => method ?? ''))('%s', (method) => {
    expect(outcomes.has(method)).toBe(true);
    expect(outcomes.get(method) ?? null).toBeNull();
  });

  it('has no share object for what everybody edits', () => {
    expect(org.schema.object('Open__Share')).toBeUndefined();
    expect(org.schema.object('Deal__Share')?.share?.of).toBe('Deal__c');
  });
});
