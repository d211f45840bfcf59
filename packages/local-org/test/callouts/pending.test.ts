import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedOrg } from '../../src/host/open';
import type { TestRunResult } from '../../src/testing';
import { orgOf } from '../engine/project';

const CLASSES = {
  Caller: `public class Caller {
    public static String get() {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://target.example/x');
      request.setMethod('GET');
      try {
        return new Http().send(request).getBody();
      } catch (CalloutException e) {
        return e.getMessage();
      }
    }
    public class Mock implements HttpCalloutMock {
      public HttpResponse respond(HttpRequest request) {
        HttpResponse response = new HttpResponse();
        response.setBody('answered');
        return response;
      }
    }
    public static String heard;
    @future public static void silently() { heard = get(); }
    @future(callout=true) public static void aloud() { heard = get(); }
  }`,
  Silent: `public class Silent implements Queueable { public void execute(QueueableContext context) { Caller.heard = Caller.get(); } }`,
  Aloud: `public class Aloud implements Queueable, Database.AllowsCallouts {
    public void execute(QueueableContext context) { Caller.heard = Caller.get(); }
  }`,
  SilentBatch: `public class SilentBatch implements Database.Batchable<SObject> {
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Account'); }
    public void execute(Database.BatchableContext context, List<Account> rows) { Caller.heard = Caller.get(); }
    public void finish(Database.BatchableContext context) { }
  }`,
  AloudBatch: `public class AloudBatch implements Database.Batchable<SObject>, Database.AllowsCallouts {
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Account'); }
    public void execute(Database.BatchableContext context, List<Account> rows) { Caller.heard = Caller.get(); }
    public void finish(Database.BatchableContext context) { }
  }`,
  Scheduled: `public class Scheduled implements Schedulable, Database.AllowsCallouts {
    public void execute(SchedulableContext context) { Caller.heard = Caller.get(); }
  }`,
  Ending: `public class Ending implements Queueable, Finalizer {
    public void execute(QueueableContext context) { System.attachFinalizer(this); }
    public void execute(FinalizerContext context) { Caller.heard = Caller.get(); }
  }`,
};

const UNCOMMITTED = 'You have uncommitted work pending. Please commit or rollback before calling out';
const SAVEPOINT = 'All active Savepoints must be released before making callouts.';
const NOT_HERE =
  'Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)';

const ROW = `new Account(Name = 'A')`;
/** What a test method does, and what its callout then gives: by the name of the method. */
const CASES: Readonly<Record<string, readonly [body: string, heard: string]>> = {
  nothingBefore: ['', 'answered'],
  aQueryBefore: ['List<Account> rows = [SELECT Id FROM Account];', 'answered'],
  aRowLockBefore: ['List<Account> rows = [SELECT Id FROM Account FOR UPDATE];', 'answered'],
  aRowBefore: [`insert ${ROW};`, UNCOMMITTED],
  aRefusedRowBefore: ['Database.insert(new Account(), false);', UNCOMMITTED],
  aJobBefore: ['System.enqueueJob(new Aloud());', UNCOMMITTED],
  aFutureCallBefore: ['Caller.aloud();', UNCOMMITTED],
  aBatchBefore: ['Database.executeBatch(new AloudBatch());', UNCOMMITTED],
  aScheduleBefore: [`System.schedule('later', '0 0 0 * * ?', new Scheduled());`, UNCOMMITTED],
  anEmailBefore: [
    `Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
     mail.setToAddresses(new List<String>{ 'a@example.com' }); mail.setSubject('s'); mail.setPlainTextBody('b');
     Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });`,
    UNCOMMITTED,
  ],
  aSavepointBefore: ['Savepoint s = Database.setSavepoint();', SAVEPOINT],
  aSavepointRolledBack: [`Savepoint s = Database.setSavepoint(); insert ${ROW}; Database.rollback(s);`, SAVEPOINT],
  aSavepointRolledBackAndReleased: [
    `Savepoint s = Database.setSavepoint(); insert ${ROW}; Database.rollback(s); Database.releaseSavepoint(s);`,
    'answered',
  ],
  aSavepointReleasedWithItsRow: [`Savepoint s = Database.setSavepoint(); insert ${ROW}; Database.releaseSavepoint(s);`, UNCOMMITTED],
  aRowOutsideOfStartTest: [`insert ${ROW}; Test.startTest();`, 'answered'],
  aSavepointOutsideOfStartTest: ['Savepoint s = Database.setSavepoint(); Test.startTest();', 'answered'],
  aRowInsideOfStartTest: [`Test.startTest(); insert ${ROW};`, UNCOMMITTED],
  aRowBeforeAndCalloutAfter: [`insert ${ROW}; Test.startTest(); Test.stopTest();`, UNCOMMITTED],
};
/** What a job hears that calls out. */
const JOBS: Readonly<Record<string, readonly [start: string, heard: string]>> = {
  queueableThatSaysNothing: ['System.enqueueJob(new Silent());', NOT_HERE],
  queueableThatAllowsCallouts: ['System.enqueueJob(new Aloud());', 'answered'],
  futureThatSaysNothing: ['Caller.silently();', NOT_HERE],
  futureThatAllowsCallouts: ['Caller.aloud();', 'answered'],
  batchThatSaysNothing: [`insert ${ROW}; Database.executeBatch(new SilentBatch());`, NOT_HERE],
  batchThatAllowsCallouts: [`insert ${ROW}; Database.executeBatch(new AloudBatch());`, 'answered'],
  schedulable: [`System.schedule('later', '0 0 0 * * ?', new Scheduled());`, 'Callout from scheduled Apex not supported.'],
  finalizer: ['System.enqueueJob(new Ending());', 'answered'],
  dmlWithTrigger: [`insert new Contact(LastName = 'C');`, 'Callout from triggers are currently not supported.'],
};

