import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readApex } from 'local-org/apex';
import { describe, expect, test } from 'vitest';
import { root } from './served-org';

test.each([
  ['docs/rules.md, the citations and the tests say the same', 'rule-links.mjs'],
  ['every mark of what only an org can confirm names a question of the checklist', 'org-marks.mjs'],
])('%s', (_name, script) => {
  const { stderr, status } = spawnSync(process.execPath, [join(root, 'scripts', script)], { encoding: 'utf8' });
  expect([stderr, status]).toEqual(['', 0]);
});

interface PackageDirectory {
  readonly path: string;
  readonly default?: boolean;
  readonly package: string;
  readonly versionNumber: string;
  readonly definitionFile: string;
  readonly dependencies?: readonly { readonly package: string }[];
}

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const withoutComments = (apex: string): string => apex.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

describe('R35: packaging', () => {
  const project = JSON.parse(read('sfdx-project.json')) as {
    namespace: string;
    packageDirectories: PackageDirectory[];
    packageAliases: Record<string, string>;
    sourceApiVersion: string;
  };

  test('no namespace; force-app is what deploys everywhere', () => {
    expect(project.namespace).toBe('');
    expect(project.packageDirectories.find((directory) => directory.default)?.path).toBe('force-app');
  });

  test('a package depends on those before it alone, and names a scratch org that is there', () => {
    const known = new Set<string>();
    for (const { path, package: name, versionNumber, definitionFile, dependencies = [] } of project.packageDirectories) {
      expect(versionNumber, path).toMatch(/^\d+\.\d+\.\d+\.NEXT$/);
      expect(existsSync(join(root, definitionFile)), definitionFile).toBe(true);
      for (const needed of dependencies) expect([...known], path).toContain(needed.package);
      known.add(name);
    }
    expect(known.size).toBe(project.packageDirectories.length);
    // The ids of packages belong to the Dev Hub that made them; `sf package create` writes them here.
    expect(project.packageAliases).toEqual({});
  });

  test('everything is of one API version, and docs/install.md says why of that one', () => {
    const versions = project.packageDirectories.flatMap(({ path }) =>
      filesUnder(path).flatMap((file) => (file.endsWith('-meta.xml') ? (read(file).match(/<apiVersion>([\d.]+)</)?.[1] ?? []) : [])),
    );
    expect([...new Set(versions)]).toEqual([project.sourceApiVersion]);
    expect(read('docs/install.md')).toContain(`API version: everything is ${project.sourceApiVersion}`);
  });

  test('the trigger on Employee2 is a package of its own', () => {
    const triggers = project.packageDirectories.flatMap(({ path }) => filesUnder(path).filter((file) => file.endsWith('.trigger')));
    const naming = triggers.filter((file) => /\bon Employee2\b/.test(read(file)));
    expect(naming.map((file) => file.split('/')[0])).toEqual(['employee2-trigger']);
  });

  test('nothing in force-app names Employee2 or a field of person accounts statically', () => {
    const metadata = /<(?:object|field|referenceTo|tab|sobjectType|apexClass)>[^<]*(?:Employee2|__pc|Person(?!nel|\w*__c<)\w*)/;
    const naming = [...filesUnder('force-app')].filter((file) => {
      if (/\.(cls|trigger)$/.test(file)) return /\bEmployee2\b|\b\w+__pc\b|\bPersonContactId\b(?!')/.test(withoutComments(read(file)));
      return file.endsWith('.xml') && metadata.test(read(file));
    });
    expect(naming).toEqual([]);
  });

  test('custom metadata names objects and fields as text', () => {
    const fields = filesUnder('force-app/main/employees/objects/EmployeeSource__mdt/fields');
    const types = fields.map((file) => read(file).match(/<type>(\w+)<\/type>/)?.[1]);
    expect(fields.length).toBeGreaterThan(5);
    expect(new Set(types)).toEqual(new Set(['Text', 'Number']));
  });

  test('REST classes and their methods are global', () => {
    const rest = filesUnder('force-app/main').filter((file) => file.endsWith('.cls') && read(file).includes('@RestResource'));
    expect(rest.length).toBe(16);
    for (const file of rest) {
      expect(read(file), file).toMatch(/^global with sharing class /m);
      for (const [, method] of read(file).matchAll(/@Http\w+\n\s*(.*)/g)) expect(method, file).toMatch(/^global static void /);
    }
  });

  test('every resource has a mapping that ends with it and one for what follows: no answer hangs on a slash', () => {
    const mappings = filesUnder('force-app/main').flatMap((file) =>
      file.endsWith('.cls') ? [...read(file).matchAll(/urlMapping='([^']*)'/g)].map(([, mapping]) => mapping!) : [],
    );
    const exact = mappings.filter((mapping) => !mapping.endsWith('/*'));
    const below = mappings.filter((mapping) => mapping.endsWith('/*')).map((mapping) => mapping.slice(0, -1));
    expect(exact.length).toBe(9);
    expect(below.map((stem) => stem.slice(0, -1)).filter((stem) => !exact.includes(stem))).toEqual([]);
    expect(exact.filter((mapping) => !below.some((stem) => `${mapping}/`.startsWith(stem)))).toEqual([]);
  });

  test('CI compiles and tests force-app alone', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const [, step = ''] = /npm run (\S+)/.exec(read('.ci/run').split('npm test').at(-1)!) ?? [];
    expect(scripts[step]?.split(/[ +,]/)).toContain('check:alone');
    expect(scripts['check:alone']).toBe('node scripts/test-force-app-alone.mjs');
    expect(existsSync(join(root, 'scripts/test-force-app-alone.mjs'))).toBe(true);
  });
});

