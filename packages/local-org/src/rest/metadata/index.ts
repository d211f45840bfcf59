import type { Org } from '../../host/port';
import { created, ok, route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { restError } from '../shared/errors';
import { isObject, parseJsonObject, type Json, type JsonObject } from '../shared/json';
import { createDeployer } from './deploy';
import type { DeployJob, DeployOptions } from './jobs';
import { readParts } from './multipart';
import { cancel, deploy, deployment, deployValidated } from './requests';
import { deployResult } from './results';

export { METADATA_SERVICE } from './soap';

/** Deployments by REST (Metadata API Developer Guide, "Deploying with the REST API"). */
export function metadataRoutes(data: string): Route[] {
  const requests = `${data}/metadata/deployRequest`;
  return [
    route('POST', requests, start),
    route('GET', `${requests}/:id`, status),
    route('PATCH', `${requests}/:id`, change),
    route('POST', `${requests}/validatedDeployRequestId`, startValidated),
  ];
}

/** Deployments of a former process go on. */
export function startDeployments(org: Org): void {
  org.background(createDeployer(org));
}

function start(call: Call): Reply {
  const type = call.headers['content-type'] ?? '';
  // A body without a package deploys one that was validated before.
  if (!/^multipart\/form-data\b/i.test(type)) return startValidated(call);
  const parts = readParts(call.body, type);
  const json = parts.get('json') ?? parts.get('entity_content') ?? new TextEncoder().encode('{}');
  const job = deploy(call.org, call.user, optionsOf(parseJsonObject(json)), parts.get('file') ?? new Uint8Array());
  return created(requestJson(call, job, false));
}

function startValidated(call: Call): Reply {
  const id = parseJsonObject(call.body)['validatedDeployRequestId'];
  if (typeof id !== 'string') throw restError(400, 'MISSING_ARGUMENT', 'validatedDeployRequestId is required');
  return created(requestJson(call, deployValidated(call.org, call.user, id), false));
}

function status(call: Call, { id = '' }: Params): Reply {
  return ok(requestJson(call, deployment(call.org, call.user, id), call.query.get('includeDetails') === 'true'));
}

/** `{"deployResult": {"status": "Canceling"}}` */
function change(call: Call, { id = '' }: Params): Reply {
  const { deployResult: result } = parseJsonObject(call.body);
  if (!isObject(result) || result['status'] !== 'Canceling')
    throw restError(400, 'INVALID_INPUT', 'The status can be set to Canceling only');
  return { status: 202, json: requestJson(call, cancel(call.org, call.user, id), false) };
}

function requestJson({ org }: Call, job: DeployJob, withDetails: boolean): JsonObject {
  const { checkOnly, ignoreWarnings, rollbackOnError, testLevel, runTests } = job.options;
  return {
    id: job.id,
    validatedDeployRequestId: null,
    deployResult: deployResult(org, job, withDetails) as unknown as Json,
    deployOptions: { checkOnly, ignoreWarnings, rollbackOnError, testLevel, runTests: [...runTests] },
  };
}

function optionsOf(json: JsonObject): DeployOptions {
  const { deployOptions = {} } = json;
  if (!isObject(deployOptions)) throw restError(400, 'INVALID_INPUT', 'deployOptions has to be an object');
  const { checkOnly, ignoreWarnings, rollbackOnError, testLevel, runTests } = deployOptions;
  return {
    checkOnly: checkOnly === true,
    ignoreWarnings: ignoreWarnings === true,
    rollbackOnError: rollbackOnError !== false,
    testLevel: typeof testLevel === 'string' ? testLevel : 'NoTestRun',
    runTests: Array.isArray(runTests) ? runTests.map(String) : [],
  };
}
