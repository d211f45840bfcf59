import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listEmails, listNotifications, setDeliverability } from '../../src/outbox';
import { orgOf } from '../engine/project';

const TYPE = `<?xml version="1.0" encoding="UTF-8"?>
<CustomNotificationType xmlns="http://soap.sforce.com/2006/04/metadata">
  <customNotifTypeName>Harvest_Done</customNotifTypeName>
  <description>Told at the end of a harvest.</description>
  <desktop>true</desktop>
  <masterLabel>Harvest</masterLabel>
  <mobile>false</mobile>
</CustomNotificationType>`;

const CODE = `public class Code {
  static Messaging.SingleEmailMessage mail(String subject) {
    Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setSubject(subject);
    message.setPlainTextBody('Body of ' + subject);
    return message;
  }
  static Messaging.SingleEmailMessage toUser(Id userId) {
    Messaging.SingleEmailMessage message = mail('hello');
    message.setTargetObjectId(userId);
    message.setSaveAsActivity(false);
    return message;
  }
  static Messaging.SingleEmailMessage to(String address) {
    Messaging.SingleEmailMessage message = mail('to ' + address);
    message.setToAddresses(new List<String>{ address });
    return message;
  }
  static List<Messaging.SendEmailResult> send(Messaging.SingleEmailMessage message) {
    return Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message });
  }
  static User user(String alias) { return [SELECT Id, Email FROM User WHERE Username LIKE :alias + '@%']; }
  static Id typeId() { return [SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'Harvest'].Id; }
  static Messaging.CustomNotification bell() {
    return new Messaging.CustomNotification(typeId(), null, 'Title', 'Body', UserInfo.getUserId(), null);
  }

  public static Boolean greet() { return send(toUser(user('standard').Id))[0].isSuccess(); }
  public static void greetAndFail() { greet(); ring(); throw new IllegalArgumentException('stop'); }
  public static void greetTwiceRollOneBack() {
    send(to('kept@example.com'));
    Savepoint before = Database.setSavepoint();
    send(to('lost@example.com'));
    ring();
    Database.rollback(before);
  }
  public static Integer often() {
    for (Integer i = 0; i < 10; i++) send(to('many@example.com'));
    return Limits.getEmailInvocations();
  }
  public static void tooOften() { often(); send(to('one.too@example.com')); }
  public static String refused(String which) {
    Messaging.SingleEmailMessage message = mail('refused');
    if (which == 'activity') message.setTargetObjectId(UserInfo.getUserId());
    if (which == 'address') message.setToAddresses(new List<String>{ 'no address' });
    if (which == 'unknown') message = toUser('005000000000999AAA');
    if (which == 'what') { message = toUser(UserInfo.getUserId()); message.setWhatId(UserInfo.getUserId()); }
    if (which == 'body') { message = to('a@example.com'); message.setPlainTextBody(null); }
    if (which == 'deliverability') message = to('a@example.com');
    if (which == 'many') {
      List<String> all = new List<String>();
      for (Integer i = 0; i < 151; i++) all.add(i + '@example.com');
      message.setToAddresses(all);
    }
    try {
      send(message);
      return 'sent';
    } catch (EmailException e) {
      return e.getMessage();
    }
  }
  public static String partly() {
    List<Messaging.SendEmailResult> results = Messaging.sendEmail(
      new List<Messaging.Email>{ to('not an address'), to('good@example.com') }, false);
    Messaging.SendEmailError error = results[0].getErrors()[0];
    return results[0].isSuccess() + ' ' + error.getStatusCode() + ' ' + results[1].isSuccess() + ' ' + results[1].getErrors().size();
  }
  public static void template() { Messaging.SingleEmailMessage m = to('a@example.com'); m.setTemplateId('00X000000000001AAA'); send(m); }
  public static String reserve(Integer count) {
    try { Messaging.reserveSingleEmailCapacity(count); return 'reserved'; } catch (Exception e) { return e.getTypeName() + ': ' + e.getMessage(); }
  }

  public static void ring() { bell().send(new Set<String>{ user('standard').Id, user('admin').Id }); }
  public static String badBell(String which) {
    Messaging.CustomNotification bell = bell();
    Set<String> users = new Set<String>{ UserInfo.getUserId() };
    if (which == 'type') bell.setNotificationTypeId('0ML000000000999AAA');
    if (which == 'notype') bell.setNotificationTypeId(null);
    if (which == 'title') bell.setTitle('x'.repeat(251));
    if (which == 'notitle') bell.setTitle(' ');
    if (which == 'body') bell.setBody('x'.repeat(751));
    if (which == 'target') bell.setTargetId(null);
    if (which == 'recipient') users = new Set<String>{ 'nobody' };
    if (which == 'nobody') users = new Set<String>();
    if (which == 'many') for (Integer i = 0; i < 500; i++) users.add('005' + String.valueOf(i).leftPad(12, '0'));
    try {
      bell.send(users);
      return 'sent';
    } catch (Exception e) {
      return e.getMessage();
    }
  }
  public static void pageBell() {
    Messaging.CustomNotification bell = new Messaging.CustomNotification();
    bell.setNotificationTypeId(typeId());
    bell.setSenderId(UserInfo.getUserId());
    bell.setTitle('Page');
    bell.setBody('Opens a page');
    bell.setTargetPageRef('{"type":"standard__namedPage","attributes":{"pageName":"home"}}');
    bell.send(new Set<String>{ UserInfo.getUserId() });
  }
  public static List<CustomNotificationType> types() {
    return [SELECT CustomNotifTypeName, DeveloperName, MasterLabel, Description, Desktop, Mobile FROM CustomNotificationType];
  }
}`;

