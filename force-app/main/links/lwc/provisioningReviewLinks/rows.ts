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

/** Pairs as rows; who has several is told apart by the user, too. */
export function rowsOf(links: readonly Apex.EmployeeLinkView[], mayDecide: boolean): readonly TableRow[] {
  const pairs = new Map<string | null, number>();
  for (const { employeeId } of links) pairs.set(employeeId, (pairs.get(employeeId) ?? 0) + 1);
  return links.map((link) => rowOf(link, mayDecide, (pairs.get(link.employeeId) ?? 0) > 1));
}

/** What was linked can be neither selected nor decided about. */
function rowOf(link: Apex.EmployeeLinkView, mayDecide: boolean, isOneOfSeveral: boolean): TableRow {
  const name = nameOf(link);
  // before the at sign: as short as it may be where it is read aloud
  const user = isOneOfSeveral ? link.username?.split('@')[0] : null;
  const label = [...new Set([name, link.employeeNumber, user])].filter(Boolean).join(', ');
  const isDecidable = mayDecide && link.state !== LINKED;
  return {
    id: link.id ?? '',
    label,
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
    button: { name: COMPARE, label: format(labels.linksPairOpen, label), icon: 'utility:preview' },
    actions: isDecidable ? actionsOf(link) : [],
  };
}

/** The decisions that would change something. */
function actionsOf(link: Apex.EmployeeLinkView): readonly RowAction[] {
  return Object.entries(DECISIONS)
    .filter(([decision]) => decision !== link.state && (decision !== 'Link' || link.active))
    .map(([name, label]) => ({ name, label }));
}
