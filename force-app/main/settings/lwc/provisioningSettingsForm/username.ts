/** Mailbox part used in the example below the suffix. */
const MAILBOX = 'maria.lopez';

/** What the username of an example employee would be; null while the suffix is no domain yet. */
export function exampleUsername(suffix: string | null): string | null {
  const domain = (suffix ?? '').trim().replace(/^@/, '').toLowerCase();
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? `${MAILBOX}@${domain}` : null;
}
