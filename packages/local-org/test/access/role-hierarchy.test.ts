import { afterAll, describe, expect, it } from 'vitest';
import { orgOf } from '../engine/project';
import { clerkOf, CLERKS, objectFile } from './clerks';

const ACCOUNT = `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><sharingModel>Private</sharingModel></CustomObject>`;

/** A chief above a lead above a rep, a lead of another branch, and somebody without a role. */
const TESTS = `@IsTest private class HierarchyTest {
  ${CLERKS}
  @TestSetup static void people() {
    System.runAs(admin()) {
      UserRole top = role('Top', null);
      UserRole middle = role('Middle', top.Id);
      UserRole bottom = role('Bottom', middle.Id);
      UserRole other = role('Other', top.Id);
      person('chief', top.Id);
      person('lead', middle.Id);
      person('rep', bottom.Id);
      person('peer', bottom.Id);
      person('stranger', other.Id);
      person('loner', null);
    }
    System.runAs(named('rep')) {
      insert new Deal__c(Name = 'Of rep');
      insert new Note__c(Name = 'Of rep');
      insert new Account(Name = 'Of rep');
    }
  }
  private static Boolean sees(String name, String objectName) {
    Boolean enforced, user;
    System.runAs(named(name)) {
      enforced = new Shared().count(objectName) == 1;
      user = Database.countQuery('SELECT COUNT() FROM ' + objectName, AccessLevel.USER_MODE) == 1;
    }
    Assert.areEqual(enforced, user, 'with sharing and user mode');
    return user;
  }
  private static Boolean edits(String name, String objectName) {
    SObject record = Database.query('SELECT Id FROM ' + objectName, AccessLevel.SYSTEM_MODE);
    Boolean edited;
    System.runAs(named(name)) { edited = Database.update(record, false, AccessLevel.USER_MODE).isSuccess(); }
    return edited;
  }
  public with sharing class Shared {
    public Integer count(String objectName) { return Database.countQuery('SELECT COUNT() FROM ' + objectName, AccessLevel.SYSTEM_MODE); }
  }
  @IsTest static void superiorsHaveTheAccessOfThoseBelow() {
    for (String objectName : new List<String>{ 'Deal__c', 'Account' }) {
      for (String name : new List<String>{ 'chief', 'lead', 'rep' }) {
        Assert.isTrue(sees(name, objectName), name + ' ' + objectName);
        Assert.isTrue(edits(name, objectName), name + ' ' + objectName);
      }
      for (String name : new List<String>{ 'peer', 'stranger', 'loner' }) {
        Assert.isFalse(sees(name, objectName), name + ' ' + objectName);
        Assert.isFalse(edits(name, objectName), name + ' ' + objectName);
      }
    }
  }
  @IsTest static void publicReadOnlyIsEditedFromAbove() {
    for (String name : new List<String>{ 'chief', 'lead', 'rep', 'peer', 'stranger', 'loner' }) Assert.isTrue(sees(name, 'Note__c'), name);
    Assert.isTrue(edits('chief', 'Note__c'));
    Assert.isTrue(edits('lead', 'Note__c'));
    Assert.isFalse(edits('peer', 'Note__c'));
    Assert.isFalse(edits('stranger', 'Note__c'));
    Assert.isFalse(edits('loner', 'Note__c'));
  }
  @IsTest static void followsWhoIsMoved() {
    Assert.isTrue(sees('lead', 'Deal__c'));
    Assert.isFalse(sees('stranger', 'Deal__c'));
    System.runAs(admin()) { update new User(Id = named('rep').Id, UserRoleId = named('stranger').UserRoleId); }
    Assert.isFalse(sees('lead', 'Deal__c'));
    Assert.isTrue(sees('chief', 'Deal__c'));
    Assert.isFalse(sees('stranger', 'Deal__c'), 'of the same role');
    System.runAs(admin()) { update new User(Id = named('stranger').Id, UserRoleId = named('chief').UserRoleId); }
    Assert.isTrue(sees('stranger', 'Deal__c'));
    System.runAs(admin()) { update new User(Id = named('stranger').Id, UserRoleId = null); }
    Assert.isFalse(sees('stranger', 'Deal__c'));
  }
  @IsTest static void followsARoleThatIsMoved() {
    System.runAs(admin()) {
      update new UserRole(Id = named('lead').UserRoleId, ParentRoleId = named('stranger').UserRoleId);
    }
    Assert.isTrue(sees('stranger', 'Deal__c'));
    Assert.isTrue(sees('lead', 'Deal__c'));
    System.runAs(admin()) {
      Savepoint before = Database.setSavepoint();
      update new UserRole(Id = named('rep').UserRoleId, ParentRoleId = named('chief').UserRoleId);
      Assert.isFalse(sees('lead', 'Deal__c'));
      Database.rollback(before);
    }
    Assert.isTrue(sees('lead', 'Deal__c'), 'rolled back');
  }
  @IsTest static void followsTheOwner() {
    Deal__c deal = [SELECT Id FROM Deal__c WITH SYSTEM_MODE];
    update as system new Deal__c(Id = deal.Id, OwnerId = named('stranger').Id);
    Assert.isFalse(sees('rep', 'Deal__c'));
    Assert.isFalse(sees('lead', 'Deal__c'));
    Assert.isTrue(sees('chief', 'Deal__c'));
  }
}`;

// Salesforce Help, "Controlling Access Using Hierarchies": "users at any role level can view, edit, and report on all data that's owned by or
// shared with users below them in the role hierarchy", always for standard objects; "Grant Access Using Hierarchies" is on for a new custom
// object. Moved roles and users: Salesforce Help, "User Role Hierarchy".
describe('role hierarchy', () => {
  const { org } = orgOf({
    classes: { HierarchyTest: TESTS },
    metadata: {
      'objects/Deal__c/Deal__c.object': objectFile('Deal', 'Private'),
      'objects/Note__c/Note__c.object': objectFile('Note', 'Read'),
      'objects/Account/Account.object': ACCOUNT,
      'permissionsets/Clerk.permissionset': clerkOf('Deal__c', 'Note__c'),
    },
  });
  afterAll(() => org.close());
  const outcomes = new Map(org.runTests({}).tests.map(({ method, message }) => [method, message]));

  it.each([
    'superiorsHaveTheAccessOfThoseBelow',
    'publicReadOnlyIsEditedFromAbove',
    'followsWhoIsMoved',
    'followsARoleThatIsMoved',
    'followsTheOwner',
  ])('%s', (method) => {
    expect(outcomes.has(method)).toBe(true);
    expect(outcomes.get(method) ?? null).toBeNull();
  });
});
