import type { PageReference } from 'lightning/navigation';
import ProvisioningRunConfirmation from 'c/provisioningRunConfirmation';
import { format } from 'c/provisioningTexts';
import { pageOf } from 'c/provisioningWhoWaits';
import getRunPreview from '@salesforce/apex/ProvisioningController.getRunPreview';
import startDryRun from '@salesforce/apex/ProvisioningController.startDryRun';
import startRun from '@salesforce/apex/ProvisioningController.startRun';
import { labels } from './labels';

/** Who is told on the way. */
export interface Listener {
  /** The numbers of now: a page that has stood open may have old ones. */
  readonly seen?: (preview: Apex.RunPreview) => void;
  /** The window was closed, whatever was chosen in it; everybody may have been checked there. */
  readonly closed?: () => void;
}
/** What became of it: a run has started, as `text` says, or the window leads to a page; both null where nothing was chosen. */
export interface Outcome {
  readonly text: string | null;
  readonly page: PageReference | null;
  /** The page of the run that has started. */
  readonly run?: PageReference;
}

/** Shows what a run would touch and starts what is chosen then, dry or live. Fails as the calls to the server do. */
export async function confirmRun({ seen, closed }: Listener = {}): Promise<Outcome> {
  const preview = await getRunPreview();
  seen?.(preview);
  const answer = await ProvisioningRunConfirmation.open({ size: 'small', label: labels.runUserProvisioning, preview });
  closed?.();
  if (typeof answer === 'object' && answer) return { text: null, page: answer as PageReference };
  if (answer !== 'run' && answer !== 'dryRun') return { text: null, page: null };
  const started = answer === 'run' ? await startRun() : await startDryRun();
  return { text: format(answer === 'run' ? labels.runStarted : labels.runDryStarted, started.name), page: null, run: pageOf(started.id) };
}
