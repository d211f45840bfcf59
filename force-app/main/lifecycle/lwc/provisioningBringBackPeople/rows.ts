import type { Column, TableRow } from 'c/provisioningRecordTable';
import { labels } from './labels';

export const COLUMNS: readonly Column[] = [
  { name: 'person', label: labels.employeesColumnPerson },
  { name: 'user', label: labels.employeesColumnUser },
  { name: 'what', label: labels.bringBackColumnWhat },
  { name: 'result', label: labels.bringBackColumnResult },
];

export function rowOf(person: Apex.EmployeeBringBackPage_Row): TableRow {
  const name = person.name ?? person.employeeNumber ?? '';
  return {
    id: person.employeeId ?? '',
    label: name,
    cells: {
      person: { text: name, second: person.employeeNumber },
      user: { text: person.username },
      what: person.differences?.length ? { differences: person.differences } : {},
      result:
        person.reason === null
          ? { text: labels.bringBackResultBack, second: person.note, icon: 'utility:success', tone: 'good' }
          : { text: labels.bringBackResultKept, second: person.reason, icon: 'utility:lock', tone: 'neutral' },
    },
  };
}
