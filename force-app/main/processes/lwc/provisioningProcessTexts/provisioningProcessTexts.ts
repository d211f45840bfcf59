import API from '@salesforce/label/c.Process_Trigger_API';
import AUTOMATIC from '@salesforce/label/c.Process_Trigger_Automatic';
import CHANGES from '@salesforce/label/c.Process_Scope_Changes';
import DEACTIVATION from '@salesforce/label/c.Process_Scope_Deactivation';
import DRY_RUN from '@salesforce/label/c.Run_Dry_Run';
import EVERYBODY from '@salesforce/label/c.Process_Scope_All';
import FAILED_ONES from '@salesforce/label/c.Process_Scope_Retry';
import LEAVERS from '@salesforce/label/c.Process_Scope_Leavers';
import LIVE from '@salesforce/label/c.Process_Mode_Live';
import MANUAL from '@salesforce/label/c.Process_Trigger_Manual';
import RETRY from '@salesforce/label/c.Process_Trigger_Retry';
import SCHEDULED from '@salesforce/label/c.Process_Trigger_Scheduled';
import SELECTION from '@salesforce/label/c.Process_Scope_Selection';
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

const MODES: Readonly<Record<string, string>> = { Live: LIVE, DryRun: DRY_RUN };
const SCOPES: Readonly<Record<string, string>> = {
  All: EVERYBODY,
  Selection: SELECTION,
  Retry: FAILED_ONES,
  Leavers: LEAVERS,
  Changes: CHANGES,
  Deactivation: DEACTIVATION,
};
const TRIGGERS: Readonly<Record<string, string>> = {
  API,
  Automatic: AUTOMATIC,
  Manual: MANUAL,
  Retry: RETRY,
  Scheduled: SCHEDULED,
};

export const modeLabel = (mode: string | null): string => MODES[mode ?? ''] ?? mode ?? '';
export const scopeLabel = (scope: string | null): string => SCOPES[scope ?? ''] ?? scope ?? '';
export const triggerLabel = (trigger: string | null): string => TRIGGERS[trigger ?? ''] ?? trigger ?? '';
