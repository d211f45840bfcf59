import { afterEach, describe, expect, it, vi } from 'vitest';
import { pageServer } from './support/page-server';

const { state } = pageServer();
afterEach(() => vi.resetModules());

/** The shell's texts for whoever reads this language. */
async function shellFor(language: string) {
  state.answer = () => ({ body: { user: { language, locale: language, translated: false } } });
  const { loadContext } = await import('../../src/web/app/page/runtime/context');
  await loadContext();
  const shell = await import('../../src/web/app/page/runtime/texts');
  const { refusalOf } = await import('../../src/web/app/page/runtime/closed');
  return { ...shell, refusalOf };
}

const holes = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();

describe('the shell', () => {
  it('speaks German to whoever reads German, of whatever country', async () => {
    const { shellLanguage, texts } = await shellFor('de_AT');
    expect([shellLanguage(), texts().logOut, texts().quickFind]).toEqual(['de', 'Abmelden', 'Schnellsuche']);
  });

  it('speaks English to everybody else, also before it knows who is there', async () => {
    const { shellLanguage, texts } = await shellFor('fr');
    expect([shellLanguage(), texts().logOut]).toEqual(['en', 'Log Out']);
    vi.resetModules();
    const early = await import('../../src/web/app/page/runtime/texts');
    expect(early.texts().sessionEnded).toBe('Your session has ended. Sign in again.');
  });

  it('says in German all that it says in English, with the same values', async () => {
    const english = (await shellFor('en_US')).texts();
    vi.resetModules();
    const german = (await shellFor('de')).texts();
    const of = (texts: Readonly<Record<string, string>>) => Object.entries(texts).map(([name, text]) => [name, holes(text)]);
    expect(of(german)).toEqual(of(english));
    expect(Object.entries(german).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('says in German what is missing for a closed page', async () => {
    const { refusalOf } = await shellFor('de');
    const page = (permissionSets: string[], permission: string | null) =>
      refusalOf([{ kind: 'tab', name: 'Runs', label: 'Läufe', permission, permissionSets }], 'tab', 'Runs');
    expect(page(['A', 'B'], 'Läufe sehen')).toEqual({
      heading: 'Sie können „Läufe“ nicht öffnen',
      text: 'Dafür ist die Berechtigung Läufe sehen nötig. Die Berechtigungssätze A und B geben den Zugriff. Wenden Sie sich an Ihren Salesforce-Administrator.',
    });
    expect(page([], null)?.text).toBe(
      'Keiner Ihrer Berechtigungssätze zeigt diese Seite. Wenden Sie sich an Ihren Salesforce-Administrator.',
    );
  });
});
