export { apexHost } from './apex-host';
export { Counters } from './counters';
export { defaultMode, runCount, runDml, runQuery } from './database';
export { FAULT_POINTS, Faults, InjectedFault, type FaultPlan, type FaultPoint } from './faults';
export { uncounted, type RunningUser } from './running-user';
export type { Deferred, Runtime, SystemRows, TestContext } from './runtime';
export { nestedScope, rootScope, type Scope } from './scope';
export { runTransaction, Transaction, type RunningJob, type Savepoint, type TransactionKind, type TransactionOptions } from './transaction';
export { setCreatedDate, systemRows } from './system-rows';
