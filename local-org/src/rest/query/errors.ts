import { restError, type RestError } from '../shared/errors';

export const noQuery = (): RestError => restError(400, 'MALFORMED_QUERY', 'SOQL statements cannot be empty or null');

export const invalidLocator = (): RestError => restError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');

export const aggregateTooLarge = (): RestError =>
  restError(400, 'EXCEEDED_ID_LIMIT', 'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch');
