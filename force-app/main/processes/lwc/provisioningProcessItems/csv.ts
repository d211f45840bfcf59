const COLUMNS = [
  'employeeNumber',
  'name',
  'outcome',
  'cause',
  'code',
  'message',
  'field',
  'howToFix',
  'attempt',
  'userId',
  'resolvedBy',
] as const;

/** The people of a run as CSV (RFC 4180), with a header of field names; cells that a spreadsheet would run as a formula are quoted as text. */
export function csvOf(items: readonly Apex.ProvisioningItemView[]): string {
  const lines = items.map((item) => COLUMNS.map((column) => cellOf(item[column])).join(','));
  return [COLUMNS.join(','), ...lines].join('\r\n') + '\r\n';
}

function cellOf(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
