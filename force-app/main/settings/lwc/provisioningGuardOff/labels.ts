import consoleCancel from '@salesforce/label/c.Console_Cancel';
import settingsOffAssignments from '@salesforce/label/c.Settings_Off_Assignments';
import settingsOffBringBacks from '@salesforce/label/c.Settings_Off_Bring_Backs';
import settingsOffChanges from '@salesforce/label/c.Settings_Off_Changes';
import settingsOffConfirm from '@salesforce/label/c.Settings_Off_Confirm';
import settingsOffCreates from '@salesforce/label/c.Settings_Off_Creates';
import settingsOffFailures from '@salesforce/label/c.Settings_Off_Failures';
import settingsOffLockouts from '@salesforce/label/c.Settings_Off_Lockouts';
import settingsOffOf from '@salesforce/label/c.Settings_Off_Of';
import settingsOffPopulation from '@salesforce/label/c.Settings_Off_Population';
import settingsOffReason from '@salesforce/label/c.Settings_Off_Reason';
import settingsOffReasonNeeded from '@salesforce/label/c.Settings_Off_Reason_Needed';
import settingsOffSave from '@salesforce/label/c.Settings_Off_Save';
import settingsOffSeats from '@salesforce/label/c.Settings_Off_Seats';
import settingsOffShare from '@salesforce/label/c.Settings_Off_Share';
import settingsOffUnsaved from '@salesforce/label/c.Settings_Off_Unsaved';

export const labels = {
  consoleCancel,
  settingsOffAssignments,
  settingsOffBringBacks,
  settingsOffChanges,
  settingsOffConfirm,
  settingsOffCreates,
  settingsOffFailures,
  settingsOffLockouts,
  settingsOffOf,
  settingsOffPopulation,
  settingsOffReason,
  settingsOffReasonNeeded,
  settingsOffSave,
  settingsOffSeats,
  settingsOffShare,
  settingsOffUnsaved,
};
