import type { Column, RowAction, TableRow } from 'c/provisioningRecordTable';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { DECISIONS, LINKED } from './views';

/** The row button that opens the pair. */
export const COMPARE = 'compare';

const REASONS: Readonly<Record<string, string>> = {
  SAME_EMAIL: labels.linksReasonEmail,
  SAME_NAME: labels.linksReasonName,
  SAME_NUMBER_WITHOUT_ZEROS: labels.linksReasonNumber,
};

export const reasonsOf = (link: Apex.EmployeeLinkView): readonly string[] =>
  (link.reasons ?? []).map((reason) => REASONS[reason] ?? reason);
export const nameOf = (link: Apex.EmployeeLinkView): string => link.name ?? link.employeeNumber ?? '';

const EMPLOYEE = { name: 'employee', label: labels.linksColumnEmployee };
const USER = { name: 'user', label: labels.linksColumnUser };
const SCORE = { name: 'score', label: labels.linksColumnScore };
const WHY = { name: 'reasons', label: labels.linksColumnReasons };
const DECIDED = { name: 'decided', label: labels.linksColumnDecided };

/** Who decided is shown where somebody did. */
export const columnsOf = (state: string): readonly Column[] => [EMPLOYEE, USER, SCORE, WHY, ...(state === 'Open' ? [] : [DECIDED])];

/** A pair as a row; what was linked can be neither selected nor decided about. */
export function rowOf(link: Apex.EmployeeLinkView, mayDecide: boolean): TableRow {
  const name = nameOf(link);
  const isDecidable = mayDecide && link.state !== LINKED;
  return {
    id: link.id ?? '',
    label: `${name}, ${link.username ?? ''}`,
    selectable: isDecidable,
    cells: {
      employee: { text: name, second: link.employeeNumber, action: COMPARE },
      user: { text: link.username, second: link.active ? labels.linksActive : labels.linksInactive },
      score: {
        text: String(link.score ?? ''),
        second: link.exact ? labels.linksExact : null,
        badge: true,
        tone: link.exact ? 'good' : 'warning',
      },
      reasons: { text: reasonsOf(link).join(', ') },
      decided: { text: link.decidedBy },
    },
    button: { name: COMPARE, label: format(labels.linksPairOpen, name, link.username ?? ''), icon: 'utility:preview' },
    actions: isDecidable ? actionsOf(link) : [],
  };
}

/** The decisions that would change something. */
function actionsOf(link: Apex.EmployeeLinkView): readonly RowAction[] {
  return Object.entries(DECISIONS)
    .filter(([decision]) => decision !== link.state && (decision !== 'Link' || link.active))
    .map(([name, label]) => ({ name, label }));
}
