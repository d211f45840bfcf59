import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from './served-org';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'names-'));
  write('sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'app' }, { path: 'not-here' }] }));
});
afterEach(() => rmSync(project, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}
const names = (kept: Readonly<Record<string, string>>): void =>
  write('tools/names.json', JSON.stringify({ lwc: { prefix: 'provisioning', kept } }));

const check = (folder?: string): { stderr: string; status: number | null } => {
  const { stderr, status } = spawnSync(process.execPath, [join(root, 'scripts/check-names.mjs'), ...(folder ? [folder] : [])], {
    encoding: 'utf8',
  });
  return { stderr, status };
};

test('every component of ours and every label in it has the name that it should have', () => {
  expect(check()).toEqual({ stderr: '', status: 0 });
});

test('a component that might be the name of a customer’s is named, and so is a kept name that nobody has', () => {
  names({ viewAll: 'A tab.', gone: 'It was a tab.' });
  for (const bundle of ['provisioningList', 'viewAll', 'loading', 'provisioning']) {
    write(`app/main/shared/lwc/${bundle}/__tests__/${bundle}.test.ts`, '');
  }
  const { stderr, status } = check(project);
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    'app/main/shared/lwc/loading: name it provisioningLoading, or say in tools/names.json why it keeps its name',
    'app/main/shared/lwc/provisioning: name it provisioningProvisioning, or say in tools/names.json why it keeps its name',
    'tools/names.json: there is no bundle gone to keep the name of; take it out',
  ]);
});

test('a label that is imported elsewhere, called otherwise or not shown is named', () => {
  names({});
  const list = 'app/main/shared/lwc/provisioningList';
  write(
    `${list}/labels.ts`,
    `import itemsTitle from '@salesforce/label/c.Items_Title';
import apiName from '@salesforce/label/c.API_Name';
import text from '@salesforce/label/c.Items_Text';
import itemsNone from '@salesforce/label/c.Items_None';`,
  );
  write(`${list}/provisioningList.html`, '<template>{labels.itemsTitle} {labels.apiName} {labels.itemsNoneAtAll}</template>');
  write(`${list}/provisioningList.ts`, "import CLOSE from '@salesforce/label/c.Console_Close';");
  const { stderr, status } = check(project);
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    `${list}/labels.ts: the label Items_Text is itemsText, not text`,
    `${list}/labels.ts: nothing shows the label Items_None`,
    `${list}/provisioningList.ts: import the label Console_Close in labels.ts`,
  ]);
});
