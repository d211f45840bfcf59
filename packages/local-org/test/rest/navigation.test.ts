import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeProject } from '../engine/project';
import { serveLibrary, type Served } from './served-org';

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
      'applications/All.app': xml('CustomApplication', '<label>All</label><tabs>Granted</tabs><tabs>Unspoken</tabs>'),
      'permissionsets/Holder.permissionset': xml(
        'PermissionSet',
        '<label>Holder</label><tabSettings><tab>Granted</tab><visibility>Visible</visibility></tabSettings>',
      ),
    },
    org: { users: [person('holder', ['Holder']), person('other', [])] },
  });
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
