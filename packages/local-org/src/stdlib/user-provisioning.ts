import { ApexList } from '../kernel/collections';
import { enumConstant } from '../kernel/enums';
import { UnsupportedError } from '../kernel/exceptions';
import { fail, need } from '../kernel/fail';
import { toId18 } from '../kernel/ids';
import { SObject } from '../kernel/sobject';
import { insertFollowing, objectOf } from '../platform';
import { Bean } from './bean';
import type { StdlibPorts } from './ports';
import { describeResult, INPUT, OUTPUT } from './process';
import { members, merge, type Theme } from './registry';

// What every connector is given and gives back (Apex Reference, UserProvisioningPlugin Class).
const INPUTS = ['userProvisioningRequestId', 'userId', 'namedCredDevName', 'reconFilter', 'reconOffset'];
const OUTPUTS = [
  ...['Status', 'Details', 'ExternalUserId', 'ExternalUsername', 'ExternalEmail', 'ExternalFirstName', 'ExternalLastName'],
  ...['reconState', 'nextReconOffset'],
];

/** The UserProvisioning namespace: the base of connectors, their log, and what their tests need. */
export function userProvisioning(ports: StdlibPorts): Theme {
  return merge(plugins(ports), logs(ports), testUtil(ports));
}

function plugins(ports: StdlibPorts): Theme {
  const inherited = {
    'describe/0': (plugin: object) => describe(plugin, ports),
    'getPluginClassName/0': (plugin: object) => ports.program().classNameOf(plugin),
    'buildDescribeCall/0': () => describeResult({ inputParameters: ApexList.ofType(INPUT), outputParameters: ApexList.ofType(OUTPUT) }),
  };
  return merge(
    members('UserProvisioning.UserProvisioningPlugin', inherited),
    // The same plugin, seen as the interface that it implements.
    members('Process.Plugin', { 'describe/0': inherited['describe/0'] }),
  );
}

/** What every connector has, and after it what `buildDescribeCall` adds, which classes override. */
function describe(plugin: object, ports: StdlibPorts): Bean {
  const overridden = typeof (plugin as Record<string, unknown>)['builddescribecall/0'] === 'function';
  const added = overridden ? (ports.program().invoke(plugin, 'buildDescribeCall', []) as Bean | null) : null;
  const texts = (type: string, names: readonly string[], extra: Readonly<Record<string, unknown>>): Bean[] =>
    names.map((name) => new Bean(type, { name, parameterType: enumConstant('Process.PluginDescribeResult.ParameterType', 'STRING'), ...extra })); // prettier-ignore
  const join = (type: string, property: string, own: readonly Bean[]): ApexList<Bean> => {
    const more = added?.get<ApexList<Bean> | null>(property)?.items ?? [];
    const names = new Set(more.map((parameter) => parameter.get<string>('name')));
    return ApexList.ofType(type, [...own.filter((parameter) => !names.has(parameter.get('name'))), ...more]);
  };
  return describeResult({
    name: added?.get('name') ?? ports.program().classNameOf(plugin),
    description: added?.get('description') ?? null,
    tag: added?.get('tag') ?? null,
    inputParameters: join(INPUT, 'inputParameters', texts(INPUT, INPUTS, { required: false })),
    outputParameters: join(OUTPUT, 'outputParameters', texts(OUTPUT, OUTPUTS, {})),
  });
}

/** Lines of the log are written at the end of the transaction: connectors log before they call out. */
function logs(ports: StdlibPorts): Theme {
  const log = (requestId: string | null, userId: string | null, texts: Readonly<Record<string, string | null>>): void => {
    const transaction = ports.transaction();
    const object = transaction.schema.object('UserProvisioningLog');
    if (!object) throw new UnsupportedError('UserProvisioningLog in an org without the feature UserProvisioning');
    const ids = { UserProvisioningRequestId: idOrNull(requestId), UserId: idOrNull(userId), OwnerId: transaction.userId };
    const fitting = Object.entries(texts).map(([name, text]) => [name, text?.slice(0, object.field(name)?.length) ?? null]);
    transaction.defer(() => void insertFollowing(transaction, object.name, [{ ...ids, ...Object.fromEntries(fitting) }]));
  };
  type Text = string | null;
  return members('UserProvisioning.UserProvisioningLog', {
    'log/2': (requestId: Text, Details: Text) => log(requestId, null, { Details }),
    'log/3': (requestId: Text, Status: Text, Details: Text) => log(requestId, null, { Status, Details }),
    'log/5': (requestId: Text, ExternalUserId: Text, ExternalUsername: Text, userId: Text, Details: Text) =>
      log(requestId, userId, { ExternalUserId, ExternalUsername, Details }),
  });
}

function idOrNull(text: string | null): string | null {
  if (text === null || text === '') return null;
  return toId18(text) ?? fail('System.StringException', `Invalid id: ${text}`);
}

/** A connected app for tests, where none can be inserted (Apex Reference, ConnectorTestUtil Class). */
function testUtil(ports: StdlibPorts): Theme {
  return members('UserProvisioning.ConnectorTestUtil', {
    'createConnectedApp/1': (name: string) => {
      if (!ports.tests.running) fail('System.UnexpectedException', 'Connected apps can be created only in Apex tests');
      const transaction = ports.transaction();
      transaction.beginWrite();
      const [id] = insertFollowing(transaction, 'ConnectedApplication', [{ Name: need(name) }]);
      const app = new SObject(objectOf(transaction, 'ConnectedApplication'));
      app.set('Id', id);
      app.set('Name', name);
      return app;
    },
  });
}
