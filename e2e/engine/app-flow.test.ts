import { XMLParser } from 'fast-xml-parser';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOrg, type OpenedOrg } from 'local-org/org';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './served-org';

interface Value {
  readonly elementReference?: string;
}
interface PluginCall {
  readonly name: string;
  readonly apexClass: string;
  readonly inputParameters: { readonly name: string; readonly value: Value }[];
  readonly outputParameters: { readonly name: string; readonly assignToReference: string }[];
}
interface Variable {
  readonly name: string;
  readonly dataType: string;
  readonly objectType?: string;
  readonly isInput: string;
}
interface Flow {
  readonly processType: string;
  readonly apexPluginCalls: PluginCall[];
  readonly variables: Variable[];
  readonly recordLookups: { readonly name: string; readonly label: string; readonly object: string }[];
}
interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly required?: boolean;
}
interface Described {
  readonly isConnector: boolean;
  readonly inputs: Parameter[];
  readonly outputs: Parameter[];
}

const FILE = 'connected-apps-flow/main/apps/flows/Provision_Connected_App.flow-meta.xml';
const LISTS = ['apexPluginCalls', 'variables', 'recordLookups', 'inputParameters', 'outputParameters'];
const MARK = 'DESCRIBED ';

const text = readFileSync(join(root, FILE), 'utf8');
const flow = (new XMLParser({ isArray: (name) => LISTS.includes(name), parseTagValue: false }).parse(text) as { Flow: Flow }).Flow;

/** What the class says of itself, in the org. */
const DESCRIBE = (name: string): string => `
  Object made = Type.forName('${name}').newInstance();
  Process.PluginDescribeResult told = ((Process.Plugin) made).describe();
  List<Object> inputs = new List<Object>();
  for (Process.PluginDescribeResult.InputParameter one : told.inputParameters) {
    inputs.add(new Map<String, Object>{ 'name' => one.name, 'type' => one.parameterType.name(), 'required' => one.required });
  }
  List<Object> outputs = new List<Object>();
  for (Process.PluginDescribeResult.OutputParameter one : told.outputParameters) {
    outputs.add(new Map<String, Object>{ 'name' => one.name, 'type' => one.parameterType.name() });
  }
  System.debug('${MARK}' + JSON.serialize(new Map<String, Object>{
    'isConnector' => made instanceof UserProvisioning.UserProvisioningPlugin, 'inputs' => inputs, 'outputs' => outputs
  }));`;

let org: OpenedOrg;
beforeAll(() => {
  const cacheDir = join(root, '.local-org/cache');
  mkdirSync(cacheDir, { recursive: true });
  org = openOrg({ root, dbFile: ':memory:', cacheDir });
}, 240_000);
afterAll(() => org.close());

function described(name: string): Described {
  const { debugLog, ...ending } = org.exec(DESCRIBE(name), org.users[0]!.userId);
  expect(ending).toMatchObject({ success: true, compileProblem: null, exceptionMessage: null });
  return JSON.parse(debugLog.find((line) => line.startsWith(MARK))!.slice(MARK.length)) as Described;
}

/** The kind of a resource of the flow, in the words of the describe: an id is a text. */
function typeOf(reference: string): string | undefined {
  const [name, field] = reference.split('.');
  const variable = flow.variables.find((one) => one.name === name);
  if (field !== undefined) return variable?.dataType === 'SObject' && field === 'Id' ? 'STRING' : undefined;
  return variable?.dataType.toUpperCase();
}

test('the flow is of the type User Provisioning and takes the records that the platform hands it', () => {
  expect(flow.processType).toBe('UserProvisioningFlow');
  const records = ['User', 'UserProvisioningRequest', 'UserProvAccount'];
  const taken = flow.variables.filter(({ dataType, isInput }) => dataType === 'SObject' && isInput === 'true');
  expect(taken.map(({ name, objectType }) => [name, objectType]).sort()).toEqual(records.map((name) => [name, name]).sort());
  expect(flow.recordLookups).toMatchObject([{ name: 'Look_Up_User', label: 'Look Up User', object: 'User' }]);
});

test('one legacy Apex action serves a person, another one collects', () => {
  const outputs = flow.apexPluginCalls.map((call) => call.outputParameters.map(({ name }) => name));
  expect(outputs.filter((names) => names.includes('nextReconOffset') && names.includes('reconState'))).toHaveLength(1);
  expect(outputs).toHaveLength(2);
  const always = ['ExternalUserId', 'ExternalUsername', 'ExternalFirstName', 'ExternalLastName', 'ExternalEmail', 'Details', 'Status'];
  for (const names of outputs) expect(names).toEqual(expect.arrayContaining(always));
});

describe.each(flow.apexPluginCalls.map((call) => [call.name, call] as const))('%s', (_name, call) => {
  test('gives and takes what the class describes, each of its type, and all that is required', () => {
    const { isConnector, inputs, outputs } = described(call.apexClass);
    expect(isConnector).toBe(true);
    const typesOf = (parameters: Parameter[]) => new Map(parameters.map(({ name, type }) => [name, type]));
    for (const { name, value } of call.inputParameters)
      expect([name, typesOf(inputs).get(name)]).toEqual([name, typeOf(value.elementReference!)]);
    for (const { name, assignToReference } of call.outputParameters)
      expect([name, typesOf(outputs).get(name)]).toEqual([name, typeOf(assignToReference)]);
    const given = call.inputParameters.map(({ name }) => name);
    for (const { name, required } of inputs) expect(required === true && !given.includes(name), name).toBe(false);
  });
});

test('every arrow of the flow leads to an element that is there', () => {
  const names = [...text.matchAll(/^ {4}<(?:apexPluginCalls|assignments|decisions|recordLookups)>\s*<name>(\w+)</gm)].map(
    (found) => found[1]!,
  );
  const targets = [...text.matchAll(/<targetReference>(\w+)</g)].map((found) => found[1]!);
  expect(names).toEqual(expect.arrayContaining(targets));
  for (const name of names) expect(targets, name).toContain(name);
});
