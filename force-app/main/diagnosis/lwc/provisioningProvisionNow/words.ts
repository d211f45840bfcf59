import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Run = Apex.ProvisioningProcessView;

/** What a run over one person is doing, or did. */
export function wordsOf(run: Run, person: string): string {
  return format(textOf(run), run.name, person);
}

function textOf(run: Run): string {
  if (run.guard) return labels.provisionNowDecision;
  switch (run.status) {
    case 'Queued':
      return labels.provisionNowWaits;
    case 'Initializing':
    case 'Processing':
      return labels.provisionNowRunning;
    case 'Finished':
      return endOf(run);
    default:
      return labels.provisionNowStopped;
  }
}

function endOf({ created, linked, failed }: Run): string {
  if (created) return labels.provisionNowCreated;
  if (linked) return labels.provisionNowLinked;
  return failed ? labels.provisionNowFailed : labels.provisionNowNothing;
}
