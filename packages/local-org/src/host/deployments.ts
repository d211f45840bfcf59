import { canonicalFiles, loadFiles, withChanges, type Changes } from '../metadata';
import type { Diagnostic } from '../metadata/model';
import { discoverTests, runTests, type TestBed } from '../testing';
import type { Store } from '../store/port';
import { testBed } from './apex-tests';
import { compileProject } from './compile';
import { readDeployedFiles } from './deployed-files';
import { errorsOf, readDeploymentOf, type Deployment } from './deployment';
import { ProjectError } from './diagnostics';
import type { OpenOrgOptions } from './options';
import type { Deployments, PreparedDeployment } from './port';

/** A deployment that was compiled, on its way into an org. */
export interface Prepared extends PreparedDeployment {
  readonly changes: Changes;
  readonly deployment: Deployment;
}

/** Changes of an org's metadata: by the same readers and the same compiler as a start. `apply` puts a deployment into force. */
export function deploymentsOf(
  options: OpenOrgOptions,
  store: Store,
  apply: (prepared: Prepared, together: () => void) => void,
  mayApply: () => boolean,
): Deployments {
  const files = (changes: Changes): ReadonlyMap<string, Uint8Array> =>
    withChanges(loadFiles(options.root), new Map([...readDeployedFiles(store), ...changes]));
  return {
    files: () => canonicalFiles(files(new Map())),
    mayApply,
    prepare: (changes) => prepare(readDeploymentOf(files(changes), options), changes),
    apply: (prepared, together) => apply(prepared as Prepared, together),
  };
}

function prepare(deployment: Deployment, changes: Changes): Prepared {
  let bed: TestBed | null = null;
  let errors: readonly Diagnostic[] = errorsOf(deployment);
  if (errors.length === 0) errors = setupErrors(deployment);
  const ownBed = (): TestBed => {
    const { metadata, schema, options } = deployment;
    // Counting lines needs a program of its own.
    bed ??= testBed({ ...deployment, program: compileProject(metadata, schema, { ...options, coverage: true }, () => undefined) });
    return bed;
  };
  return {
    changes,
    deployment,
    errors,
    warnings: deployment.metadata.diagnostics.filter(({ severity }) => severity === 'warning'),
    testClasses: () =>
      discoverTests(deployment.program, undefined).map(({ info, methods }) => ({ name: info.name, methods: methods.length })),
    runTests: (selection) => runTests(ownBed(), { ...selection, coverage: true }),
    close: () => {
      bed?.runtime.store.close();
      bed = null;
    },
  };
}

/** What only shows when profiles, permission sets and records are brought in line: tried in an empty org in memory. */
function setupErrors(deployment: Deployment): readonly Diagnostic[] {
  try {
    testBed(deployment).runtime.store.close();
    return [];
  } catch (error) {
    if (error instanceof ProjectError) return error.diagnostics;
    throw error;
  }
}
