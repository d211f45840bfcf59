import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BOOK, classFiles, deployed, emptyProject, manifest, soap, unzip, xml, zipOf } from './packages';
import { send, serveLibrary, type Client, type Served } from './served-org';

let root: string;
let served: Served;
let admin: Client;
let reader: Client;

async function open(): Promise<void> {
  served = await serveLibrary({ root, dbFile: join(root, 'org.db') });
  [admin, reader] = await Promise.all([served.signIn('admin'), served.signIn('reader')]);
}
beforeAll(async () => {
  root = emptyProject();
  await open();
});
beforeEach(() => served.org.reset());
beforeEach(async () => {
  [admin, reader] = await Promise.all([served.signIn('admin'), served.signIn('reader')]);
});
afterAll(() => served.close());

const GOOD = classFiles('Shelf', 'public with sharing class Shelf {\n  public static Integer size() {\n    return 3;\n  }\n}\n');
const TEST = classFiles(
  'ShelfTest',
  '@IsTest\nprivate class ShelfTest {\n  @IsTest\n  static void counts() {\n    Assert.areEqual(3, Shelf.size());\n  }\n}\n',
);
const BAD = classFiles('Broken', 'public class Broken {\n\n\n\n\n  void a() {\n    Integer i = nope;\n  }\n}\n');
const named = (...names: string[]) => ({ 'package.xml': manifest({ ApexClass: names }) });

/** What the org holds, as a retrieval gives it. */
async function held(types: Readonly<Record<string, readonly string[]>>, name = 'retrieveRequest'): Promise<Record<string, string>> {
  const members = Object.entries(types).map(
    ([type, list]) => `<types>${list.map((one) => `<members>${one}</members>`).join('')}<name>${type}</name></types>`,
  );
  const asked = `<retrieve><${name}><apiVersion>67.0</apiVersion><singlePackage>true</singlePackage><unpackaged>${members.join('')}<version>67.0</version></unpackaged></${name}></retrieve>`;
  const id = /<id>([^<]+)<\/id>/.exec(await soap(served, admin.token, asked))?.[1] ?? '';
  const answer = await soap(
    served,
    admin.token,
    `<checkRetrieveStatus><asyncProcessId>${id}</asyncProcessId><includeZip>true</includeZip></checkRetrieveStatus>`,
  );
  return unzip(/<zipFile>([^<]+)<\/zipFile>/.exec(answer)?.[1] ?? '');
}
const apex = (source: string) => served.org.exec(source, served.org.users[0]?.userId ?? '');
const everything = () => held({ ApexClass: ['*'], CustomObject: ['*'], CustomLabels: ['*'] });

