import { ApexException } from '../kernel/exceptions';

/** A defect or missing feature of the local org ends a job as an exception of the platform would; its text says what it was. */
export function asApexException(error: unknown): ApexException {
  if (error instanceof ApexException) return error;
  return new ApexException('System.UnexpectedException', error instanceof Error ? error.message : String(error));
}
