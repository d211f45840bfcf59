import { format } from 'c/provisioningTexts';
import type { PageReference } from 'lightning/navigation';
import { labels } from './labels';

/** How many employees wait for a user, in words; nothing while that is not known. */
export function whoWaits({ eligible }: Apex.RunPreview): string {
  if (eligible === null) return '';
  if (eligible === 0) return labels.runSummaryNone;
  return eligible === 1 ? labels.runSummaryOne : format(labels.runSummary, eligible);
}

const LIVE: Readonly<Record<string, string | undefined>> = { Parked: labels.runWaitsDecision, Silent: labels.runSilent };

/** The run that stands in the way of a new one, and until when; nothing where none does. */
export function whatRuns({ liveProcess }: Apex.RunPreview): string {
  return liveProcess ? format(LIVE[liveProcess.state ?? ''] ?? labels.runAlreadyRunning, liveProcess.name) : '';
}

/** The page of a run. */
export const pageOf = (processId: string | null): PageReference => ({
  type: 'standard__navItemPage',
  attributes: { apiName: 'View_Processes' },
  state: { c__process: processId ?? undefined },
});
