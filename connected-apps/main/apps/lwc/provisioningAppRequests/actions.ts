import type { BarAction } from 'c/provisioningSelectionBar';
import type { RowAction } from 'c/provisioningRecordTable';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** What is done at once: the others ask for a comment. */
export const WITHOUT_COMMENT: readonly string[] = ['retry'];

/** What can be done with the selected requests of a view; approving is refused row by row where somebody else is asked. */
export function barActions(view: string, count: number, mayProcess: boolean): readonly BarAction[] {
  const complete = { name: 'complete', label: labels.appsRequestComplete };
  if (view === 'ToApprove') {
    return [
      { name: 'approve', label: labels.appsRequestApprove, variant: 'brand' },
      { name: 'deny', label: labels.appsRequestDeny },
    ];
  }
  if (!mayProcess) return [];
  if (view === 'Failed') return [{ name: 'retry', label: format(labels.appsRequestRetrySome, count), variant: 'brand' }, complete];
  return view === 'Open' ? [{ name: 'cancel', label: labels.appsRequestCancel }, complete] : [];
}

/** What can be done with one request. */
export function rowActions(request: Apex.AppRequestView, mayProcess: boolean): readonly RowAction[] {
  const actions: RowAction[] = [];
  if (request.mayDecide) {
    actions.push({ name: 'approve', label: labels.appsRequestApprove }, { name: 'deny', label: labels.appsRequestDeny });
  }
  if (mayProcess && request.state === 'Failed') actions.push({ name: 'retry', label: labels.appsRequestRetry });
  if (mayProcess) actions.push({ name: 'preview', label: labels.appsRequestPreview });
  if (mayProcess && request.state === 'New') actions.push({ name: 'cancel', label: labels.appsRequestCancel });
  if (mayProcess && (request.state === 'New' || request.state === 'Failed')) {
    actions.push({ name: 'complete', label: labels.appsRequestComplete });
  }
  return [...actions, { name: 'log', label: labels.appsRequestShowLog }];
}
