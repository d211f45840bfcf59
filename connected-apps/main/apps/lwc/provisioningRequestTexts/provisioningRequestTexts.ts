import type { Tone } from 'c/provisioningStatusBadge';
import { labels } from './labels';

/** A state of a request as icon and word. */
export interface RequestLook {
  readonly label: string;
  readonly icon: string;
  readonly tone: Tone;
}

const STATES: Readonly<Record<string, RequestLook>> = {
  New: { label: labels.appsRequestStateNew, icon: 'utility:clock', tone: 'info' },
  Requested: { label: labels.appsRequestStateRequested, icon: 'utility:sync', tone: 'info' },
  Completed: { label: labels.appsRequestStateCompleted, icon: 'utility:success', tone: 'good' },
  Failed: { label: labels.appsRequestStateFailed, icon: 'utility:error', tone: 'bad' },
  Retried: { label: labels.appsRequestStateRetried, icon: 'utility:redo', tone: 'neutral' },
  'Manually Completed': { label: labels.appsRequestStateManual, icon: 'utility:check', tone: 'neutral' },
};
const OPERATIONS: Readonly<Record<string, string>> = {
  Create: labels.appsRequestOpCreate,
  Update: labels.appsRequestOpUpdate,
  Deactivate: labels.appsRequestOpDeactivate,
  Activate: labels.appsRequestOpActivate,
  Freeze: labels.appsRequestOpFreeze,
  Unfreeze: labels.appsRequestOpUnfreeze,
};
const APPROVALS: Readonly<Record<string, string>> = {
  NotRequired: labels.appsRequestApprovalNone,
  Required: labels.appsRequestApprovalRequired,
  Approved: labels.appsRequestApprovalApproved,
  Denied: labels.appsRequestApprovalDenied,
};

/** Operations as people choose them, in the order of a life. */
export const OPERATION_NAMES: readonly string[] = Object.keys(OPERATIONS);

export const requestLook = (state: string | null): RequestLook =>
  STATES[state ?? ''] ?? { label: state ?? '', icon: 'utility:dash', tone: 'neutral' };
export const operationLabel = (operation: string | null): string => OPERATIONS[operation ?? ''] ?? operation ?? '';
export const approvalLabel = (approval: string | null): string => APPROVALS[approval ?? ''] ?? approval ?? '';
