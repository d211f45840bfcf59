import type { LimitName } from '../kernel/limits';
import type { Native } from '../kernel/natives';
import type { StdlibPorts } from './ports';
import { members, type Theme } from './registry';

const NAMES: Readonly<Record<string, LimitName>> = {
  Queries: 'queries',
  QueryRows: 'queryRows',
  AggregateQueries: 'aggregateQueries',
  SoslQueries: 'sosl',
  DmlStatements: 'dml',
  DmlRows: 'dmlRows',
  PublishImmediateDML: 'publishImmediate',
  QueueableJobs: 'queueables',
  FutureCalls: 'futures',
  Callouts: 'callouts',
  EmailInvocations: 'emails',
  FetchCallsOnApexCursor: 'cursorFetches',
  CpuTime: 'cpu',
  HeapSize: 'heap',
};

/** `Limits`: what the transaction has used, and how much it may use. */
export function limits(ports: StdlibPorts): Theme {
  const entries: Record<string, Native> = {};
  for (const [method, name] of Object.entries(NAMES)) {
    entries[`get${method}/0`] = () => ports.transaction().limits.count(name);
    entries[`getLimit${method}/0`] = () => ports.transaction().limits.max(name);
  }
  return members('System.Limits', entries);
}
