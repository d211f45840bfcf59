import type { Transaction } from '../engine';
import { fail } from '../kernel/fail';

const UNCOMMITTED = 'You have uncommitted work pending. Please commit or rollback before calling out';
const NOT_FROM_HERE =
  'Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)';

/**
 * Lets the running transaction call out, or refuses it with the platform's texts. Sources: Apex Developer Guide, "Callout Limits and
 * Limitations", "Invoking Callouts Using Apex" (triggers), "Apex Scheduler" and "Transaction Control" (savepoints). The text for jobs
 * that did not ask for callouts is the one of @future methods for all of them.
 */
export function admit(transaction: Transaction): void {
  const { kind, job, triggerStack } = transaction;
  if (triggerStack.length > 0) refuse('Callout from triggers are currently not supported.');
  if (kind === 'SCHEDULED') refuse('Callout from scheduled Apex not supported.');
  if (job && !job.callouts) refuse(NOT_FROM_HERE);
  if (transaction.hasPendingWork) refuse(UNCOMMITTED);
  if (transaction.hasSavepoint) refuse('All active Savepoints must be released before making callouts.');
  transaction.releaseLocks();
  transaction.letOutlastingGo();
}

export function refuse(message: string): never {
  fail('System.CalloutException', message);
}
