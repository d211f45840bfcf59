import type { Transaction } from '../engine';
import { apart } from '../kernel/context';
import { refuse } from './admission';
import type { CalloutLine } from './line';
import type { WireResponse } from './wire';

/** One request as it goes over the network. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
  readonly timeoutMs: number;
}

/** Time that the callouts of one transaction may take together (Apex Developer Guide, "Callout Limits and Limitations"). */
const CUMULATIVE_MS = 120_000;
/** Largest request or answer (Apex Developer Guide, "Execution Governors and Limits"). */
const MAX_BYTES = { sync: 6_000_000, async: 12_000_000 };

/** Sends what Apex asked for, through the fault points. */
export function send(transaction: Transaction, line: CalloutLine, outgoing: Outgoing): WireResponse {
  const { faults } = transaction.runtime;
  faults.pass('callout.before');
  const answer = transmit(transaction, line, outgoing, faults.isArmed ? () => faults.pass('callout.sent') : null);
  faults.pass('callout.answered');
  return answer;
}

/** Sends within the limits of the running transaction, and blocks it until the answer is there. Throws System.CalloutException. */
export function transmit(transaction: Transaction, line: CalloutLine, outgoing: Outgoing, onSent: (() => void) | null): WireResponse {
  const maxBytes = MAX_BYTES[transaction.limits.mode];
  if ((outgoing.body?.length ?? 0) > maxBytes) refuse(`Exceeded max size limit of ${maxBytes}`);
  const deadlineMs = CUMULATIVE_MS - transaction.calloutMs;
  if (deadlineMs <= 0) refuse(`Exceeded maximum time allotted for callout (${CUMULATIVE_MS} ms)`);
  const { method, url, headers, body, timeoutMs } = outgoing;
  // What runs meanwhile has transactions of its own.
  const answer = apart(() => line.exchange({ method, url, headers, body, timeoutMs, deadlineMs, maxBytes }, onSent));
  transaction.calloutMs += answer.milliseconds;
  return answer.kind === 'response' ? answer : refuse(answer.message);
}
