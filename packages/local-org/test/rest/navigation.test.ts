import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeProject } from '../engine/project';
import { send, serveLibrary, type Served } from './served-org';

const xml = (kind: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${kind}>\n`;
const tab = (component: string): string => xml('CustomTab', `<label>${component}</label><lwcComponent>${component}</lwcComponent>`);
const person = (alias: string, permissionSets: string[]) => ({
  alias,
  username: `${alias}@tabs.example`,
  profile: 'System Administrator',
  permissionSets,
  persona: alias,
});

let root: string;
let served: Served;
beforeAll(async () => {
  root = writeProject({
    metadata: {
      'tabs/Granted.tab': tab('granted'),
      'tabs/Unspoken.tab': tab('unspoken'),
      'customPermissions/Dig.customPermission': xml('CustomPermission', '<label>May Dig</label>'),
      'applications/All.app': xml('CustomApplication', '<label>All</label><tabs>Granted</tabs><tabs>Unspoken</tabs>'),
      'permissionsets/Holder.permissionset': xml(
        'PermissionSet',
        '<label>The Holder</label><customPermissions><enabled>true</enabled><name>Dig</name></customPermissions><tabSettings><tab>Granted</tab><visibility>Visible</visibility></tabSettings>',
      ),
    },
    org: {
      users: [person('holder', ['Holder']), person('other', []), { ...person('visitor', []), profile: 'Minimum Access - Salesforce' }],
      setupPages: [
        { path: 'Free', label: 'Free', component: 'free' },
        { path: 'Dug', label: 'Dug Page', component: 'dug', permission: 'Dig' },
        { path: 'Tabbed', label: 'Tabbed Page', component: 'granted', under: ['A'] },
      ],
      help: 'help/start.md',
    },
  });
  mkdirSync(join(root, 'help'));
  for (const file of ['start.md', 'secret.json', '.hidden.md']) writeFileSync(join(root, 'help', file), '# <b>Start</b>\n');
  served = await serveLibrary({ root });
});
afterAll(async () => {
  await served.close();
  rmSync(root, { recursive: true, force: true });
});

it.each([
  ['holder', ['Granted', 'Unspoken']],
  ['other', ['Unspoken']],
])('shows %s, an administrator, the tabs that a permission set gives and those of which none speaks', async (alias, tabs) => {
  const client = await served.signIn(alias);
  const { body } = await client.call('POST', '/aura/context', {});
  expect(body.apps.flatMap((app: { tabs: { name: string }[] }) => app.tabs.map(({ name }) => name))).toEqual(tabs);
});

describe('pages of Setup', () => {
  const contextOf = async (alias: string) => (await (await served.signIn(alias)).call('POST', '/aura/context', {})).body;

  it('are those that the person may open: by permission, and by tab where their component is one', async () => {
    const { setupPages, closed } = await contextOf('holder');
    expect(setupPages.map(({ path }: { path: string }) => path)).toEqual(['Free', 'Dug', 'Tabbed']);
    expect(setupPages[2]).toEqual({ path: 'Tabbed', label: 'Tabbed Page', component: 'granted', under: ['A'] });
    expect(closed).toEqual([]);
  });

  it('that are closed say what is missing and who gives it, by their labels', async () => {
    const { setupPages, closed } = await contextOf('other');
    expect(setupPages.map(({ path }: { path: string }) => path)).toEqual(['Free']);
    expect(closed).toEqual([
      { kind: 'tab', name: 'Granted', label: 'granted', permission: null, permissionSets: ['The Holder'] },
      { kind: 'setup', name: 'Dug', label: 'Dug Page', permission: 'May Dig', permissionSets: ['The Holder'] },
      { kind: 'setup', name: 'Tabbed', label: 'Tabbed Page', permission: null, permissionSets: ['The Holder'] },
    ]);
  });

  it('are none for whoever may not view Setup', async () => {
    const { setupPages, closed, apps } = await contextOf('visitor');
    expect([setupPages, apps]).toEqual([[], []]);
    const setup = closed.filter(({ kind }: { kind: string }) => kind === 'setup');
    expect(setup.map(({ permission }: { permission: string }) => permission)).toEqual(Array(3).fill('View Setup and Configuration'));
  });
});

it('says where the help stands, and serves the texts there and nothing else', async () => {
  expect((await (await served.signIn('other')).call('POST', '/aura/context', {})).body.help).toBe('/help/help/start.md');
  const start = await send(served.url, 'GET', '/help/help/start.md');
  expect([start.status, start.headers.get('content-type'), start.body]).toEqual([200, 'text/plain; charset=utf-8', '# <b>Start</b>\n']);
  for (const path of [
    '/help/help/secret.json',
    '/help/help/.hidden.md',
    '/help/help/..%2f..%2flocal-org.json',
    '/help/sfdx-project.json',
  ]) {
    expect([path, (await send(served.url, 'GET', path)).status]).toEqual([path, 404]);
  }
});
