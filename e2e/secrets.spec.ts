import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { clientFor } from './org-client';
import { logIn } from './pages';

const API = '/services/apexrest/provisioning/v1';
const NAME = 'Tool Crib';
const STEPS = ['Connector', 'Operations and mapping', 'Approval', 'Linking', 'Reconciliation'];

/** What the org signs in with at the target of the sample org, as it is kept and as it goes over the line. */
function secrets(): string[] {
  const file = resolve(import.meta.dirname, '..', '.local-org', 'secrets.json');
  const text = process.env.LOCAL_ORG_SECRETS ?? readFileSync(file, 'utf8');
  const credentials = Object.values(JSON.parse(text) as Record<string, { clientId: string; clientSecret: string }>);
  return credentials.flatMap(({ clientId, clientSecret }) => [clientSecret, Buffer.from(`${clientId}:${clientSecret}`).toString('base64')]);
}

/** Whatever a page holds: texts, attributes and what stands in its fields, in every shadow tree, and what the browser keeps. */
const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const said: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), location.href];
    const read = (root: Document | ShadowRoot): void => {
      said.push(root.textContent ?? '');
      for (const element of root.querySelectorAll('*')) {
        for (const { value } of element.attributes) said.push(value);
        if ('value' in element) said.push(String(element.value));
        if (element.shadowRoot) read(element.shadowRoot);
      }
    };
    read(document);
    return said.join('\n');
  });

/** A target that signs the org in. */
async function preparedApp(): Promise<string> {
  const admin = await clientFor('admin');
  const { id } = (await admin.post<{ id: string }>(`${API}/apps`, { name: NAME, permissionSets: ['Travel_Desk_User'] })).body;
  const settings = (await admin.get<object>(`${API}/apps/${id}/settings`)).body;
  const wanted = { ...settings, version: null, connector: 'SCIM', namedCredential: 'Scim_Target' };
  expect((await admin.put(`${API}/apps/${id}/settings`, wanted)).status).toBe(200);
  const { body } = await admin.post<{ authenticated: boolean }>(`${API}/apps/${id}/test`, {});
  expect(body.authenticated).toBe(true);
  return id;
}

test('R36: no page of an app shows what the org signs in with', async ({ page }) => {
  const app = await preparedApp();
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('response', async (response) => heard.push(await response.text().catch(() => '')));
  const seen: string[] = [];
  const look = async (): Promise<void> => void seen.push(await everythingIn(page));

  await logIn(page, 'appadmin', `/lightning/n/Connected_Apps?c__app=${app}`);
  for (const tab of ['accounts', 'requests', 'reconciliation', 'processes', 'settings']) {
    await page.goto(`/lightning/n/Connected_Apps?c__app=${app}&c__tab=${tab}`);
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    await look();
  }
  await page.getByRole('button', { name: 'Named credential', exact: true }).click();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByRole('row', { name: 'Signed in Yes' })).toBeVisible();
  await look();
  for (const step of STEPS) {
    await page.getByRole('button', { name: `Next: ${step}` }).click();
    await expect(page.getByRole('heading', { name: new RegExp(`^${step}`) })).toBeFocused();
    await look();
  }
  await page.goto('/lightning/setup/ManageConnectedApps/home');
  await expect(page.getByRole('link', { name: NAME })).toBeVisible();
  await look();

  // What is no secret is found where it is shown and where it is sent: the search looks at the right things.
  for (const place of [seen, heard]) expect(place.join('\n')).toContain('Scim_Target');
  expect(secrets()).not.toEqual([]);
  for (const secret of secrets()) for (const place of [...seen, ...heard]) expect(place.includes(secret)).toBe(false);
});