let opened: ReturnType<typeof orgOf>;
beforeAll(() => {
  opened = orgOf({ classes: { Code: CODE }, metadata: { 'notificationtypes/Harvest.notiftype': TYPE } });
});
afterAll(() => opened.org.close());

const store = () => opened.org.step({ userId: '' }, (transaction) => transaction.store);
const emails = () => listEmails(store());
const notifications = () => listNotifications(store());
/** What one call adds to the outbox. */
function added<T>(of: () => readonly T[], body: () => unknown): readonly T[] {
  const before = of().length;
  body();
  return of().slice(before);
}
const call = (name: string, ...args: unknown[]) => opened.call(`Code.${name}`, args);

// Apex Developer Guide, "Outbound Email"; Apex Reference Guide, "SingleEmailMessage Methods" and "CustomNotification Class".
describe('e-mail', () => {
  it('reaches the address of a user once the transaction has committed', () => {
    expect(added(emails, () => expect(call('greet')).toBe(true))).toMatchObject([
      {
        to: ['standard@apex.example'],
        recipients: [{ id: expect.stringMatching(/^005/), email: 'standard@apex.example' }],
        subject: 'hello',
        text: 'Body of hello',
        html: null,
        from: 'admin@apex.example',
      },
    ]);
  });

  it('is not sent by a transaction that is rolled back, nor after a savepoint that was rolled back to', () => {
    expect(added(emails, () => expect(() => call('greetAndFail')).toThrow('stop'))).toEqual([]);
    expect(added(emails, () => call('greetTwiceRollOneBack')).map((one) => one.subject)).toEqual(['to kept@example.com']);
  });

  it('takes ten calls a transaction', () => {
    expect(added(emails, () => expect(call('often')).toBe(10))).toHaveLength(10);
    expect(added(emails, () => expect(() => call('tooOften')).toThrow('Too many Email Invocations: 11'))).toEqual([]);
  });

  it.each([
    ['activity', 'INVALID_SAVE_AS_ACTIVITY_FLAG, saveAsActivity must be false when sending mail to users.: [saveAsActivity, true]'],
    ['address', 'INVALID_EMAIL_ADDRESS, Email address is invalid: no address: [toAddresses, no address]'],
    ['unknown', 'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []'],
    ['what', 'INVALID_ID_FIELD, WhatId is not available for sending emails to UserIds.: []'],
    ['body', 'REQUIRED_FIELD_MISSING, Missing body, need at least one of html or plainText: []'],
    ['nobody', 'REQUIRED_FIELD_MISSING, Add a recipient to send an email.: []'],
    ['many', 'LIMIT_EXCEEDED'],
  ])('is refused: %s', (which, message) => {
    expect(
      added(emails, () => expect(call('refused', which)).toContain(`SendEmail failed. First exception on row 0; first error: ${message}`)),
    ).toEqual([]);
  });

  it('goes to whom it can where partial success is asked for', () => {
    expect(added(emails, () => expect(call('partly')).toBe('false INVALID_EMAIL_ADDRESS true 0')).map((one) => one.to)).toEqual([
      ['good@example.com'],
    ]);
  });

  it('says loudly what it cannot do', () => {
    expect(() => call('template')).toThrow('templates');
  });

  it('is refused where deliverability is off', () => {
    expect(call('reserve', 1)).toBe('reserved');
    expect(call('reserve', 5001)).toBe('System.HandledException: The daily limit for the org would be exceeded by this request.');
    opened.org.step({ userId: '' }, (transaction) => {
      transaction.beginWrite();
      setDeliverability(transaction.store, 'none');
    });
    expect(call('refused', 'deliverability')).toContain('NO_SINGLE_MAIL_PERMISSION');
    expect(call('reserve', 1)).toBe('System.NoAccessException: The organization is not permitted to send email.');
    opened.org.step({ userId: '' }, (transaction) => {
      transaction.beginWrite();
      setDeliverability(transaction.store, 'all');
    });
  });
});

