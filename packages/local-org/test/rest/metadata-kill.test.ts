import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { signIn, spawnOrg, userWithAlias, whenReady, type OrgProcess } from '../../src/public/serve';
import { classFiles, emptyProject, manifest, zipOf } from './packages';

const project = emptyProject();
const db = join(project, 'org.db');
let org: OrgProcess;

afterAll(async () => {
  await org.kill();
  rmSync(project, { recursive: true, force: true });
});

/** Starts the org and signs in. */
async function start(): Promise<(method: string, path: string, body?: FormData) => Promise<Response>> {
  org = await spawnOrg({ project, db, flags: ['--headless'] });
  const users = await whenReady(org);
  const token = await signIn(org.baseUrl, userWithAlias(users ?? [], 'admin'));
  const { baseUrl } = org;
  return (method, path, body) =>
    fetch(`${baseUrl}/services/data/v67.0/${path}`, { method, headers: { authorization: `Bearer ${token}` }, ...(body ? { body } : {}) });
}

function packageOf(name: string): FormData {
  const source = `public class ${name} {\n  public static Integer size() {\n    return 3;\n  }\n}\n`;
  const test = `@IsTest\nprivate class ${name}Test {\n  @IsTest\n  static void counts() {\n    Assert.areEqual(3, ${name}.size());\n  }\n}\n`;
  const files = {
    'package.xml': manifest({ ApexClass: [name, `${name}Test`] }),
    ...classFiles(name, source),
    ...classFiles(`${name}Test`, test),
  };
  const form = new FormData();
  form.append('json', JSON.stringify({ deployOptions: { testLevel: 'RunLocalTests' } }));
  form.append('file', new Blob([Uint8Array.from(zipOf(files))]), 'deploy.zip');
  return form;
}

it('a deployment that is killed, whenever it is, has happened or happens from the start', async () => {
  let call = await start();
  const ids: string[] = [];
  for (const [i, delay] of [0, 60, 200, 500].entries()) {
    const begun = await call('POST', 'metadata/deployRequest', packageOf(`Killed${i}`));
    ids.push(((await begun.json()) as { id: string }).id);
    await new Promise((done) => setTimeout(done, delay));
    await org.kill();
    call = await start();
  }
  for (const id of ids) {
    const result = async () =>
      ((await (await call('GET', `metadata/deployRequest/${id}`)).json()) as { deployResult: unknown }).deployResult;
    await expect.poll(result, { timeout: 60_000 }).toMatchObject({ status: 'Succeeded', numberTestErrors: 0 });
  }
  const query = await call('GET', `query?q=${encodeURIComponent("SELECT Name FROM ApexClass WHERE Name LIKE 'Killed%' ORDER BY Name")}`);
  const names = ((await query.json()) as { records: { Name: string }[] }).records.map((row) => row.Name);
  expect(names).toEqual([0, 1, 2, 3].flatMap((i) => [`Killed${i}`, `Killed${i}Test`]));
});
