import type { Access } from '../access/port';
import type { LinkedProgram } from '../apex/port';
import type { Data } from '../data/port';
import type { FaultPlan } from '../engine/faults';
import type { TransactionKind } from '../engine/entry';
import type { Transaction } from '../engine/transaction';
import type { Clock } from '../kernel/clock';
import type { LimitMode } from '../kernel/limits';
import type { Changes } from '../metadata';
import type { Diagnostic, OrgMetadata, ProjectFile } from '../metadata/model';
import type { Schema } from '../schema/model';
import type { TestRunResult, TestSelection } from '../testing/results';

/** How one step runs. */
export interface StepOptions {
  /** 18-character id of the running user. */
  readonly userId: string;
  /** Governor limits; `sync` when absent. */
  readonly mode?: LimitMode;
  /** API version of the caller's request, for example 67; the org's own when absent. */
  readonly apiVersion?: number;
  /** What Apex sees as the request's quiddity; `SYNCHRONOUS` when absent. */
  readonly kind?: TransactionKind;
  /** Session of the caller, for `UserInfo.getSessionId()`. */
  readonly sessionId?: string | null;
  /** False: everything is rolled back when the body returns. A body that throws is always rolled back. */
  readonly commit?: boolean;
}

/** Small named values of the runtime itself (bulk jobs, clock offset), stored beside the org's rows. Joins a running step's commit. */
export interface KeyValues {
  get(key: string): string | null;
  set(key: string, value: string): void;
  delete(key: string): void;
  /** Entries whose key starts with `prefix`, in key order. */
  list(prefix: string): readonly { readonly key: string; readonly value: string }[];
}

/** Queue of the org: queueables, finalizers, scheduled jobs. */
export interface Jobs {
  /** Runs up to `max` jobs that are due now, one transaction each, and returns how many ran. */
  runDue(max: number): number;
  /** When the next job is due, milliseconds of the org's clock; null when none waits. */
  nextDue(): number | null;
}

/** Work that runs while no request waits, one small step at a time (a chunk of a bulk job). */
export interface BackgroundWork {
  readonly name: string;
  /** Does one step; false when there is nothing to do. */
  runOne(): boolean;
}

/** Outcome of anonymous Apex, in the shape of the platform's executeAnonymous. Lines and columns are -1 when there is none. */
export interface ExecResult {
  readonly compiled: boolean;
  readonly compileProblem: string | null;
  readonly success: boolean;
  readonly line: number;
  readonly column: number;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
  readonly debugLog: readonly string[];
}

/** A sample user of local-org.json as it exists in the database. */
export interface SampleUser {
  readonly alias: string;
  readonly username: string;
  readonly password: string;
  readonly persona: string;
  readonly userId: string;
}

/** Who is signed in. Sessions outlive a restart; they end at sign-out, or for good when their user is deactivated or frozen. */
export interface Sessions {
  /** Opens a session and gives its token; only the token's hash is kept. */
  open(userId: string): string;
  /** Who a token belongs to; undefined when it opens nothing. */
  find(token: string): { readonly userId: string; readonly username: string } | undefined;
  close(token: string): void;
}

/** Changes of an org's metadata, compiled and tried, and not in force yet. */
export interface PreparedDeployment {
  /** What refuses it, at files with canonical paths or of the project. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  testClasses(): readonly { readonly name: string; readonly methods: number }[];
  /** Runs tests in an org of its own, with the changes, and counts lines. */
  runTests(selection: TestSelection): TestRunResult;
  /** Lets go of that org. */
  close(): void;
}

/** Metadata API of an org: what it holds, and how it changes while it runs. What is deployed lives in its database. */
export interface Deployments {
  /** All metadata of the org in source format, by canonical path. */
  files(): ReadonlyMap<string, Uint8Array>;
  /** False while a transaction waits for a callout: the ground under it must not change. */
  mayApply(): boolean;
  prepare(changes: Changes): PreparedDeployment;
  /** Puts it into force, in one commit with what `together` writes. Throws, with nothing changed, when the records do not fit. */
  apply(prepared: PreparedDeployment, together: () => void): void;
}

