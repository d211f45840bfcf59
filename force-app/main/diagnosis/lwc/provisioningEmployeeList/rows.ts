import type { Column, TableRow } from 'c/provisioningRecordTable';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { OUTCOMES, WAITING } from './views';

/** The row button that says where the person stands. */
export const WHY = 'why';

const FAILED = { icon: 'utility:ban', tone: 'bad' } as const;

/** Whoever waits has no user yet, but a username that a run would try. */
export function columnsOf(view: string, hasDepartment: boolean): readonly Column[] {
  return [
    { name: 'person', label: labels.employeesColumnPerson },
    ...(hasDepartment ? [{ name: 'place', label: labels.employeesColumnDepartment }] : []),
    { name: 'status', label: labels.employeesColumnStatus },
    { name: 'user', label: view === WAITING ? labels.employeesColumnPlanned : labels.employeesColumnUser },
    { name: 'last', label: labels.employeesColumnLast },
  ];
}

/** An employee as a row; "why not" is asked only of whoever has no user. */
export function rowOf(employee: Apex.EmployeeListRow, view: string): TableRow {
  const name = employee.name ?? employee.employeeNumber ?? '';
  return {
    id: employee.employeeId ?? '',
    label: name,
    cells: {
      person: { text: name, second: employee.employeeNumber, action: WHY },
      place: { text: employee.department, second: employee.title },
      status: {
        text: employee.isDeleted ? labels.employeesDeleted : employee.status,
        second: employee.startsOn ? format(labels.employeesStarts, employee.startsOn) : null,
      },
      user: {
        text: view === WAITING ? (employee.plannedUsername ?? employee.plannedProblem) : employee.username,
        second: employee.rule ? format(labels.employeesRule, employee.rule) : null,
      },
      last: {
        text: endOf(employee),
        second: employee.lastProcessName,
        ...(employee.lastOutcome === 'Failed' ? FAILED : {}),
      },
    },
    button: employee.userId
      ? { name: WHY, label: format(labels.employeesAbout, name), icon: 'utility:preview' }
      : { name: WHY, label: format(labels.diagnosisAsk, name), icon: 'utility:question' },
  };
}

function endOf({ lastOutcome, lastCauseLabel }: Apex.EmployeeListRow): string {
  if (!lastOutcome) return labels.employeesNever;
  return lastCauseLabel ?? OUTCOMES.find(({ value }) => value === lastOutcome)?.label ?? lastOutcome;
}
