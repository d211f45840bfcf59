import type { RowAction } from 'c/provisioningRecordTable';
import { labels } from './labels';

const SETTINGS: RowAction = { name: 'settings', label: labels.appsTabSettings };
const WIZARD: RowAction = { name: 'settings', label: labels.appsWizardLaunch };
const REQUESTS: RowAction = { name: 'requests', label: labels.appsMenuRequests };
const POLICIES: RowAction = { name: 'policies', label: labels.appsPolicies };
const PAUSE: RowAction = { name: 'pause', label: labels.appsPause };
const RESUME: RowAction = { name: 'resume', label: labels.appsResume };

/** What stands in the menu of an app, by its state and what the reader may. */
export function actionsOf(state: string, canManage: boolean): readonly RowAction[] {
  if (state === 'NotPossible') return [];
  const isOff = state === 'Off';
  const isHeld = state === 'Paused' || state === 'Stopped';
  return [
    ...(isOff ? [] : [canManage ? WIZARD : SETTINGS, REQUESTS]),
    ...(canManage ? [POLICIES] : []),
    ...(canManage && (state === 'On' || state === 'Stopped') ? [PAUSE] : []),
    ...(canManage && isHeld ? [RESUME] : []),
  ];
}
