import type { ApexException } from '../../kernel/exceptions';
import { clip } from '../../kernel/text';
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

/** The text is the platform's (Apex Reference Guide, RestResponse), the code ours [org 22]. */
export const invalidStatus = (status: number): RestError =>
  restError(500, 'APEX_ERROR', `Invalid status code for HTTP response: ${status}`);

export const invalidHeader = (name: string): RestError => restError(500, 'APEX_ERROR', `Invalid header for HTTP response: ${clip(name)}`);
