import { format } from 'c/provisioningTexts';
import { labels } from './labels';

const FORMATS: Readonly<Record<string, string | undefined>> = {
  date: labels.importFormatDate,
  datetime: labels.importFormatDateTime,
  email: labels.importFormatOtherEmail,
  boolean: labels.importFormatBoolean,
  double: labels.importFormatNumber,
  currency: labels.importFormatNumber,
  percent: labels.importFormatNumber,
  integer: labels.importFormatNumber,
};

/** What the values of a field look like, in words. */
export function formatOf({ name, type, choices, maximumLength }: Apex.EmployeeImportFieldView): string {
  if (name === 'email') return labels.importFormatEmail;
  if (choices?.length) return format(labels.importFormatChoices, choices.join(', '));
  return FORMATS[type ?? ''] ?? format(labels.importFormatText, maximumLength);
}
