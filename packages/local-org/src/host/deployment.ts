import { createAccess } from '../access';
import type { CompiledProgram } from '../apex/port';
import { createTables } from '../async';
import { createData, migrate } from '../data';
import { runTransaction, systemRows, type Faults, type Network, type Scope, type Transaction } from '../engine';
import type { Clock } from '../kernel/clock';
import { current } from '../kernel/context';
import type { Diagnostic, OrgMetadata, ProjectFile } from '../metadata/model';
import { createOutbox, sendEmailChange } from '../outbox';
import {
  createEmailChanges,
  createPasswords,
  createSessions,
  deploySetup,
  madeTables,
  sharingHooks,
  platformHooks,
  violates,
  type Implementor,
} from '../platform';
import type { Changes, ProjectFiles } from '../metadata';
import { buildSchema } from '../schema';
import type { Schema } from '../schema/model';
import { readMeta, writeMeta } from '../store';
import type { Store } from '../store/port';
import { compileProject } from './compile';
import { compileWhatCompiles } from './compile-partly';
import { ProjectError } from './diagnostics';
import { emptyProgram } from './empty-program';
import type { OpenOrgOptions } from './options';
import { loadProject, readFilesOf } from './project';
import { OrgRuntime } from './runtime';

/** Newest API version that the local org speaks. */
export const API_VERSION = 67;

/** A project, compiled: everything that does not depend on a database. */
export interface Deployment {
  readonly metadata: OrgMetadata;
  readonly project: ProjectFile;
  readonly schema: Schema;
  readonly program: CompiledProgram;
  readonly options: OpenOrgOptions;
}

/** Reads and compiles the project, with what was deployed to its org. Throws ProjectError with its errors. */
export function readDeployment(options: OpenOrgOptions, log: (step: string) => void, deployed?: Changes): Deployment {
  log('Reading the project');
  const deployment = compileDeployment(loadProject(options, deployed), compileFor(options), options, log);
  const errors = errorsOf(deployment);
  if (errors.length > 0) throw new ProjectError(errors);
  return deployment;
}

/** Compiles what these files say, whether it is right or not. */
export function readDeploymentOf(files: ProjectFiles, options: OpenOrgOptions): Deployment {
  const whole: Compile = (metadata, schema, log) => compileProject(metadata, schema, options, log);
  return compileDeployment(readFilesOf(files, options), whole, options, () => undefined);
}

type Compile = (metadata: OrgMetadata, schema: Schema, log: (step: string) => void) => CompiledProgram;

/** How an org that is opened so gets its program. */
export function compileFor(options: OpenOrgOptions): Compile {
  const compile = options.brokenApex === 'serve' ? compileWhatCompiles : compileProject;
  return (metadata, schema, log) => compile(metadata, schema, options, log);
}

function compileDeployment(
  { metadata, project }: Pick<Deployment, 'metadata' | 'project'>,
  compile: Compile,
  options: OpenOrgOptions,
  log: (step: string) => void,
): Deployment {
  const schema = buildSchema(metadata, project);
  return { metadata, project, schema, program: compile(metadata, schema, log), options };
}

export function errorsOf({ metadata, program }: Deployment): Diagnostic[] {
  return [...metadata.diagnostics, ...program.diagnostics].filter((finding) => finding.severity === 'error');
}

/** Tables of the objects, of the queue, of the outbox, of the sessions and of changes that wait; those that are there stay. */
export function createOrgTables(store: Store, schema: Schema): void {
  migrate(store, schema);
  createTables(store);
  createOutbox(store);
  createSessions(store);
  createEmailChanges(store);
  createPasswords(store);
}

/** A database with the metadata deployed; its program is linked after it, because no Apex runs during a deployment. */
export function prepareRuntime(
  deployment: Deployment,
  store: Store,
  clock: Clock,
  log: (step: string) => void,
  network: Network | null,
  carried: Carried = {},
): OrgRuntime {
  const { schema, options } = deployment;
  createOrgTables(store, schema);
  const access = createAccess({ schema, store, clock });
  const runtime = new OrgRuntime({
    schema,
    store,
    access,
    clock,
    systemRows,
    data: createData({
      hooks: platformHooks((change) => sendEmailChange(current<Transaction>(), change)),
      generalHooks: sharingHooks,
      made: madeTables,
      formula: violates,
    }),
    program: emptyProgram(),
    apiVersion: API_VERSION,
    eventSubscribers: deployment.metadata.eventSubscribers,
    baseUrl: options.baseUrl ?? 'http://127.0.0.1:3000',
    host: deployment.project.organization.host,
    network,
    ...(carried.faults ? { faults: carried.faults } : {}),
  });
  deploy(runtime, deployment, log, carried.scope);
  return runtime;
}

/** What an org keeps when its metadata change while it runs. */
export interface Carried {
  readonly faults?: Faults;
  /** Inside the transaction that changes them. */
  readonly scope?: Scope;
}

/** Brings the setup rows (profiles, permission sets, users, classes) to what the metadata say. Throws ProjectError for what a deployment would refuse. */
export function deploy(runtime: OrgRuntime, deployment: Deployment, log: (step: string) => void, scope?: Scope): void {
  const { metadata, project, schema } = deployment;
  const implementors = implementorsOf(deployment.program);
  const invalid = deployment.program.leftOut.map(({ path }) => path);
  const { store, clock } = runtime;
  if (readMeta(store, 'deployed') !== metadata.hash) log('Deploying metadata');
  runTransaction(runtime, { userId: '', ...(scope ? { scope } : {}) }, (transaction) => {
    transaction.beginWrite();
    const nextId = transaction.nextId.bind(transaction);
    const { diagnostics } = deploySetup({ schema, metadata, project, implementors, invalid, store, clock, nextId });
    if (diagnostics.length > 0) throw new ProjectError(diagnostics);
    writeMeta(store, 'deployed', metadata.hash);
  });
  runtime.access.invalidate();
}

/** Public and global classes, as the object that lists them (Object Reference, ApexTypeImplementor). */
function implementorsOf(program: CompiledProgram): Implementor[] {
  const visible = program.classes.filter(
    ({ kind, modifiers }) => kind === 'class' && (modifiers.includes('public') || modifiers.includes('global')),
  );
  return visible.flatMap(({ name, modifiers, interfaces }) =>
    interfaces.map((one) => ({
      className: name,
      isConcrete: !modifiers.includes('abstract'),
      interfaceNamespace: one.namespace,
      interfaceName: one.name,
    })),
  );
}
