import type { Org } from '../../host/port';
import type { BulkJob, JobShelf } from './bulk-job';

/**
 * Processes that may end over one step before it is given up. The platform tries a batch again ten times and more
 * (Bulk API 2.0 Developer Guide, "Understanding Bulk API 2.0 Ingest"); here each of them costs a restart of the org.
 */
const PROCESSES = 3;

/**
 * Keeps a step that ends the process (no memory left, for example) from ending every process after it. Only the first job
 * of the queue is worked on, so only its next step can have been under way when a former process ended: that one's try is
 * committed before the work. Every other step costs nothing.
 */
export class Survivors<J extends BulkJob> {
  private readonly org: Org;
  private readonly shelf: JobShelf<J>;
  private suspect: string | null;

  constructor(org: Org, shelf: JobShelf<J>) {
    this.org = org;
    this.shelf = shelf;
    this.suspect = shelf.queued(org)[0] ?? null;
  }

  /** False when the job has failed instead, because its next step ended as many processes as are allowed. */
  mayTry(job: J): boolean {
    if (job.id !== this.suspect) return true;
    this.suspect = null;
    // The first of the processes did not know what it was about to do.
    const tries = (job.tries ?? 0) + 1;
    const state = tries < PROCESSES ? job.state : 'Failed';
    const errorMessage = `InternalServerError : The process ended ${PROCESSES} times while it worked on this job`;
    this.shelf.save(this.org, { ...job, tries, state, ...(state === 'Failed' ? { errorMessage } : {}) });
    return state !== 'Failed';
  }
}
