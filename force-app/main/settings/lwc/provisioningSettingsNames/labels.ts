import settingsNamesAlias from '@salesforce/label/c.Settings_Names_Alias';
import settingsNamesCounted from '@salesforce/label/c.Settings_Names_Counted';
import settingsNamesEmployee from '@salesforce/label/c.Settings_Names_Employee';
import settingsNamesErrors from '@salesforce/label/c.Settings_Names_Errors';
import settingsNamesHelp from '@salesforce/label/c.Settings_Names_Help';
import settingsNamesNickname from '@salesforce/label/c.Settings_Names_Nickname';
import settingsNamesNicknamesTaken from '@salesforce/label/c.Settings_Names_Nicknames_Taken';
import settingsNamesNobody from '@salesforce/label/c.Settings_Names_Nobody';
import settingsNamesNone from '@salesforce/label/c.Settings_Names_None';
import settingsNamesPeople from '@salesforce/label/c.Settings_Names_People';
import settingsNamesProblem from '@salesforce/label/c.Settings_Names_Problem';
import settingsNamesSecond from '@salesforce/label/c.Settings_Names_Second';
import settingsNamesSecondTry from '@salesforce/label/c.Settings_Names_Second_Try';
import settingsNamesUsername from '@salesforce/label/c.Settings_Names_Username';
import settingsNamesUsernamesTaken from '@salesforce/label/c.Settings_Names_Usernames_Taken';

export const labels = {
  settingsNamesAlias,
  settingsNamesCounted,
  settingsNamesEmployee,
  settingsNamesErrors,
  settingsNamesHelp,
  settingsNamesNickname,
  settingsNamesNicknamesTaken,
  settingsNamesNobody,
  settingsNamesNone,
  settingsNamesPeople,
  settingsNamesProblem,
  settingsNamesSecond,
  settingsNamesSecondTry,
  settingsNamesUsername,
  settingsNamesUsernamesTaken,
};
