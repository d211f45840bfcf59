import LightningConfirm from 'lightning/confirm';
import type { PageReference } from 'lightning/navigation';
import type { Wish } from 'c/provisioningProcessList';
import { download } from 'c/provisioningProcessItems';
import { confirmRun } from 'c/provisioningRunStart';
import { format } from 'c/provisioningTexts';
import { pageOf } from 'c/provisioningWhoWaits';
import cancelRun from '@salesforce/apex/ProvisioningController.cancelRun';
import resumeRun from '@salesforce/apex/ProvisioningController.resumeRun';
import retryRun from '@salesforce/apex/ProvisioningController.retryRun';
import { labels } from './labels';

type Run = Apex.ProvisioningProcessView;

/** What became of a wish: words for whoever wished, and where it leads. */
export interface Done {
  readonly text?: string | null;
  readonly page?: PageReference | null | undefined;
}

const ACTIONS: Readonly<Record<Wish | 'decide' | 'stop', (run: Run, tell: (text: string) => void) => Promise<Done>>> = {
  open: ({ id }) => Promise.resolve({ page: pageOf(id) }),
  decide: ({ id }) => Promise.resolve({ page: pageOf(id) }),
  stop: async ({ id }) => {
    const sure = await LightningConfirm.open({ message: labels.processCancelQuestion, label: labels.processCancel, theme: 'warning' });
    if (sure) await cancelRun({ processId: id });
    return {};
  },
  resume: async ({ id }) => {
    await resumeRun({ processId: id });
    return { page: pageOf(id) };
  },
  retry: async ({ id }) => {
    const child = await retryRun({ processId: id, cause: null, employeeIds: [] });
    return { text: format(labels.processRetryStarted, child.name), page: pageOf(child.id) };
  },
  runForReal: () => startRun(),
  export: async (run, tell) => {
    const everybody = { processId: run.id, outcome: null, cause: null, search: null };
    await download(everybody, run, (rows) => tell(format(labels.itemsExported, rows)));
    return {};
  },
};

/** A run over everybody, through the window that every run goes through. */
export async function startRun(): Promise<Done> {
  const { text, page, run } = await confirmRun();
  return { text, page: page ?? run };
}

/** Does what somebody chose for a run, telling how far it is where that takes its time. Fails as the calls to the server do. */
export function actOn(run: Run, wish: string, tell: (text: string) => void): Promise<Done> {
  const action = (ACTIONS as Readonly<Record<string, (typeof ACTIONS)[Wish] | undefined>>)[wish];
  return action ? action(run, tell) : Promise.resolve({});
}
