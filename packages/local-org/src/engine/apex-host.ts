import type { ApexHost } from '../apex/port';
import { current } from '../kernel/context';
import { UnsupportedError } from '../kernel/exceptions';
import type { Native } from '../kernel/natives';
import { SObject, type Shape } from '../kernel/sobject';
import { runCount, runDml, runQuery } from './database';
import { runAs } from './run-as';
import type { Transaction } from './transaction';

/** Units of abstract cost in a millisecond of CPU time. */
const UNITS_PER_MS = 20_000;

/** What generated code asks for, answered by the transaction that is running: one host serves every database of the process. */
export function apexHost(natives: (key: string) => Native | undefined): ApexHost {
  const running = (): Transaction => current<Transaction>();
  return {
    native: natives,
    query: (text, binds, options) => runQuery(running(), text, named(binds), options),
    count: (text, binds, options) => runCount(running(), text, named(binds), options),
    dml: (operation, records, options) => {
      const transaction = running();
      const former = transaction.apiVersion;
      transaction.apiVersion = options.apiVersion;
      try {
        const { mode, sharing, externalIdField } = options;
        runDml(transaction, operation, records, {
          mode,
          sharing,
          allOrNone: true,
          ...(externalIdField === undefined ? {} : { externalIdField }),
        });
      } finally {
        transaction.apiVersion = former;
      }
    },
    runAs: (target, body) => runAs(running(), target, body),
    future: (className, method, args) => {
      const transaction = running();
      transaction.runtime.deferred.future(transaction, className, method, args);
    },
    newSObject: (objectName) => {
      const object = running().schema.object(objectName);
      if (!object && /^aggregateresult$/i.test(objectName)) return new SObject(NO_FIELDS);
      if (!object) throw new UnsupportedError(`the object ${objectName}`);
      return new SObject(object);
    },
    get statics() {
      return running().statics;
    },
    cost: (units) => {
      const transaction = running();
      const before = Math.floor(transaction.costUnits / UNITS_PER_MS);
      transaction.costUnits += units;
      const ms = Math.floor(transaction.costUnits / UNITS_PER_MS) - before;
      if (ms > 0) transaction.limits.use('cpu', ms);
    },
  };
}

/** `AggregateResult` without a query has no fields; each aggregate query has a shape of its own. */
const NO_FIELDS: Shape = { name: 'AggregateResult', fieldNames: [], slotOf: () => -1 };

function named(binds: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(binds.map((value, index) => [`b${index}`, value]));
}