describe('custom notifications', () => {
  it('have types that come from the project', () => {
    const [type] = (call('types') as { items: { get(name: string): unknown }[] }).items;
    const of = (...names: string[]) => names.map((name) => type?.get(name));
    expect(of('CustomNotifTypeName', 'DeveloperName', 'MasterLabel', 'Description', 'Desktop', 'Mobile')).toEqual([
      'Harvest_Done',
      'Harvest',
      'Harvest',
      'Told at the end of a harvest.',
      true,
      false,
    ]);
  });

  it('reach every recipient once, after the commit', () => {
    const standard = { recipient: { username: 'standard@apex.example' }, type: 'Harvest', title: 'Title', body: 'Body', read: false };
    const admin = { recipient: { username: 'admin@apex.example' }, targetId: expect.stringMatching(/^005/), targetPageRef: null };
    expect(added(notifications, () => call('ring'))).toMatchObject([standard, admin]);
    expect(added(notifications, () => expect(() => call('greetAndFail')).toThrow('stop'))).toEqual([]);
    expect(added(notifications, () => call('greetTwiceRollOneBack'))).toEqual([]);
  });

  it('may point to a page instead of a record', () => {
    expect(added(notifications, () => call('pageBell'))).toMatchObject([
      { targetId: null, targetPageRef: { type: 'standard__namedPage', attributes: { pageName: 'home' } } },
    ]);
  });

  it.each([
    ['type', 'notification type'],
    ['notype', 'notification type'],
    ['title', '250'],
    ['notitle', 'title'],
    ['body', '750'],
    ['target', 'target'],
    ['recipient', 'nobody'],
    ['nobody', 'recipient'],
    ['many', '500'],
  ])('are refused: %s', (which, message) => {
    expect(added(notifications, () => expect(String(call('badBell', which))).toContain(message))).toEqual([]);
  });

  it('do not reach who is inactive', () => {
    const deactivate = `update new User(Id = [SELECT Id FROM User WHERE Username = 'standard@apex.example'].Id, IsActive = `;
    const admin = opened.org.users.find((user) => user.alias === 'admin')!.userId;
    opened.org.exec(`${deactivate}false);`, admin);
    expect(added(notifications, () => call('ring')).map((one) => one.recipient.username)).toEqual(['admin@apex.example']);
    opened.org.exec(`${deactivate}true);`, admin);
  });

  it('need a permission in anonymous Apex only', () => {
    const source = `new Messaging.CustomNotification([SELECT Id FROM CustomNotificationType].Id, null, 'T', 'B', UserInfo.getUserId(), null)
      .send(new Set<String>{ UserInfo.getUserId() });`;
    const [admin, standard] = ['admin', 'standard'].map((alias) => opened.org.users.find((user) => user.alias === alias)!.userId);
    expect(opened.org.exec(source, admin!)).toMatchObject({ success: true });
    expect(opened.org.exec(source, standard!).exceptionMessage).toContain('Send Custom Notifications');
    expect(added(notifications, () => opened.call('Code.ring', [], 'standard'))).toHaveLength(2);
  });
});
