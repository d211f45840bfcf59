import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFiles, readProject } from '../../src/metadata';

const garage = join(import.meta.dirname, '../fixtures/garage');
const encode = (text: string) => new TextEncoder().encode(text);
const read = (files: Record<string, string>) => readProject(new Map(Object.entries(files).map(([path, text]) => [path, encode(text)])));

describe('loadFiles', () => {
  it('reads the folders that only the local org deploys, after those of the packages', () => {
    const root = mkdtempSync(join(tmpdir(), 'folders-'));
    try {
      for (const folder of ['main', 'local']) mkdirSync(join(root, folder));
      writeFileSync(join(root, 'sfdx-project.json'), '{"packageDirectories":[{"path":"main"}]}');
      writeFileSync(join(root, 'main/labels.txt'), '');
      writeFileSync(join(root, 'local/notes.txt'), '');
      writeFileSync(join(root, 'local-org.json'), '{"folders":["./local/"]}');
      expect([...loadFiles(root).keys()]).toEqual(['sfdx-project.json', 'local-org.json', 'main/labels.txt', 'local/notes.txt']);
      // Written on Windows.
      mkdirSync(join(root, 'plugins/one'), { recursive: true });
      writeFileSync(join(root, 'plugins/one/labels.txt'), '');
      writeFileSync(join(root, 'sfdx-project.json'), '{"packageDirectories":[{"path":"main"},{"path":".\\\\plugins\\\\one"}]}');
      expect([...loadFiles(root).keys()]).toContain('plugins/one/labels.txt');
      writeFileSync(join(root, 'local-org.json'), '{"folders":["nowhere"]}');
      expect(() => loadFiles(root)).toThrow('local-org.json names the folder nowhere, which does not exist');
      writeFileSync(join(root, 'local-org.json'), '{"folders":[1]}');
      const { diagnostics } = readProject(loadFiles(root)).metadata;
      expect(diagnostics.map(({ message }) => message)).toContain('"folders" may hold texts only');
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it('refuses a folder that is no project', () => {
    expect(() => loadFiles(join(garage, 'extras'))).toThrow('is not a Salesforce DX project: it has no sfdx-project.json');
  });

  it('reads package directories and project files only', () => {
    const paths = [...loadFiles(garage).keys()];
    expect(paths).toContain('local-org.json');
    expect(paths).toContain('extras/customMetadata/Tariff.Night.md-meta.xml');
    expect(paths.every((path) => !path.startsWith('.') && !path.startsWith('/'))).toBe(true);
  });
});

describe('readProject reports', () => {
  it('broken XML with its line', () => {
    const { metadata } = read({
      'a/permissionsets/P.permissionset-meta.xml': '<PermissionSet>\n  <label>P</label>\n  <license>x</licence>\n</PermissionSet>',
    });
    expect(metadata.diagnostics).toMatchObject([{ severity: 'error', path: 'a/permissionsets/P.permissionset-meta.xml', line: 3 }]);
    expect(metadata.permissionSets).toEqual([]);
  });

  it('an empty file', () => {
    const { metadata } = read({ 'a/tabs/T.tab-meta.xml': '' });
    expect(metadata.diagnostics).toMatchObject([{ severity: 'error', path: 'a/tabs/T.tab-meta.xml' }]);
  });

  it('metadata types it does not know, once per type', () => {
    const { metadata } = read({
      'a/flows/F.flow-meta.xml': '<Flow/>',
      'a/flows/G.flow-meta.xml': '<Flow/>',
      'a/aura/X/X.cmp': '',
      'a/aura/X/X.cmp-meta.xml': '',
      'a/notes.txt': 'x',
    });
    expect(metadata.diagnostics.map((d) => `${d.severity} ${d.path}: ${d.message}`)).toEqual([
      'warning a/flows/F.flow-meta.xml: Metadata of type "flow" is not known to the local org and has no effect in it (2 files)',
      'warning a/aura/X/X.cmp: Metadata in "aura" is not known to the local org and has no effect in it (2 files)',
      'warning a/notes.txt: The file a/notes.txt is not known to the local org and has no effect in it',
    ]);
  });

  it('Apex without its -meta.xml, and the reverse', () => {
    const { metadata } = read({
      'a/classes/X.cls': 'class X {}',
      'a/classes/Y.cls-meta.xml': '<ApexClass><apiVersion>67.0</apiVersion></ApexClass>',
    });
    expect(metadata.classes).toEqual([]);
    expect(metadata.diagnostics.map((d) => d.path)).toEqual(['a/classes/X.cls', 'a/classes/Y.cls-meta.xml']);
  });

  it('a component that two package directories define', () => {
    const { metadata } = read({
      'a/customPermissions/P.customPermission-meta.xml': '<CustomPermission><label>1</label></CustomPermission>',
      'b/customPermissions/P.customPermission-meta.xml': '<CustomPermission><label>2</label></CustomPermission>',
    });
    expect(metadata.customPermissions.map((p) => p.label)).toEqual(['2']);
    expect(metadata.diagnostics).toMatchObject([{ severity: 'warning', path: 'b/customPermissions/P.customPermission-meta.xml' }]);
  });

  it('a malformed project file, with defaults in its place', () => {
    const broken = read({ 'local-org.json': '{ "users": ' });
    expect(broken.metadata.diagnostics).toMatchObject([{ severity: 'error', path: 'local-org.json' }]);
    expect(broken.project.users.map((user) => user.profile)).toEqual(['System Administrator']);
    const wrong = read({
      'local-org.json': '{ "licences": [], "licenses": [{ "name": "Salesforce", "seats": -1 }], "users": [{ "alias": "a" }] }',
    });
    expect(wrong.metadata.diagnostics.map((d) => d.message)).toEqual([
      'Unknown key "licences"',
      'users[0] needs the texts alias, username and profile',
      'licenses[0] needs a name and a whole number of seats',
    ]);
  });
});

describe('scenarios', () => {
  const scenarios = (value: unknown) => {
    const { project, metadata } = read({ 'local-org.json': JSON.stringify({ scenarios: value }) });
    return { known: project.scenarios, messages: metadata.diagnostics.map(({ message }) => message) };
  };

  it('have a name, a module inside the project, and begin now unless they say how many days before', () => {
    expect(
      scenarios([
        { name: 'busy', file: 'data/busy.mjs' },
        { name: 'old', file: 'old.mjs', daysBefore: 30 },
      ]),
    ).toEqual({
      known: [
        { name: 'busy', file: 'data/busy.mjs', daysBefore: 0 },
        { name: 'old', file: 'old.mjs', daysBefore: 30 },
      ],
      messages: [],
    });
  });

  it.each([
    [{ name: 'busy' }],
    [{ name: ' ', file: 'busy.mjs' }],
    [{ name: 'busy', file: '../busy.mjs' }],
    [{ name: 'busy', file: '/busy.mjs' }],
    [{ name: 'busy', file: 'busy.mjs', daysBefore: -1 }],
    [{ name: 'busy', file: 'busy.mjs', daysBefore: 1.5 }],
  ])('are refused as %j', (value) => {
    const { known, messages } = scenarios([value]);
    expect(known).toEqual([]);
    expect(messages).toEqual([expect.stringMatching(/^scenarios\[0\] needs the texts name and file/)]);
  });
});

describe('the kind of organization', () => {
  const organization = (value: unknown) => {
    const { project, metadata } = read({ 'local-org.json': JSON.stringify({ organization: value }) });
    return { facts: project.organization, messages: metadata.diagnostics.map(({ message }) => message) };
  };

  it('is a production org in English unless the project file says otherwise', () => {
    expect(read({ 'local-org.json': '{}' }).project.organization).toEqual({ isSandbox: false, host: null, language: 'en_US' });
    const uat = { isSandbox: true, host: 'acme--uat.sandbox.my.salesforce.com', language: 'de' };
    expect(organization(uat)).toEqual({ facts: uat, messages: [] });
    expect(organization({ language: 'fr' })).toEqual({ facts: { isSandbox: false, host: null, language: 'fr' }, messages: [] });
  });

  it('is refused part by part, with what the part must be', () => {
    const { facts, messages } = organization({ isSandbox: 'yes', host: 'https://acme.example/', language: 'Klingon', edition: 'X' });
    expect(facts).toEqual({ isSandbox: false, host: null, language: 'en_US' });
    expect(messages).toEqual([
      'organization has no "edition"; it has isSandbox, host and language',
      'organization.isSandbox must be true or false',
      'organization.host must be a host name alone, for example acme--uat.sandbox.my.salesforce.com',
      'organization.language must be a language of Salesforce, for example de; "Klingon" is none',
    ]);
    expect(organization('sandbox').messages).toEqual(['"organization" must be an object with isSandbox, host and language']);
  });
});

describe('static resources', () => {
  it('come with their single file; folders are warned about', () => {
    const { metadata } = read({
      'a/staticresources/One.json': '{}',
      'a/staticresources/One.resource-meta.xml': '<StaticResource><contentType>application/json</contentType></StaticResource>',
      'a/staticresources/Two.resource-meta.xml': '<StaticResource><contentType>application/zip</contentType></StaticResource>',
      'a/staticresources/Two/x.js': 'x',
    });
    expect(metadata.staticResources).toMatchObject([{ name: 'One', contentType: 'application/json', body: encode('{}') }]);
    expect(metadata.diagnostics).toMatchObject([{ severity: 'warning', path: 'a/staticresources/Two.resource-meta.xml' }]);
  });
});

describe('readProject decodes', () => {
  it('entities once, numeric ones too', () => {
    const { metadata } = read({
      'a/labels/CustomLabels.labels-meta.xml':
        '<CustomLabels><labels><fullName>L</fullName><value>&lt;b&gt; &#39;&#x1F600;&apos; &amp;#39; &amp;lt;</value></labels></CustomLabels>',
    });
    expect(metadata.labels.get('L')).toBe("<b> '😀' &#39; &lt;");
  });
});

describe('readProject reads', () => {
  const { metadata, project } = readProject(loadFiles(garage));

  it('every kind of metadata of a project in source format', () => {
    expect(metadata.classes).toMatchObject([
      { name: 'RepairService', apiVersion: 67, path: 'force-app/main/default/classes/RepairService.cls' },
    ]);
    expect(metadata.triggers).toMatchObject([{ name: 'RepairTrigger', apiVersion: 66 }]);
    expect([...metadata.objects.keys()].sort()).toEqual(['Contact', 'Done__e', 'Garage__c', 'Part__c', 'Repair__c', 'Tariff__mdt']);
    expect(metadata.permissionSetGroups).toEqual([{ name: 'Crew', label: 'Crew', permissionSets: ['Mechanic', 'Overseer'] }]);
    expect(metadata.labels.get('Hello')).toBe('Grüezi <you>');
    expect(metadata.lwcBundles).toMatchObject([
      { name: 'garageSettings', exposed: true, targets: ['lightning__AppPage', 'lightning__Tab'] },
    ]);
    expect(metadata.tabs).toMatchObject([{ name: 'Garage', lwcComponent: 'garageSettings' }]);
    expect(metadata.applications).toMatchObject([{ name: 'Garage', tabs: ['Garage', 'standard-Account'] }]);
    expect(metadata.flexiPages).toMatchObject([{ name: 'Repair_Page', sobjectType: 'Repair__c', components: ['garageSettings'] }]);
    // the garage has a layout, which is the pages' affair
    expect(metadata.diagnostics).toEqual([]);
    expect(project.licenses).toContainEqual({ name: 'Unified Employee', seats: 3 });
  });

  it('values of custom metadata records by their declared type', () => {
    const [night] = metadata.customMetadata.get('Tariff__mdt') ?? [];
    expect(night).toMatchObject({ developerName: 'Night', label: 'Night tariff' });
    expect([...(night?.values ?? [])]).toEqual([
      ['Rate__c', 1.5],
      ['Active__c', true],
    ]);
  });

  it('the rights of a permission set', () => {
    expect(metadata.permissionSets.find((set) => set.name === 'Mechanic')).toMatchObject({
      license: 'Salesforce',
      objectPermissions: [
        {
          object: 'Repair__c',
          read: true,
          create: true,
          edit: true,
          delete: false,
          viewAll: false,
          viewAllFields: false,
          modifyAll: false,
        },
      ],
      fieldPermissions: [
        { field: 'Repair__c.Price__c', readable: true, editable: true },
        { field: 'Repair__c.Notes__c', readable: true, editable: false },
      ],
      userPermissions: ['ApiEnabled'],
      customPermissions: ['Close_Repairs'],
      classAccesses: ['RepairService'],
    });
  });

  it('the same files to the same hash', () => {
    expect(readProject(loadFiles(garage)).metadata.hash).toBe(metadata.hash);
  });
});
