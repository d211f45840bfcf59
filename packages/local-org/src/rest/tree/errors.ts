import { restError, type RestError } from '../shared/errors';

export const invalidTree = (message: string): RestError => restError(400, 'INVALID_INPUT', message);
