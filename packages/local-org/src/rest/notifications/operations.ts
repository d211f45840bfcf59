import { markNotifications, notificationsOf, notificationStatus, type Choice, type ListedNotification } from '../../outbox';
import { ok, type Call, type Params, type Reply } from '../shared/call';
import { notFound } from '../shared/errors';
import type { Json, JsonObject } from '../shared/json';
import { choiceOf, marksOf, pageOf, trims } from './validate';

// Lengths to which messages are trimmed: the same guide, `trimMessages`.
const TRIMMED_TITLE = 120;
const TRIMMED_BODY = 320;

function notificationJson(call: Call, found: ListedNotification, trimmed: boolean): JsonObject {
  const cut = (text: string, length: number): string => (trimmed ? text.slice(0, length) : text);
  return {
    additionalData: null,
    communityId: null,
    communityName: null,
    count: 1,
    id: found.id,
    image: null,
    lastModified: found.sentAt,
    messageBody: cut(found.body, TRIMMED_BODY),
    messageTitle: cut(found.title, TRIMMED_TITLE),
    mostRecentActivityDate: found.sentAt,
    organizationId: call.org.organizationId,
    read: found.read,
    recipientId: found.recipient.id,
    seen: found.seen,
    target: found.targetId,
    targetPageRef: found.targetPageRef as Json,
    type: found.type,
    url: `/services/data/v${call.version}/connect/notifications/${found.id}`,
  };
}

/** Newest first. */
export function list(call: Call): Reply {
  const { choice, size } = pageOf(call);
  const found = call.transaction(({ store }) => notificationsOf(store, call.user.userId, choice, size));
  return ok({ notifications: found.map((one) => notificationJson(call, one, trims(call))) });
}

export function one(call: Call, params: Params): Reply {
  const [found] = call.transaction(({ store }) => notificationsOf(store, call.user.userId, { ids: [params['id'] ?? ''] }, 1));
  if (!found) throw notFound();
  return ok(notificationJson(call, found, trims(call)));
}

export function status(call: Call): Reply {
  const { unread, unseen, last } = call.transaction(({ store }) => notificationStatus(store, call.user.userId));
  return ok({ lastActivity: last, unreadCount: unread, unseenCount: unseen });
}

/** Marks many; answers with those that were meant. */
export function mark(call: Call): Reply {
  const choice = choiceOf(call);
  change(call, choice);
  return list(call);
}

export function markOne(call: Call, params: Params): Reply {
  if (change(call, { ids: [params['id'] ?? ''] }) === 0) throw notFound();
  return one(call, params);
}

function change(call: Call, choice: Choice): number {
  const marks = marksOf(call);
  return call.transaction((transaction) => {
    transaction.beginWrite();
    return markNotifications(transaction.store, call.user.userId, choice, marks);
  });
}
