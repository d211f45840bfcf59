import appsCandidates from '@salesforce/label/c.Apps_Candidates';
import appsCandidateScore from '@salesforce/label/c.Apps_Candidate_Score';
import appsCandidatesHint from '@salesforce/label/c.Apps_Candidates_Hint';
import appsCandidatesNone from '@salesforce/label/c.Apps_Candidates_None';

export const labels = {
  appsCandidates,
  appsCandidateScore,
  appsCandidatesHint,
  appsCandidatesNone,
};
