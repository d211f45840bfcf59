import type { DmlRowError } from '../../kernel/exceptions';
import { restError, type RestError } from '../shared/errors';

export const tooMany = (): RestError =>
  restError(400, 'EXCEEDED_ID_LIMIT', 'record limit reached. cannot submit more than 200 records into this call');

export const noRecords = (name: string): RestError => restError(400, 'REQUIRED_FIELD_MISSING', `${name} is required`, [name]);

export const noType = (): RestError => restError(400, 'INVALID_INPUT', 'Each record needs attributes with the type of the sObject');

/** What an all-or-none call reports for the rows that had no fault of their own. */
export const ROLLED_BACK: DmlRowError = {
  index: 0,
  id: null,
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
};
