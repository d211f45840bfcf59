import type { PageReference } from 'lightning/navigation';
import type { Column, TableRow } from 'c/provisioningRecordTable';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** The views of the list, by the names of the API; the first one opens by itself. */
export const VIEWS = [
  { value: 'CanSignIn', label: labels.leaversViewCanSignIn, empty: labels.leaversEmptyCanSignIn },
  { value: 'LockedOut', label: labels.leaversViewLockedOut, empty: labels.leaversEmptyLockedOut },
  { value: 'MustStay', label: labels.leaversViewMustStay, empty: labels.leaversEmptyMustStay },
] as const;

/** The row button that asks "Why not this person?". */
export const WHY = 'why';

export const COLUMNS: readonly Column[] = [
  { name: 'person', label: labels.employeesColumnPerson },
  { name: 'status', label: labels.employeesColumnStatus },
  { name: 'user', label: labels.employeesColumnUser },
  { name: 'login', label: labels.leaversColumnLastLogin },
  { name: 'action', label: labels.leaversColumnAction },
];

/** The page that has the panel about one person. */
export const panelOf = (employeeId: string | null): PageReference => ({
  type: 'standard__navItemPage',
  attributes: { apiName: 'Provisioning_Employees' },
  state: { c__view: 'All', c__employee: employeeId ?? '' },
});

/** A leaver as a row; who must stay, and who has lost access, cannot be selected. */
export function rowOf(leaver: Apex.EmployeeLeaverRow, view: string): TableRow {
  const name = leaver.name ?? leaver.employeeNumber ?? '';
  return {
    id: leaver.employeeId ?? '',
    label: name,
    selectable: leaver.action !== null,
    cells: {
      person: { text: name, second: leaver.employeeNumber, reference: panelOf(leaver.employeeId) },
      status: {
        text: leaver.status ?? labels.employeesDeleted,
        second: leaver.lastDay ? format(labels.leaversLastDay, leaver.lastDay) : null,
      },
      user: { text: leaver.username },
      login: leaver.lastLogin ? { moment: leaver.lastLogin } : { text: labels.leaversNever },
      action: actionOf(leaver, view),
    },
    button: { name: WHY, label: format(labels.diagnosisAsk, name), icon: 'utility:question' },
  };
}

function actionOf({ action, isOurs, lastLogin, reason }: Apex.EmployeeLeaverRow, view: string): TableRow['cells'][string] {
  if (action === 'Freeze') return { text: labels.leaversFreeze, second: isOurs ? null : labels.leaversForeign };
  if (action === 'Deactivate') return { text: labels.leaversDeactivate, second: lastLogin ? null : labels.leaversNeverSignedIn };
  if (view === 'LockedOut') return { text: labels.leaversNothing, second: reason };
  return { text: labels.leaversStays, second: reason, icon: 'utility:lock' };
}
