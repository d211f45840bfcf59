import type { PageReference } from 'lightning/navigation';
import type { Column, TableRow } from 'c/provisioningRecordTable';
import { labels } from './labels';

export const COLUMNS: readonly Column[] = [
  { name: 'person', label: labels.employeesColumnPerson },
  { name: 'user', label: labels.employeesColumnUser },
  { name: 'what', label: labels.changesColumnWhat },
  { name: 'when', label: labels.changesColumnWhen },
];

const panelOf = (employeeId: string | null): PageReference => ({
  type: 'standard__navItemPage',
  attributes: { apiName: 'Provisioning_Employees' },
  state: { c__view: 'All', c__employee: employeeId ?? '' },
});

export function rowOf(change: Apex.EmployeeChangeRow): TableRow {
  const name = change.name ?? change.employeeNumber ?? '';
  const isCarried = change.reason === null;
  return {
    id: change.employeeId ?? '',
    label: name,
    cells: {
      person: { text: name, second: change.employeeNumber, reference: panelOf(change.employeeId) },
      user: { text: change.username },
      what: isCarried
        ? { differences: change.differences, second: change.note }
        : { text: labels.changesNotCarried, second: change.reason, icon: 'utility:ban', tone: 'bad' },
      when: { moment: change.changedAt },
    },
  };
}
