import type { Access } from '../access/port';
import type { LinkedProgram } from '../apex/port';
import type { DataService } from '../data';
import { future } from '../async';
import { Counters, Faults, type Deferred, type Network, type Runtime, type SystemRows, type TestContext, type UsageLog } from '../engine';
import type { Clock } from '../kernel/clock';
import type { OrgMetadata } from '../metadata/model';
import type { Schema } from '../schema/model';
import type { Store } from '../store/port';

export interface RuntimeParts {
  readonly schema: Schema;
  readonly store: Store;
  readonly access: Access;
  readonly data: DataService;
  readonly clock: Clock;
  readonly systemRows: SystemRows;
  readonly program: LinkedProgram;
  readonly apiVersion: number;
  readonly baseUrl: string;
  readonly host: string | null;
  readonly faults?: Faults;
  readonly eventSubscribers: OrgMetadata['eventSubscribers'];
  readonly network: Network | null;
}

/** One database with everything that its transactions share. */
export class OrgRuntime implements Runtime {
  readonly schema: Schema;
  readonly store: Store;
  readonly access: Access;
  readonly data: DataService;
  readonly clock: Clock;
  readonly systemRows: SystemRows;
  readonly deferred: Deferred = { future };
  readonly network: Network | null;
  readonly apiVersion: number;
  readonly counters: Counters;
  readonly faults: Faults;
  readonly eventSubscribers: OrgMetadata['eventSubscribers'];
  program: LinkedProgram;
  baseUrl: string;
  readonly host: string | null;
  test: TestContext | null = null;
  usageLog: UsageLog | null = null;
  onEnqueue: () => void = () => undefined;

  constructor(parts: RuntimeParts) {
    this.schema = parts.schema;
    this.store = parts.store;
    this.access = parts.access;
    this.data = parts.data;
    this.clock = parts.clock;
    this.systemRows = parts.systemRows;
    this.program = parts.program;
    this.apiVersion = parts.apiVersion;
    this.baseUrl = parts.baseUrl;
    this.host = parts.host;
    this.faults = parts.faults ?? new Faults();
    this.eventSubscribers = parts.eventSubscribers;
    this.network = parts.network;
    this.counters = new Counters(parts.store);
  }
}
