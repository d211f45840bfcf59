import consoleCancel from '@salesforce/label/c.Console_Cancel';
import consoleSave from '@salesforce/label/c.Console_Save';
import settingsBarChanges from '@salesforce/label/c.Settings_Bar_Changes';
import settingsBarChangesErrors from '@salesforce/label/c.Settings_Bar_Changes_Errors';
import settingsBarChecking from '@salesforce/label/c.Settings_Bar_Checking';
import settingsBarCorrect from '@salesforce/label/c.Settings_Bar_Correct';
import settingsBarSaved from '@salesforce/label/c.Settings_Bar_Saved';
import settingsEffects from '@salesforce/label/c.Settings_Effects';
import settingsNavErrors from '@salesforce/label/c.Settings_Nav_Errors';

export const labels = {
  consoleCancel,
  consoleSave,
  settingsBarChanges,
  settingsBarChangesErrors,
  settingsBarChecking,
  settingsBarCorrect,
  settingsBarSaved,
  settingsEffects,
  settingsNavErrors,
};
