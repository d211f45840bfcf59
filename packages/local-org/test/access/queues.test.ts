import { afterAll, describe, expect, it } from 'vitest';
import { orgOf } from '../engine/project';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const OBJECT = (label: string) =>
  `<CustomObject ${XMLNS}><deploymentStatus>Deployed</deploymentStatus><label>${label}</label><pluralLabel>${label}s</pluralLabel>
  <nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel></CustomObject>`;
const CLERK = `<PermissionSet ${XMLNS}><label>Clerk</label><objectPermissions><object>Deal__c</object><allowRead>true</allowRead><allowCreate>true</allowCreate>
  <allowEdit>true</allowEdit><allowDelete>true</allowDelete><viewAllRecords>false</viewAllRecords><modifyAllRecords>false</modifyAllRecords></objectPermissions></PermissionSet>`;
const QUEUE = `<Queue ${XMLNS}><doesSendEmailToMembers>true</doesSendEmailToMembers><email>inbox@apex.example</email><name>Inbox</name>
  <queueMembers><publicGroups><publicGroup>Helpers</publicGroup></publicGroups><roles><role>Desk</role></roles>
  <users><user>Standard@apex.example</user></users></queueMembers>
  <queueSobject><sobjectType>Deal__c</sobjectType></queueSobject><queueSobject><sobjectType>Case</sobjectType></queueSobject></Queue>`;

const TESTS = `@IsTest private class QueueTest {
  private static void person(String name, String role) {
    User made = new User(Alias = name, Email = name + '@apex.example', Username = name + '@queues.example', LastName = name,
      EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'GMT',
      UserRoleId = role == null ? null : [SELECT Id FROM UserRole WHERE DeveloperName = :role].Id,
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
    insert made;
    insert new PermissionSetAssignment(AssigneeId = made.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Clerk'].Id);
  }
  private static User admin() { return [SELECT Id FROM User WHERE Alias = 'admin']; }
  private static User named(String name) { return [SELECT Id FROM User WHERE Alias = :name]; }
  private static Group queue(String name) { return [SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = :name]; }
  @TestSetup static void people() {
    System.runAs(admin()) {
      person('desk', 'Desk');
      person('head', 'Head');
      person('helper', null);
      person('other', null);
      insert new GroupMember(GroupId = [SELECT Id FROM Group WHERE Type = 'Regular' AND DeveloperName = 'Helpers'].Id, UserOrGroupId = named('helper').Id);
    }
  }
  private static String seers() {
    List<String> found = new List<String>();
    for (String name : new List<String>{ 'desk', 'head', 'helper', 'other', 'standard' }) {
      System.runAs(named(name)) { if ([SELECT COUNT() FROM Deal__c WITH SYSTEM_MODE] > 0) found.add(name); }
    }
    return String.join(found, ' ');
  }
  private static Boolean takes(String name, Id dealId) {
    Boolean taken;
    User taker = named(name);
    System.runAs(taker) { taken = Database.update(new Deal__c(Id = dealId, OwnerId = taker.Id), false, AccessLevel.USER_MODE).isSuccess(); }
    return taken;
  }
  @IsTest static void membersSeeAndTakeWhatItOwns() {
    Deal__c deal = new Deal__c(Name = 'D', OwnerId = queue('Inbox').Id);
    insert deal;
    Assert.areEqual('desk head helper standard', seers(), 'members, and those above them');
    Deal__c found = [SELECT OwnerId, Owner.Name, Owner.Type FROM Deal__c];
    Assert.areEqual('Inbox', found.Owner.Name);
    Assert.areEqual('Queue', found.Owner.Type);
    Assert.areEqual(1, [SELECT COUNT() FROM Deal__c WHERE Owner.Type = 'Queue']);
    Assert.isFalse(takes('other', deal.Id));
    Assert.isTrue(takes('helper', deal.Id));
    Assert.areEqual('helper', seers());
    Assert.areEqual('User', [SELECT Owner.Type FROM Deal__c].Owner.Type);
  }
  @IsTest static void followsItsMembers() {
    insert new Deal__c(Name = 'D', OwnerId = queue('Inbox').Id);
    Id inbox = queue('Inbox').Id;
    Id newcomer = named('other').Id;
    System.runAs(admin()) { insert new GroupMember(GroupId = inbox, UserOrGroupId = newcomer); }
    Assert.areEqual('desk head helper other standard', seers());
    System.runAs(admin()) { delete [SELECT Id FROM GroupMember WHERE GroupId = :inbox AND UserOrGroupId = :newcomer]; }
    Assert.areEqual('desk head helper standard', seers());
  }
  @IsTest static void isMadeByApex() {
    Group made = new Group(Name = 'Made', DeveloperName = 'Made', Type = 'Queue');
    System.runAs(admin()) { insert made; }
    Database.SaveResult early = Database.insert(new Deal__c(Name = 'D', OwnerId = made.Id), false);
    Assert.areEqual(StatusCode.INVALID_OPERATION, early.getErrors()[0].getStatusCode());
    System.runAs(admin()) {
      insert new QueueSobject(QueueId = made.Id, SobjectType = 'Deal__c');
      insert new GroupMember(GroupId = made.Id, UserOrGroupId = named('other').Id);
    }
    insert new Deal__c(Name = 'D', OwnerId = made.Id);
    Assert.areEqual('other', seers());
  }
  @IsTest static void isTheOnlyGroupThatOwns() {
    Group helpers = [SELECT Id FROM Group WHERE Type = 'Regular' AND DeveloperName = 'Helpers'];
    Assert.isFalse(Database.insert(new Deal__c(Name = 'D', OwnerId = helpers.Id), false).isSuccess());
    Assert.isFalse(Database.insert(new Note__c(Name = 'N', OwnerId = queue('Inbox').Id), false).isSuccess(), 'of another object');
    insert new Case(Subject = 'C', OwnerId = queue('Inbox').Id);
    Set<String> targets = new Set<String>();
    for (Schema.SObjectType target : Deal__c.OwnerId.getDescribe().getReferenceTo()) targets.add(String.valueOf(target));
    Assert.areEqual(new Set<String>{ 'Group', 'User' }, targets);
  }
}`;

// Salesforce Help, "Set Up Queues": "queue members, and users higher in the role hierarchy, can access the queue and take ownership of records in
// it"; Object Reference, QueueSobject; Metadata API Developer Guide, Queue.
describe('a queue', () => {
  const { org } = orgOf({
    classes: { QueueTest: TESTS },
    metadata: {
      'objects/Deal__c/Deal__c.object': OBJECT('Deal'),
      'objects/Note__c/Note__c.object': OBJECT('Note'),
      'roles/Head.role': `<Role ${XMLNS}><name>Head</name></Role>`,
      'roles/Desk.role': `<Role ${XMLNS}><name>Desk</name><parentRole>Head</parentRole></Role>`,
      'groups/Helpers.group': `<Group ${XMLNS}><name>Helpers</name></Group>`,
      'queues/Inbox.queue': QUEUE,
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
