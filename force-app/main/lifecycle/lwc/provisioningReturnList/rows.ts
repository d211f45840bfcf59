import type { PageReference } from 'lightning/navigation';
import type { Column, TableRow } from 'c/provisioningRecordTable';
import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

type Return = Apex.EmployeeReturnPage_Row;

/** The row button that asks "Why not this person?". */
export const WHY = 'why';

export const COLUMNS: readonly Column[] = [
  { name: 'person', label: labels.employeesColumnPerson },
  { name: 'status', label: labels.employeesColumnStatus },
  { name: 'user', label: labels.employeesColumnUser },
  { name: 'by', label: labels.returnsColumnBy },
  { name: 'back', label: labels.returnsColumnBack },
];

const pageOf = (apiName: string, state: Readonly<Record<string, string>>): PageReference => ({
  type: 'standard__navItemPage',
  attributes: { apiName },
  state,
});
/** The page that has the panel about one person: what comes back, and Keep locked out. */
export const panelOf = (employeeId: string | null): PageReference =>
  pageOf('Provisioning_Employees', { c__view: 'Returns', c__employee: employeeId ?? '' });

/** Whoever no run lets in cannot be selected. */
export function rowOf(back: Return): TableRow {
  const name = back.name ?? back.employeeNumber ?? '';
  return {
    id: back.employeeId ?? '',
    label: name,
    selectable: back.reason === null,
    cells: {
      person: { text: name, second: back.employeeNumber, reference: panelOf(back.employeeId) },
      status: { text: back.status },
      user: { text: back.username, second: back.state === 'Frozen' ? labels.returnsFrozen : labels.returnsInactive },
      by: back.processId
        ? { text: back.processName, reference: pageOf('View_Processes', { c__process: back.processId }), second: dayOf(back.lockedAt) }
        : { text: labels.returnsByPerson },
      back: back.reason === null ? { text: yesOf(back), icon: 'utility:success', tone: 'good' } : noOf(back.reason),
    },
    button: { name: WHY, label: format(labels.diagnosisAsk, name), icon: 'utility:question' },
  };
}

const noOf = (second: string): TableRow['cells'][string] => ({ text: labels.returnsNo, second, icon: 'utility:ban', tone: 'bad' });
const dayOf = (moment: string | null): string | null => (moment === null ? null : new Date(moment).toLocaleDateString());

function yesOf({ sets }: Return): string {
  if (!sets) return labels.returnsYesNone;
  return sets === 1 ? labels.returnsYesOne : format(labels.returnsYes, count(sets));
}
