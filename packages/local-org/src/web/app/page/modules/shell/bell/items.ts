import { pathOf, urlOf, type PageReference } from '../../../runtime/routes';
import { filled, texts } from '../../../runtime/texts';

/** A notification as the Connect REST API gives it. */
export interface Notification {
  readonly id: string;
  readonly messageTitle: string;
  readonly messageBody: string;
  readonly lastModified: string;
  readonly read: boolean;
  readonly target: string | null;
  readonly targetPageRef: PageReference | null;
}

/** A line under the bell. */
export interface BellItem {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly time: string;
  readonly unread: boolean;
  /** Where a click leads; empty when nowhere. */
  readonly url: string;
  readonly itemClass: string;
}

/** What developers set as a target when there is none (CustomNotification, "Notification Target"). */
const NO_TARGET = /^0{15}/;

export function itemOf(notification: Notification): BellItem {
  const unread = !notification.read;
  return {
    id: notification.id,
    title: notification.messageTitle,
    body: notification.messageBody,
    time: notification.lastModified,
    unread,
    url: urlFor(notification),
    itemClass: `slds-p-around_small slds-border_bottom${unread ? ' slds-theme_shade' : ''}`,
  };
}

/** A page says more than a record, where the shell has it. */
function urlFor({ target, targetPageRef }: Notification): string {
  const record = target === null || NO_TARGET.test(target) ? '' : pathOf({ kind: 'record', sobject: null, recordId: target });
  if (targetPageRef === null) return record;
  try {
    return urlOf(targetPageRef);
  } catch {
    // Of a kind that the shell cannot show: the record, if there is one, is the other target of the same message.
    return record;
  }
}

/** What a screen reader says of the bell. */
export function bellLabel(unread: number): string {
  return unread === 0 ? texts().notifications : filled(texts().notificationsUnread, unread);
}

/** What the badge has room for. */
export const badgeText = (unread: number): string => (unread > 99 ? '99+' : String(unread));
