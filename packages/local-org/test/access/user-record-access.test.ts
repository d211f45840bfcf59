import { afterAll, describe, expect, it } from 'vitest';
import { orgOf } from '../engine/project';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const CLERK = `<PermissionSet ${XMLNS}><label>Clerk</label><objectPermissions><object>Deal__c</object><allowRead>true</allowRead><allowCreate>true</allowCreate>
  <allowEdit>true</allowEdit><allowDelete>true</allowDelete><viewAllRecords>false</viewAllRecords><modifyAllRecords>false</modifyAllRecords></objectPermissions></PermissionSet>`;

const TESTS = `@IsTest private class RecordAccessTest {
  private static User person(String name) {
    User made = new User(Alias = name, Email = name + '@apex.example', Username = name + '@access.example', LastName = name,
      EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'GMT',
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
    insert made;
    return made;
  }
  private static User admin() { return [SELECT Id FROM User WHERE Alias = 'admin']; }
  private static User named(String name) { return [SELECT Id FROM User WHERE Alias = :name]; }
  @TestSetup static void people() {
    System.runAs(admin()) {
      for (String name : new List<String>{ 'owner', 'friend', 'reader', 'locked' }) {
        User made = person(name);
        if (name != 'locked') insert new PermissionSetAssignment(AssigneeId = made.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Clerk'].Id);
      }
    }
    System.runAs(named('owner')) { insert new Deal__c(Name = 'D'); }
  }
  private static Id deal() { return [SELECT Id FROM Deal__c WITH SYSTEM_MODE].Id; }
  private static String access(String name) {
    UserRecordAccess found = [SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess, HasTransferAccess, HasAllAccess, MaxAccessLevel
      FROM UserRecordAccess WHERE UserId = :named(name).Id AND RecordId = :deal() WITH USER_MODE];
    Assert.areEqual(deal(), found.RecordId);
    List<Boolean> flags = new List<Boolean>{ found.HasReadAccess, found.HasEditAccess, found.HasDeleteAccess, found.HasTransferAccess, found.HasAllAccess };
    return found.MaxAccessLevel + ' ' + String.join(flags, ' ');
  }
  @IsTest static void tellsTheLevel() {
    insert new Deal__Share(ParentId = deal(), UserOrGroupId = named('friend').Id, AccessLevel = 'Edit');
    insert new Deal__Share(ParentId = deal(), UserOrGroupId = named('reader').Id, AccessLevel = 'Read');
    System.runAs(admin()) {
      Assert.areEqual('All true true true true true', access('admin'));
      Assert.areEqual('All true true true true true', access('owner'));
      Assert.areEqual('Edit true true false false false', access('friend'));
      Assert.areEqual('Read true false false false false', access('reader'));
      Assert.areEqual('None false false false false false', access('locked'), 'no right to the object');
    }
  }
  @IsTest static void filtersByAccess() {
    Set<Id> ids = new Set<Id>{ deal() };
    System.runAs(admin()) {
      Assert.areEqual(1, [SELECT RecordId FROM UserRecordAccess WHERE UserId = :named('owner').Id AND RecordId IN :ids AND HasReadAccess = true].size());
      Assert.areEqual(0, [SELECT RecordId FROM UserRecordAccess WHERE UserId = :named('friend').Id AND RecordId IN :ids AND HasReadAccess = true].size());
      String text = 'SELECT RecordId FROM UserRecordAccess WHERE UserId = \\'' + named('owner').Id + '\\' AND RecordId IN (\\'' + deal() + '\\')';
      Assert.areEqual(1, Database.query(text).size());
    }
  }
  @IsTest static void hidesWhatTheAskerMayNotRead() {
    Id hidden = deal();
    System.runAs(named('friend')) {
      Assert.areEqual(0, [SELECT RecordId FROM UserRecordAccess WHERE UserId = :named('owner').Id AND RecordId = :hidden].size());
    }
  }
  @IsTest static void leavesOutWhatIsGone() {
    Id gone = deal();
    delete [SELECT Id FROM Deal__c WITH SYSTEM_MODE];
    System.runAs(admin()) { Assert.areEqual(0, [SELECT RecordId FROM UserRecordAccess WHERE UserId = :UserInfo.getUserId() AND RecordId = :gone].size()); }
  }
  @IsTest static void needsItsFilters() {
    try {
      System.debug([SELECT RecordId FROM UserRecordAccess WHERE UserId = :UserInfo.getUserId() LIMIT 1]);
      Assert.fail('no filter on RecordId');
    } catch (QueryException e) {
      Assert.isTrue(e.getMessage().contains('RecordId'), e.getMessage());
    }
    String stem = String.valueOf(deal()).substring(0, 12);
    List<Id> many = new List<Id>();
    for (Integer i = 0; i < 201; i++) many.add(Id.valueOf(stem + String.valueOf(100 + i)));
    try {
      System.debug([SELECT RecordId FROM UserRecordAccess WHERE UserId = :UserInfo.getUserId() AND RecordId IN :many]);
      Assert.fail('201 records');
    } catch (QueryException e) {
      Assert.isTrue(e.getMessage().contains('200'), e.getMessage());
    }
  }
}`;

// Object Reference for the Salesforce Platform, UserRecordAccess.
describe('UserRecordAccess', () => {
  const { org } = orgOf({
    classes: { RecordAccessTest: TESTS },
    metadata: {
      'objects/Deal__c/Deal__c.object': `<CustomObject ${XMLNS}><deploymentStatus>Deployed</deploymentStatus><label>Deal</label><pluralLabel>Deals</pluralLabel>
        <nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel></CustomObject>`,
      'permissionsets/Clerk.permissionset': CLERK,
    },
  });
  afterAll(() => org.close());
  const outcomes = new Map(org.runTests({}).tests.map(({ method, message }) => [method, message]));

  it.each([...TESTS.matchAll(/@IsTest static void (\w+)/g)].map(([, method]) => method ?? ''))('%s', (method) => {
    expect(outcomes.has(method)).toBe(true);
    expect(outcomes.get(method) ?? null).toBeNull();
  });
});