const methods = [
  ...Object.entries(CASES).map(
    ([name, [body, heard]]) => `@IsTest static void ${name}() {
      Test.setMock(HttpCalloutMock.class, new Caller.Mock());
      ${body}
      System.assertEquals('${heard}', Caller.get());
    }`,
  ),
  ...Object.entries(JOBS).map(
    ([name, [start, heard]]) => `@IsTest static void ${name}() {
      Test.setMock(HttpCalloutMock.class, new Caller.Mock());
      Test.startTest();
      ${start}
      Test.stopTest();
      System.assertEquals('${heard}', Caller.heard);
    }`,
  ),
  `@IsTest static void withoutMock() {
    try {
      Caller.get();
      System.assert(false);
    } catch (TypeException e) {
      System.assertEquals('Methods defined as TestMethod do not support Web service callouts', e.getMessage());
    }
  }`,
  `@IsTest static void resourcesByEndpoint() {
    MultiStaticResourceCalloutMock mock = new MultiStaticResourceCalloutMock();
    mock.setStaticResource('https://target.example/x', 'Answer');
    mock.setStatusCode(202);
    mock.setStatus('Accepted');
    mock.setHeader('Content-Type', 'text/plain');
    Test.setMock(HttpCalloutMock.class, mock);
    System.assertEquals('from a file', Caller.get());
  }`,
];

let org: OpenedOrg;
let result: TestRunResult;
beforeAll(() => {
  ({ org } = orgOf({
    classes: { ...CLASSES, Cases: `@IsTest private class Cases {\n${methods.join('\n')}\n}` },
    triggers: { OnContact: 'trigger OnContact on Contact (before insert) { Caller.heard = Caller.get(); }' },
    metadata: {
      'staticresources/Answer.resource':
        '<StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><contentType>text/plain</contentType></StaticResource>',
    },
    files: { 'staticresources/Answer.txt': 'from a file' },
  }));
  result = org.runTests({});
}, 60_000);
afterAll(() => org.close());

describe('in an Apex test, a callout', () => {
  it.each([...Object.keys(CASES), ...Object.keys(JOBS), 'withoutMock', 'resourcesByEndpoint'])('is let through or refused: %s', (name) => {
    const one = result.tests.find((test) => test.method === name);
    expect(`${one?.outcome} ${one?.message ?? ''}`).toBe('Pass ');
  });
});
