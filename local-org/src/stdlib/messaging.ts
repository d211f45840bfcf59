import { ApexList } from '../kernel/collections';
import { fail, need } from '../kernel/fail';
import type { SObject } from '../kernel/sobject';
import { Bean, beanMembers } from './bean';
import type { OutgoingEmail, StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';
import { resultObject } from './results';

const COMMON = ['BccSender', 'EmailPriority', 'ReplyTo', 'SaveAsActivity', 'SenderDisplayName', 'Subject', 'UseSignature'];
const SINGLE = [
  'BccAddresses', 'CcAddresses', 'Charset', 'EntityAttachments', 'FileAttachments', 'HtmlBody', 'InReplyTo', 'OptOutPolicy', 'OrgWideEmailAddressId',
  'PlainTextBody', 'References', 'TargetObjectId', 'TemplateId', 'ToAddresses', 'isTreatBodiesAsTemplate', 'isTreatTargetObjectAsRecipient', 'isUserMail', 'WhatId',
]; // prettier-ignore

const texts = (list: ApexList<string> | null): string[] => [...(list?.items ?? [])];

function outgoing(message: Bean): OutgoingEmail {
  return {
    to: texts(message.get('ToAddresses')),
    cc: texts(message.get('CcAddresses')),
    bcc: texts(message.get('BccAddresses')),
    targetObjectId: message.get('TargetObjectId'),
    subject: message.get('Subject'),
    text: message.get('PlainTextBody'),
    html: message.get('HtmlBody'),
    fields: message.values,
  };
}

/** `Messaging.sendEmail`, single messages, and `EventBus.publish`. */
export function messaging(ports: StdlibPorts): Theme {
  const send = (messages: ApexList<Bean>): ApexList => {
    const emails = need(messages).items.map((message) => outgoing(need(message)));
    ports.transaction().limits.use('emails');
    for (const email of emails) {
      if (email.to.length + email.cc.length + email.bcc.length === 0 && email.targetObjectId === null) {
        fail(
          'System.EmailException',
          'SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Missing required field: []',
        );
      }
    }
    ports.email.send(emails);
    const sent = () => new Bean('Messaging.SendEmailResult', { Success: true, Errors: ApexList.ofType('Messaging.SendEmailError') });
    return ApexList.ofType('Messaging.SendEmailResult', emails.map(sent));
  };
  const publish = (target: unknown, callback?: unknown): unknown => {
    const records = (need(target) instanceof ApexList ? (target as ApexList).items : [target]) as SObject[];
    const rows = ports.events.publish(records.map((record) => need(record)), callback ?? null); // prettier-ignore
    const results = rows.map((row) => resultObject('Database.SaveResult', row));
    return target instanceof ApexList ? ApexList.ofType('Database.SaveResult', results) : results[0];
  };
  return merge(
    members('System.Messaging', { 'sendEmail/1,2': send }),
    beanMembers('Messaging.Email', COMMON, { getters: true, setters: true }),
    beanMembers('Messaging.SingleEmailMessage', SINGLE, { getters: true, setters: true }),
    beanMembers('Messaging.SingleEmailMessage', ['Subject', 'SaveAsActivity']),
    members('Messaging.SingleEmailMessage', { '<init>/0': () => new Bean('Messaging.SingleEmailMessage') }),
    beanMembers('Messaging.SendEmailResult', ['isSuccess', 'Errors'], { getters: true }),
    members('System.EventBus', { 'publish/1,2': publish }),
  );
}
