import type { PageReference } from 'lightning/navigation';

/** A user that a matching rule finds, as the table shows it. */
export interface MatchedUser {
  readonly id: string;
  readonly label: string;
  readonly reference: PageReference;
}

/** One matching rule with what it finds. */
export interface RuleRow {
  readonly rule: string;
  readonly label: string | null;
  readonly verdict: string | null;
  /** The rule that decides stands out. */
  readonly look: string;
  readonly users: readonly MatchedUser[];
}

/** `words` makes one text of a username and the state of the user. */
export function ruleRow(match: Apex.EmployeeDiagnosisMatch, words: (username: string, state: string) => string): RuleRow {
  return {
    rule: match.rule ?? '',
    label: match.label,
    verdict: match.verdict,
    look: match.decides ? 'slds-text-title_bold' : '',
    users: (match.users ?? []).map((user) => ({
      id: user.id ?? '',
      label: words(user.username ?? '', user.state ?? ''),
      reference: { type: 'standard__recordPage', attributes: { recordId: user.id, objectApiName: 'User', actionName: 'view' } },
    })),
  };
}

/** What to do about a failure that a run would meet; empty when it would not fail. */
export function remedyOf(diagnosis: Apex.EmployeeDiagnosis): string {
  return diagnosis.forecast?.howToFix ?? '';
}
