import type { PageReference } from 'lightning/navigation';
import type { Column, TableRow } from 'c/provisioningRecordTable';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { signOf, wordOf } from './outcomes';

/** The row button that asks "Why not this person?". */
export const WHY = 'why';

export const COLUMNS: readonly Column[] = [
  { name: 'person', label: labels.itemsEmployee },
  { name: 'outcome', label: labels.itemsOutcome },
  { name: 'user', label: labels.itemsUser },
  { name: 'cause', label: labels.itemsCause },
  { name: 'message', label: labels.itemsMessage },
];

/** Somebody of a run: who can be selected is known by the employee, so that a selection outlives pages. */
export interface Person {
  readonly row: TableRow;
  /** May be tried again. */
  readonly canRetry: boolean;
  /** Was changed or frozen by the run, so that it can be taken back. */
  readonly isLockedOut: boolean;
}

type Kind = Pick<Apex.ProvisioningProcessView, 'mode' | 'scope'>;

export function personOf(item: Apex.ProvisioningItemView, { mode, scope }: Kind): Person {
  const name = item.name ?? item.employeeNumber ?? item.employeeId ?? '';
  const canRetry = mode === 'Live' && item.outcome === 'Failed' && !item.resolvedBy && Boolean(item.employeeId);
  const isLockedOut = Boolean(item.employeeId) && (item.outcome === 'Updated' || item.code === 'FROZEN_INSTEAD');
  return {
    canRetry,
    isLockedOut,
    row: {
      id: item.employeeId ?? item.id ?? '',
      label: name,
      cells: {
        person: { text: name, second: item.name ? item.employeeNumber : null, reference: recordPage(item.employeeId) },
        outcome: { text: wordOf(item.outcome, mode, scope), second: attemptOf(item), ...signOf(item.outcome) },
        user: userOf(item),
        cause: sinceOf(item) ?? { text: item.causeLabel ?? item.cause },
        message: { text: item.message, second: item.resolvedBy && !item.failedAgain ? null : item.howToFix },
      },
      // Who has a user is nobody to ask "why not?" about.
      button:
        item.employeeId && item.outcome !== 'Created' && item.outcome !== 'Linked'
          ? { name: WHY, label: format(labels.diagnosisAsk, name), icon: 'utility:question' }
          : null,
    },
  };
}

function attemptOf({ attempt }: Apex.ProvisioningItemView): string | null {
  return attempt && attempt > 1 ? format(labels.itemsAttempt, attempt) : null;
}

function userOf({ username, userId, plannedUsername }: Apex.ProvisioningItemView) {
  return { text: username ?? plannedUsername, reference: username ? recordPage(userId) : null };
}

/** What a later run made of the failure, with the way to that run; the cause stands below. */
function sinceOf({ resolvedBy, resolvedById, failedAgain, causeLabel, cause }: Apex.ProvisioningItemView) {
  if (!resolvedBy) return null;
  return {
    text: format(failedAgain ? labels.itemsTriedFailed : labels.itemsSettled, resolvedBy),
    second: causeLabel ?? cause,
    reference: {
      type: 'standard__navItemPage',
      attributes: { apiName: 'View_Processes' },
      state: { c__process: resolvedById ?? undefined },
    },
  };
}

function recordPage(recordId: string | null): PageReference | null {
  return recordId ? { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } } : null;
}