/** One open org: metadata deployed, program linked, database open. Lives in the engine worker; everything is synchronous. */
export interface Org {
  readonly schema: Schema;
  readonly metadata: OrgMetadata;
  readonly project: ProjectFile;
  readonly data: Data;
  readonly program: LinkedProgram;
  readonly access: Access;
  readonly clock: Clock;
  readonly kv: KeyValues;
  readonly sessions: Sessions;
  /** Whether this is the password that was set for the user; null where none was. */
  isPassword(userId: string, password: string): boolean | null;
  /** Follows the link of a changed address: the new one, or null when the link leads nowhere any more. */
  confirmEmail(token: string): string | null;
  readonly jobs: Jobs;
  readonly faults: { arm(plan: FaultPlan): void; clear(): void };
  /** Current API version as a number, for example 67. */
  readonly apiVersion: number;
  /** 18-character id of the one Organization row. */
  readonly organizationId: string;
  /** Users of local-org.json, in its order. The password of every one is `local-org-1` until a setter changes it. */
  readonly users: readonly SampleUser[];
  /** Runs `body` as one transaction: committed when it returns (unless `commit` is false), rolled back when it throws; the error passes on. */
  step<R>(options: StepOptions, body: (transaction: Transaction) => R): R;
  /** Runs anonymous Apex as a user, in a transaction of its own. */
  exec(source: string, userId: string): ExecResult;
  /** Runs Apex tests in a separate in-memory org of the same metadata; this org's data are neither seen nor changed. */
  runTests(selection: TestSelection): TestRunResult;
  readonly deployments: Deployments;
  /** Registers work for the idle loop; called again after `wake`. */
  background(work: BackgroundWork): void;
  /** Tells the idle loop that there is work. */
  wake(): void;
  /** Moves the org's clock; the offset survives a restart. Runs nothing by itself: call `jobs.runDue`. */
  advanceClock(milliseconds: number): void;
  /** Drops every row and deploys the metadata anew. */
  reset(): void;
  close(): void;
}

/**
 * The way by which a request comes in. Each answers its own resources only, and each believes its own proof of who asks: `api` the
 * Authorization header, `page` the session cookie of one of this server's own pages, `control` nothing but where it is switched on.
 */
export type Door = 'api' | 'page' | 'control';

/** One HTTP request on its way to the engine. Header names are lower case. */
export interface LaneRequest {
  /** Set by the server from the path it was asked for, never by the client. */
  readonly door: Door;
  readonly method: string;
  /** Path and query as on the request line. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

export interface LaneResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** Made by `rest`'s `createRouter(org)` inside the worker. Runs its own steps. */
export type Router = (request: LaneRequest) => LaneResponse;

/**
 * Another database for an engine that runs: closed is what was open, and no sample data are loaded. `file` null opens none. Without `project`
 * it is served by the project whose files were read last, and they are not read again.
 */
export interface DatabaseChange {
  readonly file: string | null;
  /** Folder of sfdx-project.json. */
  readonly project?: string;
}

/** What the main thread shows while the org starts. */
export interface LaneStatus {
  readonly state: 'starting' | 'ready' | 'failed';
  /** For example `Compiling 84 classes`. */
  readonly step: string;
}

/** Main-thread side of the engine worker. */
export interface Lane {
  /** Rejects when the worker has died. Requests are answered in order, before jobs. */
  request(request: LaneRequest): Promise<LaneResponse>;
  status(): LaneStatus;
  /** Resolves when the org answers requests (sample data may still be loading): the one whose database was opened last. */
  readonly ready: Promise<LaneReady>;
  /** Resolves with the reason when the worker has ended. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

export interface LaneReady {
  /** Name of the organization when the org was opened. */
  readonly orgName: string;
  readonly apiVersion: string;
  readonly users: readonly SampleUser[];
  /** True when the database was created by this start: sample data are to be loaded. */
  readonly fresh: boolean;
  readonly seed: readonly string[];
  /** What does not compile and is not served, `path:line:column message` a file. */
  readonly leftOut: readonly string[];
}
