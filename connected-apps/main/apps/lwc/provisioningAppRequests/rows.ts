import type { Column, TableRow } from 'c/provisioningRecordTable';
import { approvalLabel, operationLabel, requestLook } from 'c/provisioningRequestTexts';
import { rowActions } from './actions';
import { labels } from './labels';

const DONE: readonly string[] = ['Failed', 'Completed'];

/** The columns of a view; the app's only where there are several. */
export function columnsOf(view: string, withApp: boolean): readonly Column[] {
  const fate = DONE.includes(view) ? labels.appsRequestSaid : labels.appsRequestWaits;
  return [
    { name: 'request', label: labels.appsRequestColumn },
    ...(withApp ? [{ name: 'app', label: labels.appsRequestApp }] : []),
    { name: 'operation', label: labels.appsRequestOperation },
    { name: 'person', label: labels.appsRequestPerson },
    { name: 'state', label: labels.appsRequestState },
    { name: 'fate', label: fate },
    { name: 'approval', label: labels.appsRequestApproval },
    { name: 'since', label: labels.appsRequestSince },
  ];
}

/** A request as a row. */
export function rowOf(request: Apex.AppRequestView, mayProcess: boolean): TableRow {
  const { label, icon, tone } = requestLook(request.state);
  const isRequired = request.approval === 'Required';
  return {
    id: request.id ?? '',
    label: request.name ?? '',
    cells: {
      request: { text: request.name },
      app: { text: request.appName },
      operation: { text: operationLabel(request.operation) },
      person: { text: request.person, second: request.username },
      state: { text: label, icon, tone },
      fate: { text: request.waitsFor ?? request.message, second: request.howToFix },
      approval: { text: approvalLabel(request.approval), ...(isRequired && { icon: 'utility:clock', tone: 'warning' as const }) },
      since: { moment: request.createdDate },
    },
    actions: rowActions(request, mayProcess),
  };
}
