import { labels } from './labels';

/** What a field is for, where its name alone does not say it; by the name of the setting. */
const HELP: Readonly<Record<string, string>> = {
  seatReserve: labels.settingsHelpSeatReserve,
  maximumCreates: labels.settingsHelpMaximumCreates,
  maximumChanges: labels.settingsHelpMaximumChanges,
  maximumLockouts: labels.settingsHelpMaximumLockouts,
  maximumLockoutPercent: labels.settingsHelpLockoutPercent,
  maximumLockoutFloor: labels.settingsHelpLockoutFloor,
  lockoutReason: labels.settingsHelpLockoutReason,
  failureRatePercent: labels.settingsHelpFailureRate,
  failureRateFloor: labels.settingsHelpFailureFloor,
  minimumPopulation: labels.settingsHelpMinimumPopulation,
  maximumBringBacks: labels.settingsHelpBringBacks,
  maximumAssignmentChanges: labels.settingsHelpAssignmentChanges,
  moversFollowRules: labels.settingsHelpMovers,
  timeZone: labels.settingsHelpTimeZone,
  locale: labels.settingsHelpLocale,
  language: labels.settingsHelpLanguage,
  role: labels.settingsHelpRole,
  roleOfLinkedUsers: labels.settingsHelpRoleLinked,
  managerOfLinkedUsers: labels.settingsHelpManagerLinked,
  usernamePattern: labels.settingsHelpUsernamePattern,
  aliasPattern: labels.settingsHelpAliasPattern,
  nicknamePattern: labels.settingsHelpNicknamePattern,
  usernameFollows: labels.settingsHelpUsernameFollows,
  freezeWhenRefused: labels.settingsHelpFreezeRefused,
  freezeForeignUsers: labels.settingsHelpFreezeForeign,
  deletedGraceDays: labels.settingsHelpGraceDays,
  startField: labels.settingsHelpStartField,
  provisionDaysBefore: labels.settingsHelpDaysBefore,
  endField: labels.settingsHelpEndField,
  retentionDays: labels.settingsHelpRetention,
  dryRunRetentionDays: labels.settingsHelpRetentionDry,
};

/** Nothing for a field that needs no help. */
export function helpOf(name: string): string | undefined {
  return HELP[name];
}