describe('a deployment', () => {
  it('puts classes and objects into the org, which work at once and come back as they were sent', async () => {
    const files = { 'package.xml': manifest({ ApexClass: ['Shelf', 'ShelfTest'], CustomObject: ['Tome__c'] }), ...GOOD, ...TEST, ...BOOK };
    const { result } = await deployed(served, admin.token, files);
    expect(result).toMatchObject({ status: 'Succeeded', success: true, done: true, numberComponentErrors: 0, numberComponentsDeployed: 5 });
    expect(result.details.componentSuccesses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ componentType: 'ApexClass', fullName: 'Shelf', fileName: 'classes/Shelf.cls', created: true }),
        expect.objectContaining({ componentType: 'CustomField', fullName: 'Tome__c.Pages__c', fileName: 'objects/Tome__c.object' }),
      ]),
    );
    const ran = apex("Database.insert(new Tome__c(Name = 'A', Pages__c = Shelf.size()), AccessLevel.SYSTEM_MODE);");
    expect(ran).toMatchObject({ success: true, exceptionMessage: null });
    const back = await everything();
    expect(await held({ ApexClass: ['Shelf', 'ShelfTest'] }, 'request')).toHaveProperty(['classes/ShelfTest.cls']);
    expect(back['classes/Shelf.cls']).toBe(GOOD['classes/Shelf.cls']);
    expect(back['objects/Tome__c.object']).toContain('<fullName>Pages__c</fullName>');
    expect((await deployed(served, admin.token, { ...back })).result).toMatchObject({ status: 'Succeeded' });
    expect(await everything()).toEqual(back);
  });

  it('is refused as a whole when one class does not compile, with its line and column', async () => {
    const before = await everything();
    const { result } = await deployed(served, admin.token, { ...named('Shelf', 'Broken'), ...GOOD, ...BAD });
    expect(result).toMatchObject({ status: 'Failed', success: false, numberComponentErrors: 1, numberComponentsDeployed: 0 });
    expect(result.details.componentFailures).toEqual([
      expect.objectContaining({
        componentType: 'ApexClass',
        fullName: 'Broken',
        fileName: 'classes/Broken.cls',
        lineNumber: 7,
        columnNumber: 17,
        problem: 'Variable does not exist: nope',
        problemType: 'Error',
      }),
    ]);
    expect(await everything()).toEqual(before);
  });

  it('leaves out what fails, and what needs it, when rollbackOnError is false', async () => {
    const user = classFiles('Reader', 'public class Reader { Broken b; }');
    const files = { ...named('Shelf', 'Broken', 'Reader'), ...GOOD, ...BAD, ...user };
    const { result } = await deployed(served, admin.token, files, { rollbackOnError: false });
    expect(result).toMatchObject({ status: 'SucceededPartial', success: false });
    expect(Object.keys(await held({ ApexClass: ['*'] })).filter((path) => path.endsWith('.cls'))).toEqual(['classes/Shelf.cls']);
  });

  it('changes nothing when it is only checked', async () => {
    const before = await everything();
    const files = { 'package.xml': manifest({ ApexClass: ['Shelf'], CustomObject: ['Tome__c'] }), ...GOOD, ...BOOK };
    const { result } = await deployed(served, admin.token, files, { checkOnly: true });
    expect(result).toMatchObject({ status: 'Succeeded', checkOnly: true });
    expect(await everything()).toEqual(before);
    expect((await admin.call('GET', 'sobjects/Tome__c/describe')).status).toBe(404);
  });

  it('runs the tests that it is asked to run, and is refused when one fails', async () => {
    const failing = classFiles(
      'ShelfTest',
      '@IsTest\nprivate class ShelfTest {\n  @IsTest\n  static void counts() {\n    Assert.areEqual(4, Shelf.size());\n  }\n}\n',
    );
    const wrong = await deployed(
      served,
      admin.token,
      { ...named('Shelf', 'ShelfTest'), ...GOOD, ...failing },
      { testLevel: 'RunLocalTests' },
    );
    expect(wrong.result).toMatchObject({ status: 'Failed', numberTestErrors: 1, numberTestsTotal: 1, numberComponentsDeployed: 0 });
    expect(wrong.result.details.runTestResult.failures).toEqual([
      expect.objectContaining({ name: 'ShelfTest', methodName: 'counts', message: expect.stringContaining('Expected: 4') }),
    ]);
    expect(Object.keys(await held({ ApexClass: ['*'] }))).toEqual(['package.xml']);
    const right = await deployed(
      served,
      admin.token,
      { ...named('Shelf', 'ShelfTest'), ...GOOD, ...TEST },
      { testLevel: 'RunSpecifiedTests', runTests: ['ShelfTest'] },
    );
    expect(right.result).toMatchObject({ status: 'Succeeded', numberTestsCompleted: 1, numberTestErrors: 0 });
    expect(right.result.details.runTestResult.codeCoverage).toEqual([
      expect.objectContaining({ name: 'Shelf', numLocations: 1, numLocationsNotCovered: 0, type: 'Class' }),
    ]);
  });

  it('deploys without tests what was validated with them', async () => {
    const files = { ...named('Shelf', 'ShelfTest'), ...GOOD, ...TEST };
    const plain = await deployed(served, admin.token, files, { checkOnly: true });
    const body = (id: string) => ({ validatedDeployRequestId: id });
    expect((await admin.call('POST', 'metadata/deployRequest', body(plain.start.id))).status).toBe(400);
    const validated = await deployed(served, admin.token, files, { checkOnly: true, testLevel: 'RunLocalTests' });
    expect(await held({ ApexClass: ['*'] })).not.toHaveProperty(['classes/Shelf.cls']);
    const quick = await admin.call('POST', 'metadata/deployRequest', body(validated.start.id));
    expect(quick.status).toBe(201);
    served.drain();
    expect((await admin.call('GET', `metadata/deployRequest/${quick.body.id}`)).body.deployResult).toMatchObject({
      status: 'Succeeded',
      runTestsEnabled: false,
    });
    expect(await held({ ApexClass: ['*'] })).toHaveProperty(['classes/Shelf.cls']);
  });

  it('takes away what destructive changes name, but not what is still used', async () => {
    await deployed(served, admin.token, { ...named('Shelf', 'ShelfTest'), ...GOOD, ...TEST });
    const without = (...names: string[]) => ({ ...named(), 'destructiveChanges.xml': manifest({ ApexClass: names }) });
    const used = await deployed(served, admin.token, without('Shelf'));
    expect(used.result).toMatchObject({ status: 'Failed' });
    expect(used.result.details.componentFailures[0]).toMatchObject({
      fullName: 'ShelfTest',
      problem: expect.stringContaining('Dependent class is invalid'),
    });
    const both = await deployed(served, admin.token, without('Shelf', 'ShelfTest', 'Nothing'));
    expect(both.result).toMatchObject({ status: 'Succeeded' });
    expect(both.result.details.componentSuccesses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ fullName: 'Shelf', deleted: true }),
        expect.objectContaining({ fullName: 'Nothing', problemType: 'Warning', problem: 'No ApexClass named: Nothing found' }),
      ]),
    );
    expect(Object.keys(await held({ ApexClass: ['*'] }))).toEqual(['package.xml']);
  });

  it('keeps the labels and fields that do not come again', async () => {
    const labels = (name: string) => ({
      'package.xml': manifest({ CustomLabels: ['CustomLabels'] }),
      'labels/CustomLabels.labels': xml(
        'CustomLabels',
        `    <labels>\n        <fullName>${name}</fullName>\n        <language>en_US</language>\n        <protected>false</protected>\n        <shortDescription>${name}</shortDescription>\n        <value>The ${name}</value>\n    </labels>`,
      ),
    });
    await deployed(served, admin.token, labels('First'));
    await deployed(served, admin.token, labels('Second'));
    const { 'labels/CustomLabels.labels': text = '' } = await held({ CustomLabels: ['CustomLabels'] });
    expect([...text.matchAll(/<fullName>(\w+)</g)].map(([, name]) => name)).toEqual(['First', 'Second']);
    await deployed(served, admin.token, { 'package.xml': manifest({ CustomObject: ['Tome__c'] }), ...BOOK });
    const field = {
      'objects/Tome__c.object': xml(
        'CustomObject',
        '    <fields>\n        <fullName>Isbn__c</fullName>\n        <label>ISBN</label>\n        <length>20</length>\n        <type>Text</type>\n    </fields>',
      ),
    };
    const added = await deployed(served, admin.token, { 'package.xml': manifest({ CustomField: ['Tome__c.Isbn__c'] }), ...field });
    expect(added.result).toMatchObject({ status: 'Succeeded' });
    const { 'objects/Tome__c.object': object = '' } = await held({ CustomObject: ['Tome__c'] });
    expect(object).toMatch(/<fullName>Genre__c<[^]*<fullName>Isbn__c<[^]*<fullName>Pages__c</);
  });

  it('is refused where the records do not fit, and leaves them as they are', async () => {
    await deployed(served, admin.token, { 'package.xml': manifest({ CustomObject: ['Tome__c'] }), ...BOOK });
    const made = apex("Database.insert(new Tome__c(Name = 'A', Pages__c = 3), AccessLevel.SYSTEM_MODE);");
    expect(made.success).toBe(true);
    const text = BOOK['objects/Tome__c.object'].replace(/<precision>18[^]*?<type>Number/, '<length>10</length><type>Text');
    const { result } = await deployed(served, admin.token, {
      'package.xml': manifest({ CustomObject: ['Tome__c'] }),
      'objects/Tome__c.object': text,
    });
    expect(result).toMatchObject({ status: 'Failed' });
    expect(result.details.componentFailures[0]).toMatchObject({ problem: expect.stringContaining('The type of Tome__c.Pages__c changed') });
    expect(apex('Assert.areEqual(3, [SELECT Pages__c FROM Tome__c WITH SYSTEM_MODE].Pages__c);')).toMatchObject({ success: true });
  });

  it('survives a restart, and one that waits is done by the next process', async () => {
    await deployed(served, admin.token, { ...named('Shelf'), ...GOOD });
    const zip = zipOf({ ...named('ShelfTest'), ...TEST }).toString('base64');
    const started = await soap(
      served,
      admin.token,
      `<deploy><ZipFile>${zip}</ZipFile><DeployOptions><rollbackOnError>true</rollbackOnError></DeployOptions></deploy>`,
    );
    const id = /<id>([^<]+)<\/id>/.exec(started)?.[1];
    await served.close();
    await open();
    served.drain();
    expect(
      await soap(
        served,
        admin.token,
        `<checkDeployStatus><asyncProcessId>${id}</asyncProcessId><includeDetails>true</includeDetails></checkDeployStatus>`,
      ),
    ).toContain('<status>Succeeded</status>');
    expect(Object.keys(await held({ ApexClass: ['*'] }))).toEqual(expect.arrayContaining(['classes/Shelf.cls', 'classes/ShelfTest.cls']));
  });

  it('that a reset has taken away does not go on in another one of the same id', async () => {
    const begin = async (files: Readonly<Record<string, string>>): Promise<string | undefined> => {
      const zip = zipOf(files).toString('base64');
      const options = '<DeployOptions><testLevel>RunLocalTests</testLevel></DeployOptions>';
      return /<id>([^<]+)</.exec(await soap(served, admin.token, `<deploy><ZipFile>${zip}</ZipFile>${options}</deploy>`))?.[1];
    };
    const first = await begin({ ...named('Shelf', 'ShelfTest'), ...GOOD, ...TEST });
    // Begun and compiled, before its tests.
    served.org.runOneWaiting();
    served.org.reset();
    admin = await served.signIn('admin');
    expect(await begin({ ...named('Shelf'), ...GOOD })).toBe(first);
    served.drain();
    expect(Object.keys(await held({ ApexClass: ['*'] })).filter((path) => path.endsWith('.cls'))).toEqual(['classes/Shelf.cls']);
  });

  it('ends before it has changed anything when it is cancelled', async () => {
    const zip = zipOf({ ...named('Shelf'), ...GOOD }).toString('base64');
    const id = /<id>([^<]+)</.exec(await soap(served, admin.token, `<deploy><ZipFile>${zip}</ZipFile><DeployOptions/></deploy>`))?.[1];
    await soap(served, admin.token, `<cancelDeploy><String>${id}</String></cancelDeploy>`);
    served.drain();
    expect((await admin.call('GET', `metadata/deployRequest/${id}`)).body.deployResult).toMatchObject({ status: 'Canceled' });
    expect(Object.keys(await held({ ApexClass: ['*'] }))).toEqual(['package.xml']);
  });
});

