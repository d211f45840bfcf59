/** The other side was silent for too long, or the answer took too long in all, or it is too large. */
export class Refused extends Error {}

const BY_CODE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset',
  EPIPE: 'Connection reset',
  ETIMEDOUT: 'Connection timed out',
  EHOSTUNREACH: 'No route to host',
  ENETUNREACH: 'Network is unreachable',
  ENOTFOUND: '',
  EAI_AGAIN: '',
};

const NO_PATH =
  'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target';

/**
 * Text of the System.CalloutException for what Node reports. The platform shows the words of Java's exceptions; an unknown host is
 * the host's name and nothing else.
 */
export function failureText(error: NodeJS.ErrnoException, host: string): string {
  if (error instanceof Refused) return error.message;
  const code = error.code ?? '';
  // No byte of an answer, or half of one: the connection was closed in good order.
  if (error.message === 'socket hang up' || error.message === 'aborted') return 'Unexpected end of file from server';
  if (code.startsWith('HPE_')) return 'Invalid Http response';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `No name matching ${host} found`;
  if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code)) return NO_PATH;
  const known = BY_CODE[code];
  if (known === '') return host;
  return known ?? error.message;
}
