import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TargetOrg } from './target-org';
import { NAME, targetProject, type Target } from './target-project';
import { API, apex } from './workforce';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R36: no secret reaches a record, the log, an e-mail or an answer, whatever goes wrong', async () => {
  const project = await targetProject(folder);
  const crane = await TargetOrg.prepare(join(folder, 'org.db'), project);
  const secrets = new Set(secretsOf(project.target));
  const answers: string[] = [];
  for (const trouble of TROUBLES) {
    const [person] = (await crane.hire(1)) as [string];
    crane.target.switches.set(trouble);
    answers.push(...(await everyAnswer(crane, person)));
    await crane.run('Create', [person]);
    await crane.process('Collect');
    for (const secret of secretsOf(project.target)) secrets.add(secret);
    crane.target.switches.set([]);
    if ((await crane.state()).State__c !== 'On') await crane.resume();
    await crane.waitOut();
  }
  const username = await crane.usernameOf((await crane.accounts())[0]!.UserId__c);
  await crane.org.stop();
  await project.target.close();

  expect(secrets.size).toBeGreaterThan(3);
  const places: Record<string, string> = { answers: answers.join('\n'), log: crane.org.errors, ...filesUnder(folder) };
  // What is no secret is found where it is kept and told: the search looks at the right things.
  for (const place of ['answers', 'org.db']) expect(places[place]).toContain(username);
  const leaks = Object.entries(places).flatMap(([place, text]) => [...secrets].filter((secret) => text.includes(secret)).map(() => place));
  expect(leaks).toEqual([]);
});

/** What makes an answer of the target, or the lack of one, part of what we say. */
const TROUBLES = [
  [],
  [{ name: 'status', status: 401 }],
  [{ name: 'status', status: 403 }],
  [{ name: 'status', status: 500 }],
  [{ name: 'html' }],
  [{ name: 'redirect', location: 'http://127.0.0.1:1/' }],
  [{ name: 'drop' }],
  [{ name: 'tokenUses', uses: 1 }],
];

/** The secret of the client, as it is and as it goes over the line, and the tokens that it got. */
function secretsOf(target: Target): string[] {
  const { clientId, clientSecret } = (JSON.parse(process.env['LOCAL_ORG_SECRETS']!) as Record<string, Record<string, string>>)[
    `${NAME}.Main`
  ]!;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return [clientSecret!, basic, ...(target.tokens.tokens.keys() as Iterable<string>)];
}

/** What the API and the console tell about the app, its connection, and one person. */
async function everyAnswer(crane: TargetOrg, userId: string): Promise<string[]> {
  const app = `/apps/${crane.appId}`;
  const calls: readonly (readonly [string, string, object?])[] = [
    ['POST', `${app}/test`],
    ['POST', `${app}/preview`, { userId, operation: 'Create' }],
    ...['/apps', app, `${app}/settings`, `${app}/requests`, `${app}/accounts`, `${app}/drift`, '/processes'].map(
      (path) => ['GET', path] as const,
    ),
  ];
  const answers: string[] = [];
  for (const [method, path, body] of calls) answers.push(JSON.stringify(await crane.org.call('admin', method, API + path, body)));
  for (const method of ['AppController.getApp', 'AppSettingsController.getSettings', 'AppRequestsController.getRequests']) {
    const [controller, name] = method.split('.') as [string, string];
    answers.push(JSON.stringify(await apex(crane.org, 'admin', controller, name, { appId: crane.appId })));
  }
  const { body } = await crane.org.call<{ requests: { id: string }[] }>('admin', 'GET', `${API}/requests`);
  for (const { id } of body.requests) answers.push(JSON.stringify(await crane.org.call('admin', 'GET', `${API}/requests/${id}/log`)));
  return answers;
}

/** What the files of the org hold, its database among them; what is only linked to is the repository's. */
function filesUnder(path: string): Record<string, string> {
  const files = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')]));
}