describe('who deploys', () => {
  it('needs Modify Metadata and Author Apex', async () => {
    const { status, result } = await deployed(served, reader.token, { ...named('Shelf'), ...GOOD });
    expect([status, result[0].errorCode]).toEqual([403, 'INSUFFICIENT_ACCESS']);
    for (const operation of [
      '<describeMetadata/>',
      '<listMetadata/>',
      '<deploy/>',
      '<retrieve/>',
      '<checkDeployStatus/>',
      '<checkRetrieveStatus/>',
    ])
      expect([operation, await soap(served, reader.token, operation)]).toEqual([
        operation,
        expect.stringContaining('sf:INSUFFICIENT_ACCESS'),
      ]);
    expect(await soap(served, 'nobody', '<describeMetadata/>')).toContain('sf:INVALID_SESSION_ID');
  });
});

describe('a package that is none', () => {
  const failed = async (zip: Buffer) => (await deployed(served, admin.token, zip)).result;

  it('is told as the failure of its deployment', async () => {
    expect(await failed(Buffer.from('no zip'))).toMatchObject({ status: 'Failed', errorMessage: 'The zip file is damaged, or is none' });
    expect(await failed(zipOf({ 'classes/A.cls': '' }))).toMatchObject({ status: 'Failed', errorMessage: 'No package.xml found' });
    for (const path of ['../package.xml', '/package.xml', 'classes/../../x', 'C:/x', 'a\\b'])
      expect((await failed(zipOf({ [path]: 'x' }))).errorMessage).toMatch(/is not allowed in a zip file/);
  });

  it('names what the manifest lists and the zip file lacks, and what it knows nothing of', async () => {
    const { result } = await deployed(served, admin.token, {
      'package.xml': manifest({ ApexClass: ['Ghost'], Unicorn: ['X'] }),
      'unicorns/X.unicorn': '<x/>',
    });
    const problems = result.details.componentFailures.map((one: { problem: string }) => one.problem);
    expect(problems).toEqual([
      'The local org does not know metadata in unicorns',
      "An object 'Ghost' of type ApexClass was named in package.xml, but was not found in zipped directory",
      "Unknown type name 'Unicorn' specified in package.xml",
    ]);
  });
});

