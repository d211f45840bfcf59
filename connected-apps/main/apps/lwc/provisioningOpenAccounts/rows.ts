import type { TableRow } from 'c/provisioningRecordTable';
import { linkLook } from 'c/provisioningAccountTexts';
import { labels } from './labels';

export const COLUMNS = [
  { name: 'there', label: labels.appsAccountsThere },
  { name: 'link', label: labels.appsAccountsLink },
];

/** An account as a row whose first cell opens it. */
export function rowOf(view: Apex.AppAccountView): TableRow {
  const { label: text, icon, tone } = linkLook(view.linkState);
  const label = view.externalUsername ?? view.externalUserId ?? '';
  return {
    id: view.id ?? '',
    label,
    cells: { there: { text: label, second: view.externalEmail, action: 'open' }, link: { text, icon, tone, badge: true } },
  };
}
