import type { PageReference } from 'lightning/navigation';
import type { TableRow } from 'c/provisioningRecordTable';
import { accountsText, engineLabel, kindLabel, requestsText, stateLook } from 'c/provisioningAppTexts';
import { labels } from './labels';

export const COLUMNS = [
  { name: 'app', label: labels.appsColumnApp },
  { name: 'state', label: labels.appsColumnState },
  { name: 'engine', label: labels.appsColumnEngine },
  { name: 'accounts', label: labels.appsColumnAccounts },
  { name: 'requests', label: labels.appsColumnRequests },
  { name: 'reconciled', label: labels.appsColumnReconciled },
];

/** An app as a row; where the platform cannot provision it, the row says so and leads nowhere. */
export function rowOf(app: Apex.AppView, page: PageReference | undefined): TableRow {
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
      accounts: isPossible ? { text: accountsText(app.accounts) } : { text: app.reason },
      requests: isPossible
        ? { text: requestsText(app.requests), ...(needsPeople && { icon: 'utility:warning', tone: 'warning' as const }) }
        : {},
      reconciled: isPossible ? (app.lastReconciled ? { moment: app.lastReconciled } : { text: labels.appsNever }) : {},
    },
    button: reference ? { name: 'open', label: labels.appsOpen } : null,
  };
}