describe('what there is', () => {
  it('is described and listed', async () => {
    await deployed(served, admin.token, { ...named('Shelf'), ...GOOD });
    const described = await soap(served, admin.token, '<describeMetadata><asOfVersion>67.0</asOfVersion></describeMetadata>');
    expect(described).toContain(
      '<directoryName>classes</directoryName><inFolder>false</inFolder><metaFile>true</metaFile><suffix>cls</suffix><xmlName>ApexClass</xmlName>',
    );
    const list = await soap(
      served,
      admin.token,
      '<listMetadata><queries><type>ApexClass</type></queries><asOfVersion>67.0</asOfVersion></listMetadata>',
    );
    expect(list).toMatch(/<fileName>classes\/Shelf\.cls<\/fileName><fullName>Shelf<\/fullName><id>01p[^<]{15}<\/id>/);
  });

  it('cannot be asked of a deployment or retrieval that is not there', async () => {
    expect(
      (
        await send(served.url, 'GET', '/services/data/v67.0/metadata/deployRequest/0Af000000000999AAA', undefined, {
          authorization: `Bearer ${admin.token}`,
        })
      ).status,
    ).toBe(404);
    expect(await soap(served, admin.token, '<checkRetrieveStatus><asyncProcessId>x</asyncProcessId></checkRetrieveStatus>')).toContain(
      'INVALID_CROSS_REFERENCE_KEY',
    );
  });
});

describe('a large package by SOAP', () => {
  it('is read on when its message names a session, and refused unread when it does not', async () => {
    // Random names do not pack well.
    const noise = Array.from({ length: 12_000 }, (_, i) => `// ${Math.sin(i)} ${Math.cos(i)}`).join('\n');
    const files = classFiles('Shelf', `public class Shelf {\n${noise}\n}\n`);
    const zip = zipOf({ ...named('Shelf'), ...files }).toString('base64');
    expect(zip.length).toBeGreaterThan(256 * 1024);
    const begun = await soap(served, admin.token, `<deploy><ZipFile>${zip}</ZipFile><DeployOptions/></deploy>`);
    const id = /<id>([^<]+)</.exec(begun)?.[1];
    served.drain();
    expect((await admin.call('GET', `metadata/deployRequest/${id}`)).body.deployResult).toMatchObject({ status: 'Succeeded' });
    expect(await soap(served, 'nobody', `<deploy><ZipFile>${zip}</ZipFile></deploy>`)).toContain('larger than');
  });
});