test('whether a text is an id is asked in one place, and not by instanceof', () => {
  const asking = [...filesUnder('force-app'), ...filesUnder('employee2')].filter(
    (file) => /\.(cls|trigger)$/.test(file) && /\binstanceof\s+Id\b/i.test(withoutComments(read(file))),
  );
  expect(asking).toEqual([]);
});

test('ProvisioningProcessState alone writes the life of a process', { timeout: 300_000 }, () => {
  const life = /^(Status|StatusMessage|LiveKey|Heartbeat|JobId|Generation|Guard|ContinuedGuards|Revivals|StartTime|EndTime)__c$/i;
  const main = readApex(root).filter(({ path }) => path.includes('/main/'));
  const writing = main.flatMap(({ name, path, writes }) => {
    const own = writes.filter(({ object, field }) => object === 'ProvisioningProcess__c' && life.test(field));
    // `put` writes a record whose object only the running code knows: nobody names such a field to it, of whatever object.
    const put = [...withoutComments(read(path)).matchAll(/\.put\(\s*(?:'|[\w.]+\.)(\w+__c)\b/g)].filter(([, field]) => life.test(field!));
    return [...own.map(({ line, field }) => ({ name, what: `${line}: ${field}` })), ...put.map(([what]) => ({ name, what }))];
  });
  expect(writing.length).toBeGreaterThan(20);
  expect(writing.filter(({ name }) => name !== 'ProvisioningProcessState')).toEqual([]);
});

test('R22: the watchdog knows every job that carries a chunk', () => {
  const sources = ['force-app/main', 'connected-apps/main'].flatMap((folder) => filesUnder(folder));
  const carriers = sources
    .filter((file) => file.endsWith('.cls'))
    .flatMap((file) => {
      const apex = withoutComments(read(file));
      const name = /class (\w+) extends ProvisioningEngineJob/.exec(apex)?.[1];
      return name !== undefined && new RegExp(`public ${name}\\([^)]*ChunkWork `).test(apex) ? [name] : [];
    });
  const named = sources
    .filter((file) => /RunScope\.\w+\.md-meta\.xml$/.test(file))
    .map(read)
    .join('\n');
  const watchdog = read('force-app/main/provisioning/classes/starting/ProvisioningWatchdog.cls');

  expect(carriers.length).toBeGreaterThan(8);
  expect(carriers.filter((name) => !new RegExp(`\\b${name}\\b`).test(named) && !watchdog.includes(`'${name}'`))).toEqual([]);
});

test.each([
  ['force-app', 'force-app/test/shared/classes/ProvisioningDoorsTest.cls'],
  ['connected-apps', 'connected-apps/test/apps/classes/AppDoorsTest.cls'],
])('R11, R32: at every door of %s to Apex %s knocks', (folder, doorsTest) => {
  const knocked = read(doorsTest);
  const doors = filesUnder(`${folder}/main`)
    .filter((file) => file.endsWith('.cls'))
    .flatMap((file) => {
      const name = file.replace(/^.*\/|\.cls$/g, '');
      const methods = [...read(file).matchAll(/@AuraEnabled(?:\([^)]*\))?\s+public static [\w<>, ]+? (\w+)\(/g)].map(
        ([, method]) => `${name}.${method}`,
      );
      return read(file).includes('@InvocableMethod') ? [...methods, name] : methods;
    });
  expect(doors.length).toBeGreaterThan(25);
  expect(doors.filter((door) => !new RegExp(`'${door}( \\w+)?' =>`).test(knocked))).toEqual([]);
});

describe('R32: the persona permission sets', () => {
  const ours = filesUnder('force-app/main')
    .map((file) => file.match(/objects\/(\w+__c)\/\1\.object-meta\.xml$/)?.[1])
    .filter((object): object is string => object !== undefined && object !== 'Employee__c');
  const values = (text: string, tag: string): string[] =>
    [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, value]) => value!);
  const blocks = (text: string, tag: string): string[] =>
    [...text.matchAll(new RegExp(`<${tag}>[\\s\\S]*?</${tag}>`, 'g'))].map(([block]) => block);

  test.each(['Admin', 'Operator', 'Auditor', 'Integration'])('%s reads our objects, all records and fields, and writes none', (persona) => {
    const text = read(`force-app/main/shared/permissionsets/Provisioning_${persona}.permissionset-meta.xml`);
    const objects = blocks(text, 'objectPermissions');
    expect(objects.length).toBeGreaterThan(3);
    for (const permissions of objects) {
      expect(ours).toContain(values(permissions, 'object')[0]);
      const granted = [...permissions.matchAll(/<(\w+)>true</g)].map(([, right]) => right);
      expect(granted.sort(), permissions).toEqual(['allowRead', 'viewAllFields', 'viewAllRecords']);
    }
    expect(blocks(text, 'fieldPermissions').filter((field) => field.includes('<editable>true<'))).toEqual([]);
    expect(blocks(text, 'userPermissions')).toEqual([]);
    expect(values(text, 'description')[0]).toMatch(/\w+/);
  });

  test('our objects are private, or follow the record that they belong to', () => {
    for (const object of ours) {
      const file = filesUnder('force-app/main').find((path) => path.endsWith(`${object}.object-meta.xml`))!;
      expect(['Private', 'ControlledByParent'], object).toContain(values(read(file), 'sharingModel')[0]);
    }
    expect(ours).toContain('ProvisioningProcessItem__c');
  });

  test('every object of ours has a trigger that lets only the services write', () => {
    const protectedObjects = filesUnder('force-app/main')
      .filter((file) => /\/Protect\w+\.trigger$/.test(file))
      .map((file) =>
        read(file)
          .replace(/\s+/g, ' ')
          .match(/ on (\w+)\( ?before insert, before update, before delete, after undelete ?\)/),
      )
      .flatMap((header) => header?.[1] ?? []);
    expect(protectedObjects.sort()).toEqual([...ours].sort());
  });
});

test('the connector that is taught is the one that is tested', () => {
  const taught = /```apex\n([\s\S]*?)```/.exec(read('docs/connected-apps.md'))?.[1];
  expect(taught).toBe(read('connected-apps/test/apps/classes/AppSampleConnector.cls'));
});
