import type { Column, TableRow } from 'c/provisioningRecordTable';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { OUTCOMES } from './views';

/** The row button that asks "Why not this person?". */
export const WHY = 'why';

export const COLUMNS: readonly Column[] = [
  { name: 'person', label: labels.employeesColumnPerson },
  { name: 'status', label: labels.employeesColumnStatus },
  { name: 'user', label: labels.employeesColumnUser },
  { name: 'last', label: labels.employeesColumnLast },
];

const FAILED = { icon: 'utility:ban', tone: 'bad' } as const;

/** An employee as a row; only who waits or returns can be selected for a run. */
export function rowOf(employee: Apex.EmployeeListRow): TableRow {
  const name = employee.name ?? employee.employeeNumber ?? '';
  return {
    id: employee.employeeId ?? '',
    label: name,
    cells: {
      person: { text: name, second: employee.employeeNumber, action: WHY },
      status: {
        text: employee.isDeleted ? labels.employeesDeleted : employee.status,
        second: employee.startsOn ? format(labels.employeesStarts, employee.startsOn) : null,
      },
      user: { text: employee.username, second: employee.rule },
      last: {
        text: endOf(employee),
        second: employee.lastProcessName,
        ...(employee.lastOutcome === 'Failed' ? FAILED : {}),
      },
    },
    button: { name: WHY, label: format(labels.diagnosisAsk, name), icon: 'utility:question' },
  };
}

function endOf({ lastOutcome, lastCauseLabel }: Apex.EmployeeListRow): string {
  if (!lastOutcome) return labels.employeesNever;
  return lastCauseLabel ?? OUTCOMES.find(({ value }) => value === lastOutcome)?.label ?? lastOutcome;
}
