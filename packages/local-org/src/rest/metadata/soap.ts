import type { ComponentName } from '../../metadata';
import { restError } from '../shared/errors';
import { textIn, type Element } from '../session/envelope';
import type { SoapAnswer, SoapRequest, SoapService } from '../soap/service';
import { xmlOf, type XmlValue } from '../soap/xml';
import type { DeployOptions } from './jobs';
import { componentsOf, describeMetadata, filePropertiesOf, packed, select } from './listing';
import { cancel, deploy, deployment, deployValidated, requireMetadata } from './requests';
import { deployResult } from './results';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const RETRIEVAL = 'retrieve:';

/** The Metadata API (Metadata API Developer Guide): deployments, retrievals, and what there is. */
export const METADATA_SERVICE: SoapService = {
  namespace: NAMESPACE,
  faults: NAMESPACE,
  attachment: 'ZipFile',
  operations: {
    deploy: (request) => {
      const { org, user, operation, attachment } = request;
      const job = deploy(org, user, optionsOf(child(operation, 'DeployOptions')), attachment ?? new Uint8Array());
      return answer(request, { done: false, id: job.id, state: 'Queued' });
    },
    checkDeployStatus: (request) => {
      const { org, user, operation } = request;
      const job = deployment(org, user, textIn(operation, 'asyncProcessId'));
      return answer(request, deployResult(org, job, textIn(operation, 'includeDetails') === 'true'));
    },
    cancelDeploy: (request) => {
      const { org, user, operation } = request;
      const job = cancel(org, user, operation.children[0]?.text ?? '');
      return answer(request, { done: false, id: job.id });
    },
    deployRecentValidation: (request) => {
      const { org, user, operation } = request;
      // The result is the id itself.
      return answer(request, deployValidated(org, user, textIn(operation, 'validationId')).id);
    },
    describeMetadata: (request) => {
      requireMetadata(request.org, request.user);
      return answer(request, describeMetadata());
    },
    listMetadata,
    retrieve,
    checkRetrieveStatus,
  },
};

function answer({ operation }: SoapRequest, result: XmlValue): SoapAnswer {
  return { body: xmlOf(`${operation.name}Response`, { result }) };
}

const EMPTY: Element = { namespace: NAMESPACE, name: '', children: [], text: '' };
const child = (element: Element, name: string): Element => element.children.find((one) => one.name === name) ?? EMPTY;
const textsIn = (element: Element, name: string): string[] => element.children.filter((one) => one.name === name).map(({ text }) => text);

function optionsOf(options: Element): DeployOptions {
  return {
    checkOnly: textIn(options, 'checkOnly') === 'true',
    ignoreWarnings: textIn(options, 'ignoreWarnings') === 'true',
    rollbackOnError: textIn(options, 'rollbackOnError') !== 'false',
    testLevel: textIn(options, 'testLevel') || 'NoTestRun',
    runTests: textsIn(options, 'runTests'),
  };
}

function listMetadata(request: SoapRequest): SoapAnswer {
  const { org, user, operation } = request;
  requireMetadata(org, user);
  const types = new Set(operation.children.filter(({ name }) => name === 'queries').map((query) => textIn(query, 'type')));
  return answer(
    request,
    filePropertiesOf(
      org,
      componentsOf(org).filter(({ type }) => types.has(type)),
    ),
  );
}

/** What was asked for; the package is made when it is fetched. */
interface Retrieval {
  readonly members: readonly ComponentName[];
  readonly version: string;
  readonly prefix: string;
  readonly userId: string;
}

function retrieve(request: SoapRequest): SoapAnswer {
  const { org, user, version, operation } = request;
  requireMetadata(org, user);
  // The WSDL calls it retrieveRequest, jsforce and with it the Salesforce CLI request.
  const asked = operation.children[0] ?? EMPTY;
  const unpackaged = child(asked, 'unpackaged');
  const members = unpackaged.children
    .filter(({ name }) => name === 'types')
    .flatMap((entry) => textsIn(entry, 'members').map((name) => ({ type: textIn(entry, 'name'), name })));
  if (members.length === 0)
    throw restError(400, 'INVALID_OPERATION', 'The local org retrieves what the element unpackaged names; it names nothing');
  const id = org.step({ userId: user.userId }, () => {
    const n = Number(org.kv.get(`${RETRIEVAL}counter`) ?? '0') + 1;
    org.kv.set(`${RETRIEVAL}counter`, String(n));
    const made = `09S${String(n).padStart(12, '0')}AAA`;
    const prefix = textIn(asked, 'singlePackage') === 'true' ? '' : 'unpackaged/';
    const retrieval: Retrieval = { members, version: textIn(unpackaged, 'version') || version, prefix, userId: user.userId };
    org.kv.set(RETRIEVAL + made, JSON.stringify(retrieval));
    return made;
  });
  return answer(request, { done: false, id, state: 'Queued' });
}

function checkRetrieveStatus(request: SoapRequest): SoapAnswer {
  const { org, user, operation } = request;
  requireMetadata(org, user);
  const id = textIn(operation, 'asyncProcessId');
  const text = org.kv.get(RETRIEVAL + id);
  if (text === null) throw restError(404, 'INVALID_CROSS_REFERENCE_KEY', `There is no retrieval ${id}`);
  const { members, version, prefix } = JSON.parse(text) as Retrieval;
  const { components, missing } = select(org, members);
  const wantsZip = textIn(operation, 'includeZip') !== 'false';
  return answer(request, {
    done: true,
    fileProperties: [
      ...filePropertiesOf(org, components, prefix),
      { ...filePropertiesOf(org, [{ type: 'Package', name: 'package.xml' }])[0], fileName: `${prefix}package.xml` },
    ],
    id,
    messages: missing.map(({ type, name }) => ({
      fileName: `${prefix}package.xml`,
      problem: `Entity of type '${type}' named '${name}' cannot be found`,
    })),
    status: 'Succeeded',
    success: true,
    zipFile: wantsZip ? Buffer.from(packed(components, version, prefix).zip).toString('base64') : undefined,
  });
}
