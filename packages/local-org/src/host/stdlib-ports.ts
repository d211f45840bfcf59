import { randomFillSync } from 'node:crypto';
import {
  abortJob,
  attachFinalizer,
  countCursor,
  enqueue,
  executeBatch,
  fetchCursor,
  openCursor,
  publish,
  schedule,
  scheduleBatch,
} from '../async';
import { admit } from '../callouts';
import { runCount, runDml, runQuery, setCreatedDate, type Transaction } from '../engine';
import { current } from '../kernel/context';
import { refusalToReserve, sendEmails, sendNotification } from '../outbox';
import { setPassword } from '../platform';
import { ApexException, UnsupportedError } from '../kernel/exceptions';
import type { StdlibPorts } from '../stdlib/ports';

/** What the standard library asks for, answered by the transaction that is running. One object serves every database of the process. */
export function stdlibPorts(): StdlibPorts {
  const running = (): Transaction => current<Transaction>();
  return {
    program: () => running().runtime.program,
    data: {
      queryText: (soql, binds, options) => runQuery(running(), soql, binds, options),
      countText: (soql, binds, options) => runCount(running(), soql, binds, options),
      emptyRecycleBin: (records) => running().runtime.data.emptyRecycleBin(records),
      dml: (operation, records, options) => runDml(running(), operation, records, options),
    },
    transaction: running,
    jobs: {
      enqueue: (instance, options) => enqueue(running(), instance, options),
      attachFinalizer: (instance) => attachFinalizer(running(), instance),
      executeBatch: (instance, scope) => executeBatch(running(), instance, scope),
      schedule: (name, cron, instance) => schedule(running(), name, cron, instance),
      scheduleBatch: (instance, name, minutes, scope) => scheduleBatch(running(), instance, name, minutes, scope),
      abort: (id) => abortJob(running(), id),
    },
    cursors: {
      open: (soql, binds, options) => openCursor(running(), soql, binds, options),
      fetch: (id, position, count) => fetchCursor(running(), id, position, count),
      count: (id) => countCursor(running(), id),
    },
    tests: {
      get running() {
        return running().runtime.test !== null;
      },
      start: () => testOf(running()).start(),
      stop: () => testOf(running()).stop(),
      deliverEvents: (outcome) => testOf(running()).deliverEvents(outcome),
      get state() {
        return testOf(running()).state;
      },
      setCreatedDate: (id, ms) => setCreatedDate(running(), id, ms),
      staticResource: (name) => {
        const row = running().store.prepare('SELECT "Body" FROM "StaticResource" WHERE "Name$k" = ?').get(name.toLowerCase());
        return (row?.[0] as Uint8Array | null | undefined) ?? null;
      },
    },
    callouts: {
      admit: () => admit(running()),
      send: (request) => {
        const transaction = running();
        const { network } = transaction.runtime;
        if (!network) throw new UnsupportedError('callouts over the network here');
        return network.send(transaction, request);
      },
    },
    outbox: {
      sendEmails: (emails, allOrNone) => sendEmails(running(), emails, allOrNone),
      refusalToReserve: (count) => refusalToReserve(running(), count),
      sendNotification: (notification, recipients) => sendNotification(running(), notification, recipients),
    },
    events: {
      publish: (records, callback) => publish(running(), records, callback),
    },
    setPassword: (userId, password) => setPassword(running(), userId, password),
    random: (count) => randomFillSync(new Uint8Array(count)),
    debug: (_level, text) => {
      running().debugLog.push(text);
    },
  };
}

function testOf(transaction: Transaction): NonNullable<Transaction['runtime']['test']> {
  const { test } = transaction.runtime;
  if (!test) throw new ApexException('System.TypeException', 'Test methods can only be called from a test');
  return test;
}
