import { restError, type RestError } from '../shared/errors';

/** Error codes of the Bulk API 2.0 are written together and without underscores. */
export const invalidJob = (message: string): RestError => restError(400, 'INVALIDJOB', `InvalidJob : ${message}`);

export const invalidState = (message: string): RestError => restError(400, 'INVALIDJOBSTATE', `InvalidJobState : ${message}`);

export const clientInput = (message: string): RestError => restError(400, 'CLIENTINPUTERROR', `ClientInputError : ${message}`);

export const noSuchJob = (): RestError => restError(404, 'NOT_FOUND', 'The requested resource does not exist');

/** A fault of the uploaded file: the job fails with it and what was committed before stays. */
export class InvalidBatch extends Error {
  constructor(message: string, code: 'InvalidBatch' | 'ClientInputError' = 'InvalidBatch') {
    super(`${code} : ${message}`);
  }
}
