import type { Access } from '../access/port';
import type { LinkedProgram } from '../apex/port';
import type { DataService } from '../data';
import type { Clock } from '../kernel/clock';
import type { OrgMetadata } from '../metadata/model';
import type { Schema } from '../schema/model';
import type { Store } from '../store/port';
import type { Counters } from './counters';
import type { Faults } from './faults';
import type { Transaction } from './transaction';
import type { UsageLog } from './usage';

/** Rows that the platform itself writes (jobs, schedules): no triggers, no limits, no mixed-DML state. Values by API name. */
export interface SystemRows {
  insert(transaction: Transaction, object: string, values: Readonly<Record<string, unknown>>): string;
  update(transaction: Transaction, object: string, id: string, values: Readonly<Record<string, unknown>>): void;
  delete(transaction: Transaction, object: string, id: string): void;
}

/** State of the Apex test method that is running. */
export interface TestContext {
  /**
   * Static variables of the method. Jobs that run at stopTest share them: a test sees what its jobs set, and they see what it set,
   * as Salesforce's own apex-recipes rely on.
   */
  readonly statics: unknown[];
  /** Lives for the whole method, jobs included. */
  readonly state: Map<string, unknown>;
  start(): void;
  stop(): void;
  /** Delivers the events that wait, or lets their publishing fail. */
  deliverEvents(outcome: 'success' | 'failure'): void;
}

/** Work that Apex puts off; `async` implements it, which stands right of the engine. */
export interface Deferred {
  /** A call of an @future method. */
  future(transaction: Transaction, className: string, method: string, args: readonly unknown[]): void;
}

/** One request as Apex made it, and what came back. Header names keep their spelling. */
export interface CalloutRequest {
  readonly method: string;
  readonly endpoint: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array | null;
  readonly timeoutMs: number;
}
export interface CalloutAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: Uint8Array;
}

/** The network; `callouts` implements it, which stands right of the engine. */
export interface Network {
  /** Throws System.CalloutException. */
  send(transaction: Transaction, request: CalloutRequest): CalloutAnswer;
}

/** What transactions of one database share. A test run has a runtime of its own beside the served org's. */
export interface Runtime {
  readonly schema: Schema;
  readonly store: Store;
  readonly access: Access;
  readonly data: DataService;
  readonly clock: Clock;
  readonly counters: Counters;
  readonly faults: Faults;
  /** Throws until the program is linked: metadata is deployed before any Apex can run. */
  readonly program: LinkedProgram;
  /** The org's newest API version, for example 67. */
  readonly apiVersion: number;
  readonly systemRows: SystemRows;
  readonly deferred: Deferred;
  /** Null in a test org. */
  readonly network: Network | null;
  /** How triggers on platform events run, for those that are configured. */
  readonly eventSubscribers: OrgMetadata['eventSubscribers'];
  /** Set while an Apex test method runs. */
  readonly test: TestContext | null;
  /** Address that serves the org, for example `http://127.0.0.1:3000`. */
  readonly baseUrl: string;
  /** Host that the org says it has; null for that of `baseUrl`. */
  readonly host: string | null;
  /** Null while nobody wants to know. */
  readonly usageLog: UsageLog | null;
  /** Told once per commit that enqueued something. */
  readonly onEnqueue: () => void;
}
