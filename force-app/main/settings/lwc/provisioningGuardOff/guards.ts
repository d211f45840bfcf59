import { labels } from './labels';

type Settings = Apex.ProvisioningSettingsData;

/** The share of people who lose access: it is off only where somebody says why. */
export const SHARE = 'maximumLockoutPercent';

/** Guards that can be off, and what that means. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  seatReserve: labels.settingsOffSeats,
  maximumCreates: labels.settingsOffCreates,
  maximumChanges: labels.settingsOffChanges,
  maximumLockouts: labels.settingsOffLockouts,
  [SHARE]: labels.settingsOffShare,
  failureRatePercent: labels.settingsOffFailures,
  minimumPopulation: labels.settingsOffPopulation,
  maximumBringBacks: labels.settingsOffBringBacks,
  maximumAssignmentChanges: labels.settingsOffAssignments,
};

/** What happens without the guard; empty for what is none, or is never off. */
export function consequenceOf(guard: string): string {
  return CONSEQUENCES[guard] ?? '';
}

/** True where the settings hold the guard. */
export function isOn(settings: Settings, guard: string): boolean {
  if (guard === SHARE) return settings[SHARE] !== null || !settings.lockoutReason?.trim();
  return !!settings[guard as keyof Settings];
}

/** Guards that are on before and off after. */
export function turnedOff(before: Settings, after: Settings): readonly string[] {
  return Object.keys(CONSEQUENCES).filter((guard) => isOn(before, guard) && !isOn(after, guard));
}

/** What turns the guard off. */
export function changesWithout(guard: string, reason: string): Partial<Settings> {
  const off = { [guard]: guard === 'seatReserve' ? 0 : null };
  return guard === SHARE ? { ...off, lockoutReason: reason } : off;
}
