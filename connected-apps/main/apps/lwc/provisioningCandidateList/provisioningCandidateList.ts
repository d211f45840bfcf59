import { LightningElement, api } from 'lwc';
import { isAgainst, reasonLabel } from 'c/provisioningAccountTexts';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** Who may be the user of an account, the likeliest first, with the reasons in words. Fires `choose` with the id of a user. */
export default class ProvisioningCandidateList extends LightningElement {
  @api candidates: readonly Apex.AppCandidate[] = [];
  @api heading = labels.appsCandidates;
  @api hint = labels.appsCandidatesHint;
  /** Id of the user who is chosen. */
  @api chosen: string | null = null;
  readonly labels = labels;

  get shown() {
    return this.candidates.map((candidate) => ({
      userId: candidate.userId ?? '',
      name: candidate.name,
      username: candidate.username,
      score: format(labels.appsCandidateScore, candidate.score ?? 0),
      isChosen: candidate.userId === this.chosen,
      reasons: (candidate.reasons ?? []).map((code) => ({
        code,
        label: reasonLabel(code),
        icon: isAgainst(code) ? 'utility:close' : 'utility:check',
      })),
    }));
  }
  get isEmpty(): boolean {
    return this.candidates.length === 0;
  }

  handleChoose(event: Event): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: (event.currentTarget as HTMLInputElement).value }));
  }
}
