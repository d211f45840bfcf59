import type { Reply } from '../shared/call';
import { restError, type RestError } from '../shared/errors';

export const tooManySubrequests = (max: number): RestError =>
  restError(400, 'LIMIT_EXCEEDED', `The maximum number of subrequests is ${max}`);

export const invalidSubrequest = (message: string): RestError => restError(400, 'INVALID_INPUT', message);

/** Answer of a subrequest whose own work was fine but was taken back with the others. */
export const halted = (): Reply => ({
  status: 400,
  json: [
    { errorCode: 'PROCESSING_HALTED', message: 'The transaction was rolled back since another operation in the same transaction failed.' },
  ],
});

export const badReference = (message: string): Reply => ({ status: 400, json: [{ errorCode: 'PROCESSING_HALTED', message }] });
