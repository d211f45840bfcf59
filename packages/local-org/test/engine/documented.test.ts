import { describe, expect, it } from 'vitest';
import { orgOf } from './project';

const BATCH = `public class RowsBatch implements Database.Batchable<SObject> {
  private final String name;
  public RowsBatch(String name) { this.name = name; }
  public Database.QueryLocator start(Database.BatchableContext c) { return Database.getQueryLocator([SELECT Id FROM Account WHERE Name = :name]); }
  public void execute(Database.BatchableContext c, List<SObject> rows) { for (SObject row : rows) row.put('Name', 'done'); update rows; }
  public void finish(Database.BatchableContext c) { }
}`;

/** Each method is one answer of the platform, with its source. */
const TESTS = `@IsTest private class DocumentedTest {
  class Only { public Integer a; public String b = 'given'; public String c; public Only(Integer a) { this.a = a; } }
  class Made { public String c; public Made() { c = 'constructed'; } }
  class Mock implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest r) { HttpResponse answer = new HttpResponse(); answer.setBody('ok'); return answer; }
  }

  // Apex Developer Guide, "Using Batch Apex" and the class QueryLocatorIterator.
  @IsTest static void locatorsOfInlineQueries() {
    insert new List<Account>{ new Account(Name = 'mine'), new Account(Name = 'other') };
    String wanted = 'mine';
    Database.QueryLocatorIterator rows = Database.getQueryLocator([SELECT Id, Name FROM Account WHERE Name = :wanted]).iterator();
    Assert.isTrue(rows.hasNext());
    Account row = (Account) rows.next();
    Assert.areEqual('mine', row.Name);
    Assert.isFalse(rows.hasNext());
    Test.startTest();
    Database.executeBatch(new RowsBatch('mine'));
    Test.stopTest();
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'done']);
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'other']);
  }

  // Apex Developer Guide, "Testing HTTP Callouts by Implementing the HttpCalloutMock Interface".
  @IsTest static void mocksAnswerAnything() {
    Test.setMock(HttpCalloutMock.class, new Mock());
    Assert.areEqual('ok', new Http().send(new HttpRequest()).getBody());
  }

  // Apex Reference, JSON.deserialize.
  @IsTest static void jsonCallsNoConstructor() {
    Only one = (Only) JSON.deserialize('{"a": 3}', Only.class);
    Assert.areEqual(3, one.a);
    Assert.isNull(one.c);
    Assert.isNull(((Made) JSON.deserialize('{}', Made.class)).c);
  }

  // Object Reference, "ID Field Type".
  @IsTest static void idsOfOtherObjects() {
    Id contactId = '003000000000001';
    Account row = new Account();
    SObject anyRow = row;
    Integer refused = 0;
    try { row = new Account(Id = contactId); } catch (TypeException e) { refused += said(e); }
    try { row.Id = contactId; } catch (TypeException e) { refused += said(e); }
    try { anyRow.Id = contactId; } catch (TypeException e) { refused += said(e); }
    try { anyRow.put('Id', contactId); } catch (TypeException e) { refused += said(e); }
    Assert.areEqual(4, refused);
    row.Id = null;
    row.Id = '001000000000001';
    try {
      Date d = (Date) (Object) row.Id;
      Assert.fail('cast');
    } catch (TypeException e) {
      Assert.areEqual('Invalid conversion from runtime type Id to Date', e.getMessage());
    }
  }
  static Integer said(TypeException e) { return e.getMessage() == 'Invalid id value for this SObject type' ? 1 : 0; }

  // Apex Developer Guide, DmlException.
  @IsTest static void insertsWithAnId() {
    Account row = new Account(Name = 'a');
    insert row;
    try {
      insert row;
      Assert.fail('inserted twice');
    } catch (DmlException e) {
      Assert.isTrue(e.getMessage().startsWith('Insert failed. First exception on row 0 with id ' + row.Id + '; first error: INVALID_FIELD_FOR_INSERT_UPDATE'), e.getMessage());
      Assert.areEqual(row.Id, e.getDmlId(0));
    }
  }

  // Object Reference, Opportunity and Name.
  @IsTest static void stagesAndNames() {
    Opportunity deal = new Opportunity(Name = 'o', StageName = 'Qualification', CloseDate = Date.today());
    insert deal;
    Assert.areEqual(10, [SELECT Probability FROM Opportunity].Probability);
    deal.StageName = 'Closed Won';
    update deal;
    Assert.areEqual(100, [SELECT Probability FROM Opportunity].Probability);
    update new Opportunity(Id = deal.Id, StageName = 'Value Proposition', Probability = 33);
    Assert.areEqual(33, [SELECT Probability FROM Opportunity].Probability);
    Contact person = new Contact(LastName = 'c');
    Account firm = new Account(Name = 'f', Type = 'Prospect');
    insert person;
    insert firm;
    insert new Task(Subject = 's', WhoId = person.Id, WhatId = firm.Id);
    Task one = [SELECT Who.Type, Who.Name, What.Type FROM Task];
    Name who = one.Who;
    Assert.areEqual('Contact c Account', who.Type + ' ' + who.Name + ' ' + one.What.Type);
  }

  // Salesforce Help, "Supported Locales" and "Standard Profiles".
  @IsTest static void localesAndProfiles() {
    User me = new User(Id = UserInfo.getUserId());
    for (String code : new List<String>{ 'pl', 'en_IE_EURO', 'de_DE_EURO', 'zh_MO', 'nl_SR', 'en_B', 'iw', 'sh_ME' }) {
      me.LocaleSidKey = code;
      update me;
    }
    Set<String> names = new Set<String>{ 'Marketing User', 'Contract Manager', 'Solution Manager' };
    Assert.areEqual(3, [SELECT COUNT() FROM Profile WHERE Name IN :names AND UserLicense.Name = 'Salesforce']);
  }
}`;

describe('answers that the platform documents', () => {
  it("are the local org's", () => {
    const { org } = orgOf({ classes: { RowsBatch: BATCH, DocumentedTest: TESTS } });
    const outcomes = org.runTests({}).tests.map(({ method, message }) => `${method}: ${message ?? 'passed'}`);
    org.close();
    expect(outcomes.filter((one) => !one.endsWith(': passed'))).toEqual([]);
    expect(outcomes).toHaveLength(7);
  });

  it('let a project run that grants what the local org has not, with a warning', () => {
    const permissionSet = `<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Big</label>
      <objectPermissions><allowRead>true</allowRead><object>Reading__b</object></objectPermissions>
      <fieldPermissions><readable>true</readable><field>Reading__b.At__c</field></fieldPermissions></PermissionSet>`;
    const { org } = orgOf({
      classes: { DocumentedTest: '@IsTest private class DocumentedTest { @IsTest static void runs() { } }' },
      metadata: { 'permissionsets/Big.permissionset': permissionSet },
    });
    expect(org.runTests({}).tests.map((one) => one.outcome)).toEqual(['Pass']);
    org.close();
  });
});
