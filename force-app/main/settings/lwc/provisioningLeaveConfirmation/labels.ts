import consoleSave from '@salesforce/label/c.Console_Save';
import settingsLeaveDiscard from '@salesforce/label/c.Settings_Leave_Discard';
import settingsLeaveExplanation from '@salesforce/label/c.Settings_Leave_Explanation';
import settingsLeaveStay from '@salesforce/label/c.Settings_Leave_Stay';
import settingsLeaveTitle from '@salesforce/label/c.Settings_Leave_Title';

export const labels = { consoleSave, settingsLeaveDiscard, settingsLeaveExplanation, settingsLeaveStay, settingsLeaveTitle };
