/** The forms in which a file may write dates, by the names of the API. */
export const FORMS = ['ISO', 'm/d/yyyy', 'd/m/yyyy', 'd.m.yyyy', 'd-m-yyyy'] as const;

/** The form of these dates; empty where they leave it open, as 03/04/2026 alone does, or have none that is known. */
export function formOf(values: readonly string[]): string {
  const dates = values.map((value) => value.trim()).filter((value) => value !== '');
  if (dates.length === 0 || dates.every((date) => /^\d{4}-\d{1,2}-\d{1,2}/.test(date))) return 'ISO';
  if (dates.every((date) => /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(date))) return 'd.m.yyyy';
  if (dates.every((date) => /^\d{1,2}-\d{1,2}-\d{4}$/.test(date))) return 'd-m-yyyy';
  const parts = dates.map((date) => /^(\d{1,2})\/(\d{1,2})\/\d{4}$/.exec(date));
  if (parts.some((found) => found === null)) return '';
  const isDay = (at: number) => parts.some((found) => Number(found?.[at]) > 12);
  if (isDay(1) === isDay(2)) return '';
  return isDay(1) ? 'd/m/yyyy' : 'm/d/yyyy';
}
