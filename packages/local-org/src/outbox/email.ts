import type { Transaction } from '../engine';
import { toId18 } from '../kernel/ids';
import { deliverability } from './tables';

/** A single e-mail as Apex made it. Recipients are addresses or ids of users, contacts and leads. */
export interface Email {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly targetObjectId: string | null;
  readonly whatId: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly replyTo: string | null;
  readonly senderDisplayName: string | null;
  readonly saveAsActivity: boolean;
}

/** Why one e-mail is not sent, as `Messaging.SendEmailError` tells it. */
export interface EmailError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  readonly targetObjectId: string | null;
}

/** An e-mail in the outbox. */
export interface SentEmail {
  readonly from: string;
  readonly fromName: string | null;
  readonly replyTo: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  /** Those of `to`, `cc` and `bcc` that were given as ids. */
  readonly recipients: readonly { readonly id: string; readonly email: string }[];
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
}

/** Apex Reference Guide, SingleEmailMessage, "setToAddresses". */
const MAX_RECIPIENTS = 150;
/** Sender of what the platform mails itself. */
const PLATFORM = { from: 'noreply@local-org.invalid', fromName: 'Salesforce', replyTo: null } as const;
const PEOPLE: Readonly<Record<string, string>> = { '005': 'User', '003': 'Contact', '00Q': 'Lead' };

/**
 * Puts e-mails into the outbox of the running transaction: they exist once it commits ("Emails aren't sent until the Apex transaction is
 * committed": Apex Developer Guide, Outbound Email). Gives the error of each, null where there is none; with `allOrNone` one error keeps
 * all of them back. An Apex test sends nothing.
 */
export function sendEmails(transaction: Transaction, emails: readonly Email[], allOrNone: boolean): (EmailError | null)[] {
  const outcomes = emails.map((email) => compose(transaction, email));
  const errors = outcomes.map((outcome) => ('statusCode' in outcome ? outcome : null));
  if (allOrNone && errors.some((found) => found !== null)) return errors;
  const sent = outcomes.filter((outcome): outcome is SentEmail => !('statusCode' in outcome));
  if (sent.length === 0) return errors;
  transaction.beginWrite();
  if (!transaction.runtime.test) put(transaction, sent);
  return errors;
}

/** The link by which a person confirms a new address, to that address; the text is ours. Nothing leaves a test, or an org that may send nothing. */
export function sendEmailChange(
  transaction: Transaction,
  change: { username: string; address: string; token: string; hours: number },
): void {
  if (transaction.runtime.test || deliverability(transaction.store) === 'none') return;
  const link = `${transaction.baseUrl}/secur/emailchange?token=${change.token}`;
  const text = `Somebody has changed the email address of ${change.username} to this one. To confirm it, follow this link within ${change.hours} hours:\n${link}\n`;
  const rest = { cc: [], bcc: [], recipients: [], html: null };
  put(transaction, [{ ...PLATFORM, ...rest, to: [change.address], subject: 'Confirm your new email address', text }]);
}

function put(transaction: Transaction, sent: readonly SentEmail[]): void {
  transaction.beginWrite();
  const insert = transaction.store.prepare('INSERT INTO "local#email" (created, message) VALUES (?, ?)');
  for (const message of sent) insert.run(transaction.clock.now(), JSON.stringify(message));
}

function compose(transaction: Transaction, email: Email): SentEmail | EmailError {
  const target = email.targetObjectId === null ? null : toId18(email.targetObjectId);
  const refuse = (statusCode: string, message: string, fields: string[] = []): EmailError => ({
    ...{ statusCode, message, fields },
    targetObjectId: target,
  });
  if (deliverability(transaction.store) === 'none') {
    return refuse(
      'NO_SINGLE_MAIL_PERMISSION',
      'Single email is not enabled for your organization or profile. Single email must be enabled for you to use this feature.',
    );
  }
  const all = email.to.length + email.cc.length + email.bcc.length;
  if (all === 0 && target === null) return refuse('REQUIRED_FIELD_MISSING', 'Add a recipient to send an email.');
  if (all > MAX_RECIPIENTS) return refuse('LIMIT_EXCEEDED', `An email takes ${MAX_RECIPIENTS} recipients at most`);
  if (!email.text && !email.html) return refuse('REQUIRED_FIELD_MISSING', 'Missing body, need at least one of html or plainText');
  if (target?.startsWith('005')) {
    if (email.saveAsActivity) {
      const message = 'saveAsActivity must be false when sending mail to users.';
      return refuse('INVALID_SAVE_AS_ACTIVITY_FLAG', message, ['saveAsActivity', 'true']);
    }
    if (email.whatId !== null) return refuse('INVALID_ID_FIELD', 'WhatId is not available for sending emails to UserIds.');
  }
  const recipients: { id: string; email: string }[] = [];
  const lists: Record<'to' | 'cc' | 'bcc', string[]> = { to: [], cc: [], bcc: [] };
  const given = { to: [...(target === null ? [] : [target]), ...email.to], cc: email.cc, bcc: email.bcc };
  for (const list of ['to', 'cc', 'bcc'] as const) {
    for (const one of given[list]) {
      const address = resolve(transaction, one);
      if (address === null) return refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
      if (!isAddress(address))
        return refuse('INVALID_EMAIL_ADDRESS', `Email address is invalid: ${address}`, [`${list}Addresses`, address]);
      if (address !== one) recipients.push({ id: String(toId18(one)), email: address });
      lists[list].push(address);
    }
  }
  const sender = transaction.user();
  return {
    from: sender.email,
    fromName: email.senderDisplayName ?? [sender.firstName, sender.lastName].filter(Boolean).join(' '),
    replyTo: email.replyTo,
    ...lists,
    recipients,
    ...{ subject: email.subject, text: email.text, html: email.html },
  };
}

/** The address that an id stands for, the text itself when it is no id; null when nobody has the id. */
function resolve({ store, schema }: Transaction, recipient: string): string | null {
  const id = toId18(recipient);
  const object = id === null ? undefined : PEOPLE[id.slice(0, 3)];
  if (id === null || object === undefined) return id === null ? recipient : null;
  if (!schema.object(object)) return null;
  const row = store.prepare(`SELECT "Email" FROM "${object}" WHERE "Id" = ?`).get(id);
  return row ? String(row[0] ?? '') : null;
}

const isAddress = (text: string): boolean => /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(text);

/** E-mails to addresses outside that an org may send in a day (Apex Developer Guide, "Email Limits"). */
const DAILY_LIMIT = 5_000;

/** `Messaging.reserveSingleEmailCapacity`: what the platform would refuse, as the exception's type and message; null when it would not. */
export function refusalToReserve(transaction: Transaction, count: number): { readonly type: string; readonly message: string } | null {
  if (deliverability(transaction.store) === 'none') {
    return { type: 'System.NoAccessException', message: 'The organization is not permitted to send email.' };
  }
  const message = 'The daily limit for the org would be exceeded by this request.';
  return count > DAILY_LIMIT ? { type: 'System.HandledException', message } : null;
}
