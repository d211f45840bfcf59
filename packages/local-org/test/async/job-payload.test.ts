import { describe, expect, it } from 'vitest';
import { addJob, markRunning, nextJob, plainJob, putBack, removeJob, replaceJob, runningJobs, waitingJob } from '../../src/async/queue';
import { createTables } from '../../src/async/tables';
import { openStore, type Store } from '../../src/store';

function prepared(): Store {
  const store = openStore(':memory:');
  createTables(store);
  return store;
}

const add = (store: Store, id: string, payload: string, due = 0): void =>
  addJob(store, plainJob({ id, kind: 'queueable', className: 'Job', payload, userId: '005', due }));

describe("a job's serialized instance", () => {
  it('stays with the job while others come and go', () => {
    const store = prepared();
    add(store, 'a', 'first');
    add(store, 'b', 'second');
    const first = nextJob(store, 0);
    expect(first).toMatchObject({ id: 'a', payload: 'first' });
    markRunning(store, first!);
    expect(runningJobs(store)).toMatchObject([{ id: 'a', payload: 'first' }]);
    expect(waitingJob(store, 'b')).toMatchObject({ payload: 'second' });
    removeJob(store, first!.seq);
    add(store, 'c', 'third');
    expect(nextJob(store, 0)).toMatchObject({ id: 'b', payload: 'second' });
    expect(waitingJob(store, 'c')).toMatchObject({ payload: 'third' });
    expect(store.prepare('SELECT count(*) FROM "local#job_payload"').get()).toEqual([2]);
  });

  it('is replaced when a batch goes on', () => {
    const store = prepared();
    add(store, 'a', 'before');
    const job = nextJob(store, 0);
    markRunning(store, job!);
    replaceJob(store, job!.seq, 'after');
    expect(nextJob(store, 0)).toMatchObject({ id: 'a', payload: 'after' });
  });

  it('is found in jobs of databases that kept it in the row of the job', () => {
    const store = prepared();
    store.exec(
      `INSERT INTO "local#job" (id, kind, class, payload, user, due, depth, delay_minutes, retries) VALUES ('old', 'batch', 'Job', 'kept', '005', 0, 1, 0, 0)`,
    );
    const job = nextJob(store, 0);
    expect(job).toMatchObject({ id: 'old', payload: 'kept' });
    replaceJob(store, job!.seq, 'after');
    expect(nextJob(store, 0)).toMatchObject({ payload: 'after' });
    putBack(store, job!.seq);
    removeJob(store, job!.seq);
    expect(nextJob(store, 0)).toBeNull();
  });
});
