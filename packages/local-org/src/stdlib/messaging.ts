import { ApexList, type ApexSet } from '../kernel/collections';
import { enumConstant } from '../kernel/enums';
import { fail, need, unsupported } from '../kernel/fail';
import type { SObject } from '../kernel/sobject';
import type { Email, EmailError } from '../outbox';
import { Bean, beanMembers } from './bean';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';
import { resultObject } from './results';

const COMMON = ['BccSender', 'EmailPriority', 'ReplyTo', 'SaveAsActivity', 'SenderDisplayName', 'Subject', 'UseSignature'];
const SINGLE = [
  'BccAddresses', 'CcAddresses', 'Charset', 'EntityAttachments', 'FileAttachments', 'HtmlBody', 'InReplyTo', 'OptOutPolicy', 'OrgWideEmailAddressId',
  'PlainTextBody', 'References', 'TargetObjectId', 'TemplateId', 'ToAddresses', 'isTreatBodiesAsTemplate', 'isTreatTargetObjectAsRecipient', 'isUserMail', 'WhatId',
]; // prettier-ignore
/** What an e-mail may carry and the local org does not render. */
const UNSENT: Readonly<Record<string, string>> = {
  TemplateId: 'e-mail templates',
  FileAttachments: 'attachments of e-mails',
  EntityAttachments: 'attachments of e-mails',
  OrgWideEmailAddressId: 'organization-wide addresses as senders',
};

const texts = (list: ApexList<string> | null): string[] => (list?.items ?? []).filter((text) => text !== null);

function emailOf(message: Bean): Email {
  for (const [property, feature] of Object.entries(UNSENT)) {
    const value = message.get(property);
    if (value instanceof ApexList ? value.items.length > 0 : value !== null) unsupported(feature);
  }
  return {
    to: texts(message.get('ToAddresses')),
    cc: texts(message.get('CcAddresses')),
    bcc: texts(message.get('BccAddresses')),
    targetObjectId: message.get('TargetObjectId'),
    whatId: message.get('WhatId'),
    subject: message.get('Subject'),
    text: message.get('PlainTextBody'),
    html: message.get('HtmlBody'),
    replyTo: message.get('ReplyTo'),
    senderDisplayName: message.get('SenderDisplayName'),
    saveAsActivity: message.get('SaveAsActivity') !== false,
  };
}

const ERROR = 'Messaging.SendEmailError';
const RESULT = 'Messaging.SendEmailResult';

function errorOf({ statusCode, message, fields, targetObjectId }: EmailError): Bean {
  return new Bean(ERROR, {
    StatusCode: enumConstant('System.StatusCode', statusCode),
    Message: message,
    Fields: ApexList.ofType('String', [...fields]),
    TargetObjectId: targetObjectId,
  });
}

function resultOf(error: EmailError | null): Bean {
  const errors = error === null ? [] : [errorOf(error)];
  return new Bean(RESULT, { Success: error === null, Errors: ApexList.ofType(ERROR, errors) });
}

/** `Messaging.sendEmail` for single messages, and what it gives back. */
function email(ports: StdlibPorts): Theme {
  const send = (messages: ApexList<Bean>, allOrNone: boolean | null = true): ApexList => {
    const emails = need(messages).items.map((message) => emailOf(need(message)));
    ports.transaction().limits.use('emails');
    const errors = ports.outbox.sendEmails(emails, allOrNone !== false);
    const row = allOrNone === false ? -1 : errors.findIndex((error) => error !== null);
    const first = errors[row];
    if (first) {
      const { statusCode, message, fields } = first;
      const text = `SendEmail failed. First exception on row ${row}; first error: ${statusCode}, ${message}: [${fields.join(', ')}]`;
      fail('System.EmailException', text);
    }
    return ApexList.ofType(RESULT, errors.map(resultOf));
  };
  const reserve = (count: number): void => {
    const refusal = ports.outbox.refusalToReserve(need(count));
    if (refusal) fail(refusal.type, refusal.message);
  };
  return merge(
    members('System.Messaging', { 'sendEmail/1,2': send, 'reserveSingleEmailCapacity/1': reserve }),
    beanMembers('Messaging.Email', COMMON, { getters: true, setters: true }),
    beanMembers('Messaging.SingleEmailMessage', SINGLE, { getters: true, setters: true }),
    beanMembers('Messaging.SingleEmailMessage', ['Subject', 'SaveAsActivity']),
    members('Messaging.SingleEmailMessage', { '<init>/0': () => new Bean('Messaging.SingleEmailMessage') }),
    beanMembers(RESULT, ['isSuccess', 'Errors'], { getters: true }),
    beanMembers(ERROR, ['StatusCode', 'Message', 'Fields', 'TargetObjectId'], { getters: true }),
  );
}

const NOTIFICATION = 'Messaging.CustomNotification';
const PARTS = ['NotificationTypeId', 'SenderId', 'Title', 'Body', 'TargetId', 'TargetPageRef'];

/** `Messaging.CustomNotification`: what the bell shows. */
function customNotification(ports: StdlibPorts): Theme {
  const entries: Record<string, (notification: Bean, value: unknown) => void> = {};
  for (const part of PARTS) entries[`set${part}/1`] = (notification, value) => notification.set(part, value);
  return members(NOTIFICATION, {
    ...entries,
    '<init>/0': () => new Bean(NOTIFICATION),
    '<init>/6': (...values: unknown[]) => new Bean(NOTIFICATION, Object.fromEntries(PARTS.map((part, i) => [part, values[i]]))),
    'send/1': (notification: Bean, users: ApexSet<string | null>) =>
      ports.outbox.sendNotification(
        {
          typeId: notification.get('NotificationTypeId'),
          senderId: notification.get('SenderId'),
          title: notification.get('Title'),
          body: notification.get('Body'),
          targetId: notification.get('TargetId'),
          targetPageRef: notification.get('TargetPageRef'),
        },
        [...need(users).entries.values()],
      ),
  });
}

/** What leaves the transaction: e-mail, custom notifications, and `EventBus.publish`. */
export function messaging(ports: StdlibPorts): Theme {
  const publish = (target: unknown, callback?: unknown): unknown => {
    const records = (need(target) instanceof ApexList ? (target as ApexList).items : [target]) as SObject[];
    const rows = ports.events.publish(records.map((record) => need(record)), callback ?? null); // prettier-ignore
    const results = rows.map((row) => resultObject('Database.SaveResult', row));
    return target instanceof ApexList ? ApexList.ofType('Database.SaveResult', results) : results[0];
  };
  return merge(email(ports), customNotification(ports), members('System.EventBus', { 'publish/1,2': publish }));
}
