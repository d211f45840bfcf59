/** Letters for a picture that there is not: of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

/** `en_US` as people say it; the code itself where it has no name. */
export function languageName(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language.replaceAll('_', '-')) ?? language;
  } catch {
    return language;
  }
}

/** `Europe/Berlin` with what the clock says there against UTC, for example `Europe/Berlin (GMT+1)`. */
export function zoneName(timeZone: string, at = new Date()): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  return offset === '' || offset === timeZone ? timeZone : `${timeZone.replaceAll('_', ' ')} (${offset})`;
}
