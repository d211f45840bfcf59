const COLUMNS = [
  'name',
  'appName',
  'operation',
  'username',
  'externalUserId',
  'state',
  'approval',
  'cause',
  'code',
  'message',
  'waitsFor',
  'attempt',
  'requestedBy',
  'createdDate',
] as const;

/** Requests as comma-separated values (RFC 4180), with the names of the API as heads. */
export function csvOf(requests: readonly Apex.AppRequestView[]): string {
  const lines = requests.map((request) => COLUMNS.map((column) => field(request[column])).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

/** A spreadsheet takes what begins like a formula for one: an apostrophe keeps it a text. */
function field(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
