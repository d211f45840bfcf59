import type { Org } from '../host/port';
import { UnsupportedError } from '../kernel/exceptions';
import type { Call, SessionUser } from './shared/call';
import { restError } from './shared/errors';

/** Data resources take and give JSON; uploads of bulk jobs are CSV. The platform's XML form is refused, not ignored. */
export function requireJson({ headers, body }: Pick<Call, 'headers' | 'body'>, path: string): void {
  if (!path.startsWith('/services/data/')) return;
  // A package comes in a message of several parts, and a bulk job may bring its data.
  if (/\/metadata\/deployRequest$/i.test(path)) return;
  const type = headers['content-type'] ?? 'application/json';
  const inParts = /^multipart\/form-data\b/i.test(type);
  if (inParts && !/\/jobs\/ingest$/i.test(path)) throw new UnsupportedError('multipart request bodies (a record with a file)');
  if (body.length > 0 && !inParts && !path.endsWith('/batches') && !/^application\/json\b/i.test(type)) {
    throw restError(415, 'UNSUPPORTED_MEDIA_TYPE', `Content-Type header specified in HTTP request is not supported: ${type}`);
  }
  const accept = headers['accept'] ?? '*/*';
  if (/xml/i.test(accept) && !/json|\*\/\*/i.test(accept)) {
    throw restError(406, 'NOT_ACCEPTABLE', `Accept header specified in HTTP request is not supported: ${accept}`);
  }
}

/** API clients need the permission; the pages' own calls, which come with the session cookie, work without it. */
export function requireApi(org: Org, user: SessionUser, path: string): void {
  if (user.userId === '' || !/^\/services\/(data|apexrest)\//i.test(path)) return;
  if (!org.access.hasPermission(user.userId, 'ApiEnabled')) {
    throw restError(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
  }
}
