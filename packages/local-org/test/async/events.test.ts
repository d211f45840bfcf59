import { describe, expect, it } from 'vitest';
import { openForTests } from '../../src/host/apex-tests';
import { ApexList } from '../../src/kernel/collections';
import { toText } from '../../src/kernel/text';
import { orgOf, writeProject } from '../engine/project';

const xml = (kind: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${kind}>\n`;
const event = (name: string, behavior: string) => ({
  [`objects/${name}/${name}.object`]: xml(
    'CustomObject',
    `<label>${name}</label><eventType>HighVolume</eventType><publishBehavior>${behavior}</publishBehavior>`,
  ),
  [`objects/${name}/fields/Text__c.field`]: xml(
    'CustomField',
    '<fullName>Text__c</fullName><label>Text</label><length>20</length><required>true</required><type>Text</type>',
  ),
});
const metadata = { ...event('Late__e', 'PublishAfterCommit'), ...event('Early__e', 'PublishImmediately') };
const note = (name: string): string => `trigger ${name}Note on ${name} (after insert) { Notes.add(Trigger.new); }`;
const triggers = { Late__eNote: note('Late__e'), Early__eNote: note('Early__e') };
const classes = {
  Notes: `public without sharing class Notes {
    public static void add(List<SObject> events) {
      String text = '';
      for (SObject one : events) {
        if (one.get('Text__c') == 'retry' && EventBus.TriggerContext.currentContext().retries < 2) throw new EventBus.RetryableException('not yet');
        if (one.get('Text__c') == 'stop') throw new IllegalArgumentException('stopped');
        text += one.get('Text__c');
        EventBus.TriggerContext.currentContext().setResumeCheckpoint((String) one.get('ReplayId'));
      }
      insert as system new Account(Name = text, Description = UserInfo.getName() + ' ' + EventBus.TriggerContext.currentContext().retries);
    }
    public static void late(List<String> texts) { EventBus.publish(lates(texts)); }
    public static void rolledBack() {
      EventBus.publish(new Late__e(Text__c = 'late'));
      EventBus.publish(new Early__e(Text__c = 'early'));
      throw new IllegalArgumentException('undone');
    }
    public static List<Late__e> lates(List<String> texts) {
      List<Late__e> events = new List<Late__e>();
      for (String text : texts) events.add(new Late__e(Text__c = text));
      return events;
    }
    public static String verdicts() {
      String result = '';
      for (Database.SaveResult one : EventBus.publish(lates(new List<String>{ 'fine', null, 'much too long for the field' }))) {
        result += one.isSuccess() + ' ' + (one.isSuccess() ? '' : one.getErrors()[0].getMessage()) + ';';
      }
      return result;
    }
    public static Boolean knowsItsOwn() {
      Late__e event = (Late__e) Late__e.SObjectType.newSObject(null, true);
      return event.EventUuid.length() == 36 && new Late__e().EventUuid == null;
    }
    public static void wrong() { insert new Late__e(Text__c = 'x'); }
  }`,
};

const config = (trigger: string, user: string, batchSize: number) => ({
  'platformEventSubscriberConfigs/Config.platformEventSubscriberConfig': xml(
    'PlatformEventSubscriberConfig',
    `<batchSize>${batchSize}</batchSize><masterLabel>Config</masterLabel><platformEventConsumer>${trigger}</platformEventConsumer><user>${user}</user>`,
  ),
});

const open = (more: Readonly<Record<string, string>> = {}) => {
  const { org, call } = orgOf({ classes, triggers, metadata: { ...metadata, ...more } });
  const accounts = (): unknown[] =>
    org
      .step({ userId: org.users[0]?.userId ?? '', commit: false }, () =>
        org.data.queryText('SELECT Name, Description FROM Account ORDER BY CreatedDate, Id', new Map(), { mode: 'system', sharing: false }),
      )
      .map((row) => `${toText(row.get('Name'))}|${toText(row.get('Description'))}`);
  return { org, call, accounts };
};

describe('platform events', () => {
  it('reach the triggers after the commit, in a transaction of their own, as Automated Process', () => {
    const { org, call, accounts } = open();
    call('Notes.verdicts');
    expect(accounts()).toEqual([]);
    expect(org.jobs.runDue(10)).toBe(1);
    expect(accounts()).toEqual(['fine|Automated Process 0']);
    expect(org.jobs.runDue(10)).toBe(0);
  });

  it('that were published at once outlive a rollback; those of the commit do not', () => {
    const { org, call, accounts } = open();
    expect(() => call('Notes.rolledBack')).toThrow('undone');
    org.jobs.runDue(10);
    expect(accounts()).toEqual(['early|Automated Process 0']);
  });

  it('reach a configured trigger as its user, a batch at a time', () => {
    const { org, call, accounts } = open(config('late__enote', 'Admin@apex.example', 2));
    call('Notes.late', [ApexList.ofType('String', ['a', 'b', 'c'])], 'standard');
    expect(org.jobs.runDue(10)).toBe(2);
    expect(accounts()).toEqual(['ab|Admin 0', 'c|Admin 0']);
  });

  it('are configured for triggers and people that there are', () => {
    expect(() => open(config('Late__e', 'admin@apex.example', 1))).toThrow('There is no trigger Late__e on a platform event');
    expect(() => open(config('Late__eNote', 'gone@apex.example', 1))).toThrow('There is no active user gone@apex.example');
    expect(() => open(config('Late__eNote', 'admin@apex.example', 0))).toThrow('batchSize has to be a whole number from 1 to 2000');
  });

  it('go to each of several triggers by itself: what one does not get through, the other has', () => {
    const more = { Other: `trigger Other on Late__e (after insert) { insert as system new Account(Name = 'other'); }` };
    const { org, call } = orgOf({ classes, triggers: { ...triggers, ...more }, metadata });
    call('Notes.late', [ApexList.ofType('String', ['stop'])]);
    org.jobs.runDue(10);
    const [account] = org.step({ userId: org.users[0]?.userId ?? '', commit: false }, () =>
      org.data.queryText('SELECT Name FROM Account', new Map(), { mode: 'system', sharing: false }),
    );
    expect(account?.get('Name')).toBe('other');
  });

  it('are judged one by one', () => {
    expect(open().call('Notes.verdicts')).toBe(
      'true ;false Required fields are missing: [Text__c];false Text: data value too large: much too long for the field (max length=20);',
    );
  });

  it('have an id of their own before they are published, for who asks', () => {
    expect(open().call('Notes.knowsItsOwn')).toBe(true);
  });

  it('are published, not inserted', () => {
    expect(() => open().call('Notes.wrong')).toThrow('DML operation INSERT not allowed on Late__e');
  });
});

describe('Apex tests', () => {
  it('deliver at stopTest or when they say so, and do not fail with a subscriber', () => {
    const root = writeProject({
      triggers,
      metadata,
      classes: {
        ...classes,
        Told: `public class Told implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
          public void onSuccess(EventBus.SuccessResult result) { insert as system new Account(Name = 'told ' + result.getEventUuids().size()); }
          public void onFailure(EventBus.FailureResult result) { insert as system new Account(Name = 'failed ' + result.getEventUuids().size()); }
        }`,
        BusTest: `@IsTest
        private class BusTest {
          private static String names() {
            List<String> names = new List<String>();
            for (Account one : [SELECT Name FROM Account ORDER BY Name]) names.add(one.Name);
            return String.join(names, ',');
          }
          @IsTest static void delivers() {
            Notes.late(new List<String>{ 'a' });
            System.assertEquals('', names());
            Test.getEventBus().deliver();
            System.assertEquals('a', names());
            Test.startTest();
            EventBus.publish(new Early__e(Text__c = 'b'));
            Test.stopTest();
            System.assertEquals('a,b', names());
          }
          @IsTest static void survivesItsSubscribers() {
            Notes.late(new List<String>{ 'stop' });
            Test.getEventBus().deliver();
            Notes.late(new List<String>{ 'retry' });
            Test.getEventBus().deliver();
            System.assertEquals('retry', names());
          }
          @IsTest static void tellsCallbacks() {
            EventBus.publish(Notes.lates(new List<String>{ 'a', 'b' }), new Told());
            Test.getEventBus().deliver();
            System.assertEquals('ab,told 2', names());
            EventBus.publish(Notes.lates(new List<String>{ 'c' }), new Told());
            Test.getEventBus().fail();
            System.assertEquals('ab,failed 1,told 2', names());
          }
        }`,
      },
    });
    const org = openForTests({ root });
    const { tests } = org.runTests({});
    org.close();
    expect(tests.map((test) => `${test.method} ${test.message ?? test.outcome}`)).toEqual([
      'delivers Pass',
      'survivesItsSubscribers Pass',
      'tellsCallbacks Pass',
    ]);
  });
});

describe('System.scheduleBatch', () => {
  it('starts the batch once, after its minutes', () => {
    const { org, call } = orgOf({
      classes: {
        Nightly: `public class Nightly implements Database.Batchable<SObject> {
          public static String plan() {
            Id cron = System.scheduleBatch(new Nightly(), 'nightly', 5, 10);
            return [SELECT CronExpression FROM CronTrigger WHERE Id = :cron].CronExpression;
          }
          public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM User WHERE IsActive = true'); }
          public void execute(Database.BatchableContext context, List<SObject> rows) {}
          public void finish(Database.BatchableContext context) { insert as system new Account(Name = 'done'); }
          public static Integer done() { return [SELECT COUNT() FROM Account WITH SYSTEM_MODE]; }
        }`,
      },
    });
    expect(call('Nightly.plan')).toMatch(/^\d+ \d+ \d+ \d+ \d+ \? \d{4}$/);
    expect(() => call('Nightly.plan')).toThrow('The Apex job named "nightly" is already scheduled for execution.');
    org.jobs.runDue(10);
    expect(call('Nightly.done')).toBe(0);
    org.advanceClock(5 * 60_000);
    org.jobs.runDue(10);
    expect(call('Nightly.done')).toBe(1);
    org.advanceClock(86_400_000);
    expect(org.jobs.runDue(10)).toBe(0);
  });
});
