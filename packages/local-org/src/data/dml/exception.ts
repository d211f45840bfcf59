import { ApexException, type DmlRowError } from '../../kernel/exceptions';
import type { DmlOperation } from '../port';

const VERBS: Readonly<Record<DmlOperation, string>> = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
};

/** `Insert failed. First exception on row 0; first error: CODE, message: [Fields]` */
export function dmlException(operation: DmlOperation, errors: readonly DmlRowError[], refusal: string | null): ApexException {
  const first = errors[0] as DmlRowError;
  const where = first.id === null ? `row ${first.index}` : `row ${first.index} with id ${first.id}`;
  const message =
    refusal ??
    `${VERBS[operation]} failed. First exception on ${where}; first error: ${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`;
  const exception = new ApexException('System.DmlException', message);
  exception.rows = errors;
  return exception;
}
