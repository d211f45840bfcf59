import type { ApexException } from '../../kernel/exceptions';
import { apexErrorText, restError, type RestError } from '../shared/errors';

export const noMatch = (): RestError => restError(404, 'NOT_FOUND', 'Could not find a match for URL');

export const noAccess = (className: string): RestError =>
  restError(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${className}`);

export const wrongMethod = (method: string, allowed: readonly string[]): RestError =>
  restError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`);

export const unsupportedMedia = (type: string): RestError =>
  restError(415, 'UNSUPPORTED_MEDIA_TYPE', `Content-Type header specified in HTTP request is not supported: ${type}`);

export const unexpectedParameter = (name: string): RestError =>
  restError(400, 'JSON_PARSER_ERROR', `Unexpected parameter encountered during deserialization: ${name}`);

export const apexError = (error: ApexException): RestError => restError(500, 'APEX_ERROR', apexErrorText(error));
