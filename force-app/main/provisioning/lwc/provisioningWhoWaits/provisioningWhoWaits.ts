import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** How many employees wait for a user, in words; nothing while that is not known. */
export function whoWaits({ eligible }: Apex.RunPreview): string {
  if (eligible === null) return '';
  if (eligible === 0) return labels.runSummaryNone;
  return eligible === 1 ? labels.runSummaryOne : format(labels.runSummary, eligible);
}
