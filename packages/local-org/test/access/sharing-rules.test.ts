import { afterAll, describe, expect, it } from 'vitest';
import { checkProject } from '../../src/host/compile';
import { orgOf, writeProject } from '../engine/project';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const field = (name: string, type: string): [string, string] => [
  `objects/Deal__c/fields/${name}.field`,
  `<CustomField ${XMLNS}><fullName>${name}</fullName><label>${name}</label>${type}</CustomField>`,
];
const NUMBER = '<type>Number</type><precision>10</precision><scale>0</scale>';
const role = (name: string, parent: string): [string, string] => [
  `roles/${name}.role`,
  `<Role ${XMLNS}><name>${name}</name>${parent ? `<parentRole>${parent}</parentRole>` : ''}</Role>`,
];
const item = (name: string, operation: string, value: string): string =>
  `<criteriaItems><field>${name}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;
const rule = (kind: string, name: string, level: string, to: string, rest: string): string =>
  `<${kind}><fullName>${name}</fullName><accessLevel>${level}</accessLevel><label>${name}</label><sharedTo>${to}</sharedTo>${rest}</${kind}>`;
const criteria = (name: string, level: string, to: string, rest: string): string =>
  rule('sharingCriteriaRules', name, level, to, `<includeRecordsOwnedByAll>true</includeRecordsOwnedByAll>${rest}`);
const owner = (name: string, level: string, to: string, from: string): string =>
  rule('sharingOwnerRules', name, level, to, `<sharedFrom>${from}</sharedFrom>`);

const RULES = `<SharingRules ${XMLNS}>
  ${criteria('Big', 'Edit', '<role>East</role>', `${item('Amount__c', 'greaterOrEqual', '1000')}${item('City__c', 'equals', 'Berlin,Hamburg')}${item('Urgent__c', 'equals', 'True')}<booleanFilter>(1 AND 2) OR 3</booleanFilter>`)}
  ${criteria('Quiet', 'Read', '<group>Watchers</group>', item('City__c', 'notEqual', 'Berlin'))}
  ${owner('OfWest', 'Read', '<roleAndSubordinates>East</roleAndSubordinates>', '<roleAndSubordinates>West</roleAndSubordinates>')}
  ${criteria('Public', 'Read', '<allInternalUsers></allInternalUsers>', item('Name', 'startsWith', 'public'))}
