import type { PageReference } from 'lightning/navigation';
import type { TableRow } from 'c/provisioningRecordTable';
import { accountsText, engineLabel, sharesOf, kindLabel, requestsText, stateLook } from 'c/provisioningAppTexts';
import { actionsOf } from './actions';
import { labels } from './labels';

export const COLUMNS = [
  { name: 'app', label: labels.appsColumnApp, sortable: true },
  { name: 'state', label: labels.appsColumnState, sortable: true },
  { name: 'engine', label: labels.appsColumnEngine, sortable: true },
  { name: 'accounts', label: labels.appsColumnAccounts, sortable: true },
  { name: 'requests', label: labels.appsColumnRequests, sortable: true },
  { name: 'reconciled', label: labels.appsColumnReconciled, sortable: true },
];

/** An app as a row; where the platform cannot provision it, the row says so and leads nowhere. */
export function rowOf(app: Apex.AppView, page: PageReference | undefined, canManage: boolean): TableRow {
  const name = app.name ?? '';
  const isPossible = app.kind !== 'ExternalClientApp';
  const reference = page && isPossible ? { ...page, state: { c__app: app.id ?? undefined } } : null;
  const needsPeople = (app.requests?.Failed ?? 0) + (app.requests?.ToApprove ?? 0) > 0;
  return {
    id: app.id ?? '',
    label: name,
    cells: {
      app: { text: name, second: kindLabel(app.kind), reference },
      state: {
        text: stateLook(app.provisioning).label,
        badge: true,
        icon: stateLook(app.provisioning).icon,
        tone: stateLook(app.provisioning).tone,
      },
      engine: { text: engineLabel(app.engine) },
      accounts: isPossible ? { text: accountsText(app.accounts), bar: sharesOf(app.accounts) } : { text: app.reason },
      requests: isPossible
        ? { text: requestsText(app.requests), ...(needsPeople && { icon: 'utility:warning', tone: 'warning' as const }) }
        : {},
      reconciled: isPossible ? (app.lastReconciled ? { moment: app.lastReconciled } : { text: labels.appsNever }) : {},
    },
    actions: actionsOf(app.provisioning ?? '', canManage),
    button: reference ? { name: 'open', label: labels.appsOpen } : null,
  };
}
