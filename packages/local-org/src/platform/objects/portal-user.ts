import type { Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { alive, changes, lookUp, textAt } from '../rows';

/** User types whose users belong to a contact (Object Reference, User.UserType and User.ContactId). */
const EXTERNAL = new Set(['PowerPartner', 'PowerCustomerSuccess', 'CustomerSuccess', 'CspLitePortal']);

/** An external user has a contact of their own, which has an account; an internal user has none. */
export function checkPortalUsers(rows: readonly Row[], context: DataContext): void {
  const candidates = alive(rows).filter((row) => !row.old || changes(row, 'ContactId') || changes(row, 'ProfileId'));
  const contactIds = candidates.flatMap(({ record }) => textAt(record, 'ContactId') ?? []);
  const holders =
    contactIds.length > 0 ? lookUp(context, 'User', ['Id'], 'ContactId', contactIds) : new Map<string, (string | number | null)[]>();
  const claimed = new Set<string>();
  for (const row of candidates) {
    const contact = textAt(row.record, 'ContactId');
    const external = EXTERNAL.has(textAt(row.record, 'UserType') ?? '');
    if (contact === null) {
      if (external) row.fail('FIELD_INTEGRITY_EXCEPTION', 'Cannot create a portal user without contact', ['ContactId']);
      continue;
    }
    const holder = holders.get(contact)?.[0];
    if (!external) {
      row.fail('FIELD_INTEGRITY_EXCEPTION', 'Contact ID: only users with an external license can have a contact', ['ContactId']);
    } else if (textAt(row.record, 'AccountId') === null) {
      const message =
        "A portal user's contact record must include an account. Furthermore, the owner of the account must be associated with a role.";
      row.fail('FIELD_INTEGRITY_EXCEPTION', message, ['ContactId']);
    } else if (claimed.has(contact) || (holder !== undefined && holder !== row.record.id)) {
      row.fail('PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'portal user already exists for contact', ['ContactId']);
    }
    claimed.add(contact);
  }
}
