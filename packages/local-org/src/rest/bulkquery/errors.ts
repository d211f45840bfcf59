import { restError, type RestError } from '../shared/errors';

export { invalidJob, invalidState, noSuchJob } from '../bulk/errors';

/** Constructs that the Bulk API 2.0 does not take in a query. */
export const notForBulk = (what: string): RestError =>
  restError(400, 'INVALIDJOB', `InvalidJob : ${what} is not supported in Bulk API 2.0 queries`);

export const invalidLocator = (): RestError => restError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
