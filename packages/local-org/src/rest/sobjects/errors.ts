import { restError, type RestError } from '../shared/errors';

export const noSuchKey = (field: string): RestError =>
  restError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${field}`);

export const malformedId = (id: string): RestError => restError(400, 'MALFORMED_ID', `malformed id ${id}`, ['Id']);

export const bodyHasKey = (field: string): RestError =>
  restError(400, 'INVALID_FIELD', `The ${field} field should not be specified in the sobject data.`, [field]);
