import type { LinkedProgram } from '../apex/port';
import { futureMethod } from './future';
import type { QueuedJob } from './queue';

/**
 * Whether a job's code may call out: a class says so by Database.AllowsCallouts, an @future method by `callout=true` (Apex Developer
 * Guide, "Queueable Apex", "Using Batch Apex", "Future Methods"). A finalizer may.
 */
export function mayCallOut(program: LinkedProgram, job: QueuedJob): boolean {
  const info = program.classInfo(job.className);
  switch (job.kind) {
    case 'queueable':
    case 'batch':
      return info?.ancestors.includes('Database.AllowsCallouts') ?? false;
    case 'future': {
      const name = futureMethod(job).toLowerCase();
      const annotations = info?.methods.find((method) => method.name.toLowerCase() === name)?.annotations ?? [];
      return annotations.some((one) => one.name === 'future' && one.parameters['callout']?.toLowerCase() === 'true');
    }
    default:
      return true;
  }
}
