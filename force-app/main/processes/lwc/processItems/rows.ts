import type { PageReference } from 'lightning/navigation';

/** One person of a run as the table shows it. */
export interface Row {
  readonly id: string | null;
  readonly number: string;
  readonly name: string | null;
  readonly outcome: string | null;
  readonly causeLabel: string | null;
  readonly message: string | null;
  readonly howToFix: string | null;
  /** The employee's record; null when it is gone. */
  readonly reference: PageReference | null;
}

export function rowOf(item: Apex.ItemView): Row {
  return {
    id: item.id,
    number: item.employeeNumber ?? item.name ?? item.employeeId ?? '',
    name: item.name,
    outcome: item.outcome,
    causeLabel: item.causeLabel ?? item.cause,
    message: item.message,
    howToFix: item.howToFix,
    reference: item.employeeId ? { type: 'standard__recordPage', attributes: { recordId: item.employeeId, actionName: 'view' } } : null,
  };
}
