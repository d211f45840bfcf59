import { randomUUID } from 'node:crypto';
import type { Transaction } from '../engine';
import { ApexException, UnsupportedError } from '../kernel/exceptions';
import { toId18 } from '../kernel/ids';

/** `Messaging.CustomNotification` with what was set on it. */
export interface CustomNotification {
  readonly typeId: string | null;
  readonly senderId: string | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly targetId: string | null;
  /** JSON of a page reference. */
  readonly targetPageRef: string | null;
}

/** A notification in the outbox, without its recipient. */
export interface SentNotification {
  readonly typeId: string;
  readonly type: string;
  readonly senderId: string;
  readonly title: string;
  readonly body: string;
  readonly targetId: string | null;
  readonly targetPageRef: unknown;
}

// Apex Reference Guide, CustomNotification: setTitle, setBody, send.
const MAX_TITLE = 250;
const MAX_BODY = 750;
const MAX_RECIPIENTS = 500;

/**
 * Puts a notification into the outbox of the running transaction, once per active user among the recipients: users, and members of
 * groups and queues. Throws System.HandledException for what the platform requires and does not get.
 */
export function sendNotification(transaction: Transaction, given: CustomNotification, recipients: readonly (string | null)[]): void {
  requirePermission(transaction);
  const message = validated(transaction, given);
  if (recipients.length === 0) throw refused('At least one recipient is required');
  if (recipients.length > MAX_RECIPIENTS) throw refused(`A notification takes ${MAX_RECIPIENTS} recipients at most`);
  const users = new Set(recipients.flatMap((recipient) => usersOf(transaction, recipient)));
  if (users.size === 0) return;
  transaction.beginWrite();
  if (transaction.runtime.test) return;
  const insert = transaction.store.prepare('INSERT INTO "local#notification" (id, recipient, created, message) VALUES (?, ?, ?, ?)');
  for (const user of users) {
    insert.run(randomUUID().replaceAll('-', ''), user, transaction.clock.now(), JSON.stringify(message));
  }
}

/** Apex works in system mode; anonymous Apex works as the user (CustomNotification, "Execution Context and Notification Permissions"). */
function requirePermission({ kind, access, userId }: Transaction): void {
  if (kind === 'ANONYMOUS' && !access.hasPermission(userId, 'SendCustomNotifications')) {
    throw refused('The user needs the permission Send Custom Notifications');
  }
}

function validated(transaction: Transaction, given: CustomNotification): SentNotification {
  const id = given.typeId === null ? null : toId18(given.typeId);
  const row =
    id === null ? undefined : transaction.store.prepare('SELECT "DeveloperName" FROM "CustomNotificationType" WHERE "Id" = ?').get(id);
  if (id === null || !row) throw refused(`No notification type has the id ${given.typeId ?? 'null'}`);
  const targetId = text(given.targetId);
  const page = text(given.targetPageRef);
  if (targetId === null && page === null) throw refused('A target is required: targetId or targetPageRef');
  if (targetId !== null && toId18(targetId) === null) throw refused(`The target ${targetId} is not an id`);
  return {
    typeId: id,
    type: String(row[0]),
    senderId: text(given.senderId) ?? transaction.userId,
    title: bounded('title', given.title, MAX_TITLE),
    body: bounded('body', given.body, MAX_BODY),
    targetId: targetId === null ? null : toId18(targetId),
    targetPageRef: page === null ? null : pageOf(page),
  };
}

const text = (value: string | null): string | null => (value === null || value.trim() === '' ? null : value);

function bounded(name: string, value: string | null, length: number): string {
  const given = text(value);
  if (given === null) throw refused(`The ${name} is required`);
  if (given.length > length) throw refused(`The ${name} has ${given.length} characters; ${length} are allowed`);
  return given;
}

function pageOf(json: string): unknown {
  try {
    const page: unknown = JSON.parse(json);
    if (typeof page === 'object' && page !== null) return page;
  } catch {
    // Said below, in the same words as for JSON of another shape.
  }
  throw refused(`The targetPageRef is not a page reference: ${json}`);
}

function usersOf({ store }: Transaction, recipient: string | null): string[] {
  const id = recipient === null ? null : toId18(recipient);
  switch (id?.slice(0, 3)) {
    case '005':
      return store
        .prepare('SELECT "Id" FROM "User" WHERE "Id" = ? AND "IsActive" = 1')
        .all(id ?? '')
        .map(([user]) => String(user));
    case '00G':
      return store
        .prepare(
          'SELECT u."Id" FROM "GroupMember" m JOIN "User" u ON u."Id" = m."UserOrGroupId" WHERE m."GroupId" = ? AND u."IsActive" = 1 ORDER BY u."Id"',
        )
        .all(id ?? '')
        .map(([user]) => String(user));
    case '001':
    case '006':
      throw new UnsupportedError('notifications to account teams and opportunity teams');
    default:
      throw refused(`${recipient ?? 'null'} is not the id of a user, a group or a queue`);
  }
}

const refused = (message: string): ApexException => new ApexException('System.HandledException', message);
