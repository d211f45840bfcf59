import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readApex } from 'local-org/apex';
import { expect, it } from 'vitest';

it('local-org/apex reads the Apex of a project in a folder, whether it compiles or not', () => {
  const root = mkdtempSync(join(tmpdir(), 'read-apex-'));
  mkdirSync(join(root, 'app'));
  writeFileSync(join(root, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'app' }] }));
  const write = (file: string, kind: string, source: string): void => {
    writeFileSync(join(root, 'app', file), source);
    writeFileSync(join(root, 'app', `${file}-meta.xml`), `<${kind}><apiVersion>67.0</apiVersion><status>Active</status></${kind}>`);
  };
  write('One.cls', 'ApexClass', "public class One {\n  Two next = new Two();\n  Type t = Type.forName('Two');\n}");
  write('Two.cls', 'ApexClass', 'public class Two { Nothing x; }');
  write('Waking.trigger', 'ApexTrigger', 'trigger Waking on Account (before insert) { One o; }');
  const files = readApex(root).map(({ name, unit, references, namedTypes }) => ({ name, kind: unit?.kind, references, namedTypes }));
  const none = { references: [], namedTypes: [] };
  expect(files).toEqual([
    { name: 'One', kind: 'class', references: [{ line: 2, name: 'Two', path: 'app/Two.cls' }], namedTypes: [{ line: 3, name: 'Two' }] },
    { name: 'Two', kind: 'class', ...none },
    { name: 'Waking', kind: 'trigger', references: [{ line: 1, name: 'One', path: 'app/One.cls' }], namedTypes: [] },
  ]);
});
