import { fireNextSchedule, nextJobDue, nextScheduleDue, runNextJob } from '../async';
import { rootScope, type Runtime } from '../engine';
import type { Jobs } from './port';

/** The org's queue: scheduled jobs that are due first, since they only start work, then queued ones. */
export function orgJobs(runtime: Runtime, log: (text: string) => void): Jobs & { runOne(): boolean } {
  const scope = () => rootScope(runtime.store);
  const runOne = (): boolean => {
    const fired = fireNextSchedule(runtime, scope);
    const ran = fired ?? runNextJob(runtime, scope);
    if (ran?.failure)
      log(`A job failed: ${ran.failure.typeName}: ${ran.failure.message}${ran.failure.apexStack ? `\n${ran.failure.apexStack}` : ''}`);
    return ran !== null;
  };
  return {
    runOne,
    runDue: (max) => {
      let ran = 0;
      while (ran < max && runOne()) ran++;
      return ran;
    },
    nextDue: () => {
      const due = [nextJobDue(runtime.store), nextScheduleDue(runtime)].filter((one) => one !== null);
      return due.length > 0 ? Math.min(...due) : null;
    },
  };
}
