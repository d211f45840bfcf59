import { createAccess } from '../access';
import type { CompiledProgram } from '../apex/port';
import { createTables } from '../async';
import { createData, migrate } from '../data';
import { runTransaction, systemRows, type Network, type Transaction } from '../engine';
import type { Clock } from '../kernel/clock';
import { current } from '../kernel/context';
import type { OrgMetadata, ProjectFile } from '../metadata/model';
import { createOutbox, sendEmailChange } from '../outbox';
import {
  createEmailChanges,
  createPasswords,
  createSessions,
  deploySetup,
  madeTables,
  platformHooks,
  violates,
  type Implementor,
} from '../platform';
import { buildSchema } from '../schema';
import type { Schema } from '../schema/model';
import { readMeta, writeMeta } from '../store';
import type { Store } from '../store/port';
import { compileProject } from './compile';
import { ProjectError } from './diagnostics';
import { emptyProgram } from './empty-program';
import type { OpenOrgOptions } from './options';
import { loadProject } from './project';
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

/** Reads and compiles the project. Throws ProjectError with its errors. */
export function readDeployment(options: OpenOrgOptions, log: (step: string) => void): Deployment {
  log('Reading the project');
  const { metadata, project } = loadProject(options);
  const schema = buildSchema(metadata, project);
  const program = compileProject(metadata, schema, options, log);
  const errors = [...metadata.diagnostics, ...program.diagnostics].filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw new ProjectError(errors);
  return { metadata, project, schema, program, options };
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
      made: madeTables,
      formula: violates,
    }),
    program: emptyProgram(),
    apiVersion: API_VERSION,
    eventSubscribers: deployment.metadata.eventSubscribers,
    baseUrl: options.baseUrl ?? 'http://127.0.0.1:3000',
    host: deployment.project.organization.host,
    network,
  });
  deploy(runtime, deployment, log);
  return runtime;
}

/** Brings the setup rows (profiles, permission sets, users, classes) to what the metadata say. Throws ProjectError for what a deployment would refuse. */
export function deploy(runtime: OrgRuntime, deployment: Deployment, log: (step: string) => void): void {
  const { metadata, project, schema } = deployment;
  const implementors = implementorsOf(deployment.program);
  const { store, clock } = runtime;
  if (readMeta(store, 'deployed') !== metadata.hash) log('Deploying metadata');
  runTransaction(runtime, { userId: '' }, (transaction) => {
    transaction.beginWrite();
    const nextId = transaction.nextId.bind(transaction);
    const { diagnostics } = deploySetup({ schema, metadata, project, implementors, store, clock, nextId });
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