</SharingRules>`;
const CLERK = `<PermissionSet ${XMLNS}><label>Clerk</label><objectPermissions><object>Deal__c</object><allowRead>true</allowRead><allowCreate>true</allowCreate>
  <allowEdit>true</allowEdit><allowDelete>true</allowDelete><viewAllRecords>false</viewAllRecords><modifyAllRecords>false</modifyAllRecords></objectPermissions></PermissionSet>`;

const TESTS = `@IsTest private class RulesTest {
  private static void person(String name, String role) {
    User made = new User(Alias = name, Email = name + '@apex.example', Username = name + '@rules.example', LastName = name,
      EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'GMT',
      UserRoleId = role == null ? null : [SELECT Id FROM UserRole WHERE DeveloperName = :role].Id,
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
    insert made;
    insert new PermissionSetAssignment(AssigneeId = made.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Clerk'].Id);
  }
  private static User admin() { return [SELECT Id FROM User WHERE Alias = 'admin']; }
  private static User named(String name) { return [SELECT Id, UserRoleId FROM User WHERE Alias = :name]; }
  @TestSetup static void people() {
    System.runAs(admin()) {
      person('east', 'East');
      person('junior', 'East_Junior');
      person('west', 'West');
      person('scout', 'West_Scout');
      person('boss', 'Head');
      person('watcher', null);
      insert new GroupMember(GroupId = [SELECT Id FROM Group WHERE DeveloperName = 'Watchers' AND Type = 'Regular'].Id, UserOrGroupId = named('watcher').Id);
    }
  }
  private static Id deal(String name, Decimal amount, String city, Boolean urgent) {
    Deal__c made = new Deal__c(Name = name, Amount__c = amount, City__c = city, Urgent__c = urgent);
    insert as system made;
    return made.Id;
  }
  private static String seers() {
    List<String> found = new List<String>();
    for (String name : new List<String>{ 'boss', 'east', 'junior', 'scout', 'watcher', 'west' }) {
      System.runAs(named(name)) { if ([SELECT COUNT() FROM Deal__c WITH USER_MODE] > 0) found.add(name); }
    }
    return String.join(found, ' ');
  }
  private static Boolean edits(String name, Id dealId) {
    Boolean edited;
    System.runAs(named(name)) { edited = Database.update(new Deal__c(Id = dealId), false, AccessLevel.USER_MODE).isSuccess(); }
    return edited;
  }
  @IsTest static void byCriteria() {
    Id made = deal('x', 1000, 'berlin', false);
    Assert.areEqual('boss east', seers(), 'a role, and those above it');
    Assert.isTrue(edits('east', made));
    Assert.isFalse(edits('junior', made));
    update as system new Deal__c(Id = made, Amount__c = 999);
    Assert.areEqual('', seers());
    update as system new Deal__c(Id = made, Urgent__c = true);
    Assert.areEqual('boss east', seers());
    update as system new Deal__c(Id = made, Amount__c = null, Urgent__c = false, City__c = 'Hamburg');
    Assert.areEqual('watcher', seers(), 'of a group');
    Assert.isFalse(edits('watcher', made));
    update as system new Deal__c(Id = made, City__c = null);
    Assert.areEqual('watcher', seers(), 'a blank is not equal');
    update as system new Deal__c(Id = made, City__c = 'Berlin', Name = 'PUBLIC one');
    Assert.areEqual('boss east junior scout watcher west', seers());
  }
  @IsTest static void byOwner() {
    Id made = deal('x', 1, 'Berlin', false);
    Assert.areEqual('', seers());
    update as system new Deal__c(Id = made, OwnerId = named('scout').Id);
    Assert.areEqual('boss east junior scout west', seers());
    Assert.isFalse(edits('junior', made));
    System.runAs(admin()) { update new User(Id = named('scout').Id, UserRoleId = null); }
    Assert.areEqual('scout', seers(), 'no longer of the role');
    System.runAs(admin()) { update new User(Id = named('junior').Id, UserRoleId = named('west').UserRoleId); }
    update as system new Deal__c(Id = made, OwnerId = named('west').Id);
    Assert.areEqual('boss east west', seers());
  }
  @IsTest static void leavesTheGroup() {
    deal('x', 1, 'Bonn', false);
    Assert.areEqual('watcher', seers());
    System.runAs(admin()) { delete [SELECT Id FROM GroupMember]; }
    Assert.areEqual('', seers());
  }
}`;

const METADATA = {
  'objects/Deal__c/Deal__c.object': `<CustomObject ${XMLNS}><deploymentStatus>Deployed</deploymentStatus><label>Deal</label><pluralLabel>Deals</pluralLabel>
    <nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel></CustomObject>`,
  ...Object.fromEntries([
    field('Amount__c', NUMBER),
    field('City__c', '<type>Text</type><length>40</length>'),
    field('Urgent__c', '<type>Checkbox</type><defaultValue>false</defaultValue>'),
    role('Head', ''),
    role('East', 'Head'),
    role('East_Junior', 'East'),
    role('West', 'Head'),
    role('West_Scout', 'West'),
  ]),
  'groups/Watchers.group': `<Group ${XMLNS}><doesIncludeBosses>true</doesIncludeBosses><name>Watchers</name></Group>`,
  'permissionsets/Clerk.permissionset': CLERK,
};

// Salesforce Help, "Sharing Rules", "Sharing Rule Types" and "Sharing Rule Considerations" (users above get the access too); Metadata API
// Developer Guide, SharingRules, SharedTo, FilterItem, Role, Group.
describe('sharing rules', () => {
  const { org } = orgOf({ classes: { RulesTest: TESTS }, metadata: { ...METADATA, 'sharingRules/Deal__c.sharingRules': RULES } });
  afterAll(() => org.close());
  const outcomes = new Map(org.runTests({}).tests.map(({ method, message }) => [method, message]));

  it.each([...TESTS.matchAll(/@IsTest static void (\w+)/g)].map(([, method]) => method ?? ''))('%s', (method) => {
    expect(outcomes.has(method)).toBe(true);
    expect(outcomes.get(method) ?? null).toBeNull();
  });
});

describe('a sharing rule that the org cannot have', () => {
  const findings = (rules: string): string[] => {
    const sharing = `<SharingRules ${XMLNS}>${rules}</SharingRules>`;
    const { org } = orgOf({ metadata: { ...METADATA, 'sharingRules/Deal__c.sharingRules': sharing } });
    const messages = org.schema.diagnostics.map(({ message }) => message);
    expect(org.schema.object('Deal__c')?.sharingRules).toEqual([]);
    org.close();
    return messages;
  };

  it('is told by a check of the project', () => {
    const rules = criteria('R', 'Read', '<role>East</role>', item('Nope__c', 'equals', '1'));
    const root = writeProject({
      metadata: { ...METADATA, 'sharingRules/Deal__c.sharingRules': `<SharingRules ${XMLNS}>${rules}</SharingRules>` },
    });
    expect(checkProject(root, {}).diagnostics).toContainEqual({
      path: 'force-app/sharingRules/Deal__c.sharingRules-meta.xml',
      line: 1,
      column: 1,
      severity: 'error',
      message: 'In field: field - no CustomField named Deal__c.Nope__c found',
    });
  });

  it('is a finding: a field that is missing, logic that is none, an operation that nobody knows', () => {
    const east = '<role>East</role>';
    expect(findings(criteria('R', 'Read', east, item('Nope__c', 'equals', '1')))).toContain(
      'In field: field - no CustomField named Deal__c.Nope__c found',
    );
    const logic = `${item('City__c', 'equals', '1')}<booleanFilter>1 AND 2</booleanFilter>`;
    expect(findings(criteria('R', 'Read', east, logic))).toContain('The filter logic "1 AND 2" of the sharing rule R is not valid');
    expect(findings(criteria('R', 'Read', east, item('City__c', 'within', '1'))).join()).toContain('operation "within"');
  });
});
