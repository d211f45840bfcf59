import type { PageReference } from 'lightning/navigation';
import { format } from 'c/texts';
import ASK from '@salesforce/label/c.Diagnosis_Ask';

/** One person of a run as the table shows it. */
export interface Row {
  readonly id: string | null;
  readonly employeeId: string | null;
  /** Asks for the diagnosis: names the person, because every row has the same button. */
  readonly question: string;
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
    employeeId: item.employeeId,
    question: format(ASK, item.name ?? item.employeeNumber ?? ''),
    number: item.employeeNumber ?? item.name ?? item.employeeId ?? '',
    name: item.name,
    outcome: item.outcome,
    causeLabel: item.causeLabel ?? item.cause,
    message: item.message,
    howToFix: item.howToFix,
    reference: item.employeeId ? { type: 'standard__recordPage', attributes: { recordId: item.employeeId, actionName: 'view' } } : null,
  };
}
