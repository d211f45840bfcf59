export { attachFinalizer, enqueue, type EnqueueOptions } from './enqueue';
export { countCursor, fetchCursor, openCursor } from './cursors';
export { abortJob, fireNextSchedule, nextScheduleDue, schedule } from './schedule';
export { recoverJobs, runNextJob, type Interrupted, type NewScope } from './run';
export { nextJobDue } from './queue';
export { createTables } from './tables';
export { executeBatch } from './batch';
export { future } from './future';
export { BatchableContext, FinalizerContext, QueueableContext, SchedulableContext } from './contexts';
