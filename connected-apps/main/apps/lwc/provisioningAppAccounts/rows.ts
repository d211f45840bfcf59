import type { Cell, RowAction, TableRow } from 'c/provisioningRecordTable';
import { accountStatusLook, driftLook, linkLook } from 'c/provisioningAccountTexts';
import { operationLabel, requestLook } from 'c/provisioningRequestTexts';
import { labels } from './labels';

export const COLUMNS = [
  { name: 'user', label: labels.appsAccountsUser },
  { name: 'there', label: labels.appsAccountsThere },
  { name: 'status', label: labels.appsAccountsStatus },
  { name: 'link', label: labels.appsAccountsLink },
  { name: 'override', label: labels.appsAccountsOverride },
  { name: 'drift', label: labels.appsAccountsDrift },
  { name: 'last', label: labels.appsAccountsLast },
];

/** Asks for an operation, in a window of its own. */
export const RAISE = 'Raise';

/** What is done to accounts, in the order of the bar. */
export const ACTIONS: readonly RowAction[] = [
  { name: 'Update', label: labels.appsDoUpdate },
  { name: 'Push', label: labels.appsDoPush },
  { name: 'Unlink', label: labels.appsDoUnlink },
  { name: 'Ignore', label: labels.appsDoIgnore },
  { name: RAISE, label: labels.appsRaise },
];

/** What was asked last, what became of it, and when. */
function lastOf(last: Apex.AppLastRequest | null): Cell {
  if (!last) return {};
  const words = `${operationLabel(last.operation)}, ${requestLook(last.state).label}`;
  return { moment: last.moment, second: words };
}

export function rowOf(view: Apex.AppAccountView, mayAct: boolean): TableRow {
  const status = accountStatusLook(view.status);
  const link = linkLook(view.linkState);
  const drift = driftLook(view.drift);
  return {
    id: view.id ?? '',
    label: view.name ?? view.externalUsername ?? view.externalUserId ?? '',
    cells: {
      user: { text: view.name ?? view.externalUsername ?? view.externalUserId, second: view.username },
      there: { text: view.externalUsername, second: view.externalUserId },
      status: { text: status.label, icon: status.icon, tone: status.tone, badge: true },
      link: { text: link.label, icon: link.icon, tone: link.tone, badge: true },
      override: { text: view.manualOverride ? labels.appsAccountsKept : null },
      last: lastOf(view.lastRequest),
      drift: view.drift ? { text: drift.label, icon: drift.icon, tone: drift.tone, badge: true } : {},
    },
    actions: mayAct ? ACTIONS : [],
    selectable: mayAct,
  };
}
