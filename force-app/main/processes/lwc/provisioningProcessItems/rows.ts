import type { PageReference } from 'lightning/navigation';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { OUTCOMES } from './outcomes';

/** One person of a run as the table shows it. */
export interface Row {
  readonly id: string | null;
  readonly employeeId: string | null;
  /** Asks for the diagnosis: names the person, because every row has the same button. */
  readonly question: string;
  readonly number: string;
  readonly name: string | null;
  /** In the user's language. */
  readonly outcome: string | null;
  readonly causeLabel: string | null;
  readonly message: string | null;
  readonly howToFix: string | null;
  /** Who settled the failure since, or the username that a dry run foresees. */
  readonly note: string | null;
  /** The employee who may be tried again; null for everybody else. */
  readonly retryId: string | null;
  /** The employee whom the run changed or froze; null for everybody else. */
  readonly lockedOutId: string | null;
  readonly selectLabel: string;
  /** The employee's record; null when it is gone. */
  readonly reference: PageReference | null;
}

export function rowOf(item: Apex.ProvisioningItemView): Row {
  const number = item.employeeNumber ?? item.name ?? item.employeeId ?? '';
  return {
    id: item.id,
    employeeId: item.employeeId,
    question: format(labels.diagnosisAsk, item.name ?? item.employeeNumber ?? ''),
    number,
    name: item.name,
    outcome: OUTCOMES.find((one) => one.value === item.outcome)?.label ?? item.outcome,
    causeLabel: item.causeLabel ?? item.cause,
    message: item.message,
    howToFix: item.resolvedBy ? null : item.howToFix,
    note: noteOf(item),
    retryId: item.outcome === 'Failed' && !item.resolvedBy ? item.employeeId : null,
    lockedOutId: item.outcome === 'Updated' || item.code === 'FROZEN_INSTEAD' ? item.employeeId : null,
    selectLabel: format(labels.itemsSelect, number),
    reference: item.employeeId ? { type: 'standard__recordPage', attributes: { recordId: item.employeeId, actionName: 'view' } } : null,
  };
}

function noteOf(item: Apex.ProvisioningItemView): string | null {
  if (item.resolvedBy) return format(item.failedAgain ? labels.itemsTriedFailed : labels.itemsSettled, item.resolvedBy);
  return item.plannedUsername ? format(labels.itemsPlanned, item.plannedUsername) : null;
}
