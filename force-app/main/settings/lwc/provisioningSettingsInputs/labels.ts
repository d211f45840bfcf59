import provisioningFindingRange from '@salesforce/label/c.Provisioning_Finding_Range';
import settingsHelpAliasPattern from '@salesforce/label/c.Settings_Help_Alias_Pattern';
import settingsHelpAssignmentChanges from '@salesforce/label/c.Settings_Help_Assignment_Changes';
import settingsHelpBringBacks from '@salesforce/label/c.Settings_Help_Bring_Backs';
import settingsHelpDaysBefore from '@salesforce/label/c.Settings_Help_Days_Before';
import settingsHelpEndField from '@salesforce/label/c.Settings_Help_End_Field';
import settingsHelpFailureFloor from '@salesforce/label/c.Settings_Help_Failure_Floor';
import settingsHelpFailureRate from '@salesforce/label/c.Settings_Help_Failure_Rate';
import settingsHelpFreezeForeign from '@salesforce/label/c.Settings_Help_Freeze_Foreign';
import settingsHelpFreezeRefused from '@salesforce/label/c.Settings_Help_Freeze_Refused';
import settingsHelpGraceDays from '@salesforce/label/c.Settings_Help_Grace_Days';
import settingsHelpLanguage from '@salesforce/label/c.Settings_Help_Language';
import settingsHelpLocale from '@salesforce/label/c.Settings_Help_Locale';
import settingsHelpLockoutFloor from '@salesforce/label/c.Settings_Help_Lockout_Floor';
import settingsHelpLockoutPercent from '@salesforce/label/c.Settings_Help_Lockout_Percent';
import settingsHelpLockoutReason from '@salesforce/label/c.Settings_Help_Lockout_Reason';
import settingsHelpManagerLinked from '@salesforce/label/c.Settings_Help_Manager_Linked';
import settingsHelpMaximumChanges from '@salesforce/label/c.Settings_Help_Maximum_Changes';
import settingsHelpMaximumCreates from '@salesforce/label/c.Settings_Help_Maximum_Creates';
import settingsHelpMaximumLockouts from '@salesforce/label/c.Settings_Help_Maximum_Lockouts';
import settingsHelpMinimumPopulation from '@salesforce/label/c.Settings_Help_Minimum_Population';
import settingsHelpMovers from '@salesforce/label/c.Settings_Help_Movers';
import settingsHelpNicknamePattern from '@salesforce/label/c.Settings_Help_Nickname_Pattern';
import settingsHelpRetention from '@salesforce/label/c.Settings_Help_Retention';
import settingsHelpRetentionDry from '@salesforce/label/c.Settings_Help_Retention_Dry';
import settingsHelpRole from '@salesforce/label/c.Settings_Help_Role';
import settingsHelpRoleLinked from '@salesforce/label/c.Settings_Help_Role_Linked';
import settingsHelpSeatReserve from '@salesforce/label/c.Settings_Help_Seat_Reserve';
import settingsHelpStartField from '@salesforce/label/c.Settings_Help_Start_Field';
import settingsHelpTimeZone from '@salesforce/label/c.Settings_Help_Time_Zone';
import settingsHelpUsernameFollows from '@salesforce/label/c.Settings_Help_Username_Follows';
import settingsHelpUsernamePattern from '@salesforce/label/c.Settings_Help_Username_Pattern';
import settingsOff from '@salesforce/label/c.Settings_Off';
import settingsOffOf from '@salesforce/label/c.Settings_Off_Of';
import settingsWas from '@salesforce/label/c.Settings_Was';

export const labels = {
  provisioningFindingRange,
  settingsHelpAliasPattern,
  settingsHelpAssignmentChanges,
  settingsHelpBringBacks,
  settingsHelpDaysBefore,
  settingsHelpEndField,
  settingsHelpFailureFloor,
  settingsHelpFailureRate,
  settingsHelpFreezeForeign,
  settingsHelpFreezeRefused,
  settingsHelpGraceDays,
  settingsHelpLanguage,
  settingsHelpLocale,
  settingsHelpLockoutFloor,
  settingsHelpLockoutPercent,
  settingsHelpLockoutReason,
  settingsHelpManagerLinked,
  settingsHelpMaximumChanges,
  settingsHelpMaximumCreates,
  settingsHelpMaximumLockouts,
  settingsHelpMinimumPopulation,
  settingsHelpMovers,
  settingsHelpNicknamePattern,
  settingsHelpRetention,
  settingsHelpRetentionDry,
  settingsHelpRole,
  settingsHelpRoleLinked,
  settingsHelpSeatReserve,
  settingsHelpStartField,
  settingsHelpTimeZone,
  settingsHelpUsernameFollows,
  settingsHelpUsernamePattern,
  settingsOff,
  settingsOffOf,
  settingsWas,
};
