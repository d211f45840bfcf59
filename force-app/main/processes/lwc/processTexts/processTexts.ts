import ABORTED from '@salesforce/label/c.Process_Status_Aborted';
import CANCELLED from '@salesforce/label/c.Process_Status_Cancelled';
import FAILED from '@salesforce/label/c.Process_Status_Failed';
import FINISHED from '@salesforce/label/c.Process_Status_Finished';
import INITIALIZING from '@salesforce/label/c.Process_Status_Initializing';
import PROCESSING from '@salesforce/label/c.Process_Status_Processing';
import QUEUED from '@salesforce/label/c.Process_Status_Queued';

const STATUS: Readonly<Record<string, { label: string; theme: string; live: boolean }>> = {
  Queued: { label: QUEUED, theme: '', live: true },
  Initializing: { label: INITIALIZING, theme: '', live: true },
  Processing: { label: PROCESSING, theme: 'slds-badge_lightest', live: true },
  Finished: { label: FINISHED, theme: 'slds-theme_success', live: false },
  Failed: { label: FAILED, theme: 'slds-theme_error', live: false },
  Cancelled: { label: CANCELLED, theme: 'slds-theme_warning', live: false },
  Aborted: { label: ABORTED, theme: 'slds-theme_error', live: false },
};

export const statusLabel = (status: string | null): string => STATUS[status ?? '']?.label ?? status ?? '';
export const statusTheme = (status: string | null): string => STATUS[status ?? '']?.theme ?? '';

/** True while the status can still change by itself. */
export const isLive = (process: { readonly status: string | null }): boolean => STATUS[process.status ?? '']?.live ?? false;
