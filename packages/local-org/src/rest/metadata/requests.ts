import type { Org } from '../../host/port';
import { readUser } from '../session/operations';
import type { SessionUser } from '../shared/call';
import { restError } from '../shared/errors';
import { enqueue, isDone, readJob, saveJob, zipOf, type DeployJob, type DeployOptions } from './jobs';

/** How long a validated package may be deployed without its tests (Metadata API Developer Guide, "deployRecentValidation()"). */
const VALIDATION_MS = 10 * 24 * 3_600_000;

/** Who reads and writes metadata (Metadata API Developer Guide, "Metadata API Access"); code needs Author Apex besides. */
export function requireMetadata(org: Org, user: SessionUser): void {
  if (!org.access.hasPermission(user.userId, 'ModifyMetadata') && !org.access.hasPermission(user.userId, 'ModifyAllData'))
    throw restError(
      403,
      'INSUFFICIENT_ACCESS',
      'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
    );
}

export function deploy(org: Org, user: SessionUser, options: DeployOptions, zip: Uint8Array): DeployJob {
  requireMetadata(org, user);
  if (!org.access.hasPermission(user.userId, 'AuthorApex'))
    throw restError(403, 'INSUFFICIENT_ACCESS', 'A deployment needs the permission Author Apex');
  if (zip.length === 0) throw restError(400, 'INVALID_OPERATION', 'The zip file of the deployment is missing');
  if (options.testLevel === 'RunSpecifiedTests' && options.runTests.length === 0)
    throw restError(400, 'INVALID_OPERATION', 'RunSpecifiedTests needs the names of test classes in runTests');
  return enqueue(org, { userId: user.userId, name: readUser(org, user.userId)['Name'] ?? user.username }, options, zip);
}

/** Deploys a package that was validated with its tests, without running them again. */
export function deployValidated(org: Org, user: SessionUser, id: string): DeployJob {
  const job = deployment(org, user, id);
  if (!job.options.checkOnly || job.status !== 'Succeeded' || job.tests.length === 0)
    throw restError(400, 'INVALID_ID_FIELD', `${id} is not a validation that succeeded with its tests`);
  if (org.clock.now() - (job.completed ?? 0) > VALIDATION_MS)
    throw restError(400, 'INVALID_ID_FIELD', `${id} was validated more than ten days ago`);
  return deploy(org, user, { ...job.options, checkOnly: false, testLevel: 'NoTestRun', runTests: [] }, zipOf(org, id));
}

export function deployment(org: Org, user: SessionUser, id: string): DeployJob {
  requireMetadata(org, user);
  const job = readJob(org, id) ?? readJob(org, id.slice(0, 15) + suffixOf(org, id));
  if (!job) throw restError(404, 'INVALID_CROSS_REFERENCE_KEY', `There is no deployment ${id}`);
  return job;
}

/** An id of 15 characters names the same as the one of 18. */
function suffixOf(org: Org, id: string): string {
  return org.kv.list(`deploy:job:${id.slice(0, 15)}`)[0]?.key.slice(-3) ?? '';
}

/** Asks a deployment to end before it has changed anything. */
export function cancel(org: Org, user: SessionUser, id: string): DeployJob {
  const job = deployment(org, user, id);
  if (isDone(job)) throw restError(400, 'INVALID_OPERATION', `The deployment ${id} is done already`);
  const asked: DeployJob = { ...job, status: 'Canceling' };
  org.step({ userId: user.userId }, () => saveJob(org, asked));
  org.wake();
  return asked;
}
