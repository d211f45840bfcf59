import { ApexException } from '../../kernel/exceptions';
import { restError, type RestError } from '../shared/errors';

export { invalidJob, invalidState, noSuchJob } from '../bulk/errors';

/** Constructs that the Bulk API 2.0 does not take in a query. */
export const notForBulk = (what: string): RestError =>
  restError(400, 'INVALIDJOB', `InvalidJob : ${what} is not supported in Bulk API 2.0 queries`);

/** An address has no form in CSV (Bulk API 2.0 Developer Guide, "Query Jobs": compound address fields are not supported). */
export const compoundInBulk = (): ApexException =>
  new ApexException('System.QueryException', 'FeatureNotEnabled : Selecting compound data not supported in Bulk Query');

export const invalidLocator = (): RestError => restError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
