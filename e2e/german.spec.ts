import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { clientFor } from './org-client';
import { collectProblems, logIn, WORKING_SETTINGS } from './pages';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const API = '/services/apexrest/provisioning/v1';

/** The operator reads German while these tests run. */
async function speak(LanguageLocaleKey: string, LocaleSidKey: string): Promise<void> {
  const admin = await clientFor('admin');
  const [operator] = await admin.query<{ Id: string }>("SELECT Id FROM User WHERE Username = 'operator@northwind.example'");
  const changed = await admin.patch(`/services/data/v67.0/sobjects/User/${operator!.Id}`, { LanguageLocaleKey, LocaleSidKey });
  expect(changed.status).toBe(204);
}

test.describe('R35: translations', () => {
  test.beforeAll(async () => {
    await speak('de', 'de_DE');
    const saved = await (await clientFor('admin')).put(`${API}/settings`, { ...WORKING_SETTINGS, usernameSuffix: 'de.northwind.example' });
    expect(saved.status).toBe(200);
  });
  test.afterAll(() => speak('en_US', 'en_US'));

  test('somebody who reads German sees the settings page and its texts from Apex in German', async ({ page }) => {
    const problems = collectProblems(page);
    await logIn(page, 'operator', '/lightning/n/Employee_User_Settings');
    await expect(page.getByRole('heading', { name: 'Benutzereinstellungen für Mitarbeiter' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Prozesse anzeigen' })).toBeVisible();
    await expect(page.getByText('Sie können diese Einstellungen sehen, aber nicht ändern.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Benutzerbereitstellung starten' })).toBeVisible();
    // the shell around it
    await expect(page.getByRole('button', { name: /^Benutzermenü: / })).toBeVisible();
    await expect(page.getByPlaceholder('Suchen…').first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    // decided by Apex, with a number in the user's locale
    await expect(page.getByText(/^\d{1,3}(\.\d{3})* Mitarbeiter warten auf einen Benutzer\.$/)).toBeVisible();
    await expect(page.locator('[lang="de"]').getByRole('combobox', { name: 'Mitarbeiterstatus' })).toBeVisible();
    // a field's label from the describe, in the version history
    await page.getByRole('link', { name: 'Versionsverlauf' }).click();
    await expect(page.getByText('Suffix für Benutzernamen auf de.northwind.example gesetzt').first()).toBeVisible();

    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map((violation) => violation.id);
    });
    expect(violations).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('a refusal of the API is in the language of who asks', async () => {
    const refusalFor = async (alias: string): Promise<string> =>
      JSON.stringify((await (await clientFor(alias)).get(`${API}/processes/nothing`)).body);
    expect(await refusalFor('operator')).toContain('Es gibt keinen Prozess nothing');
    expect(await refusalFor('admin')).toContain('There is no process nothing');
  });
});
