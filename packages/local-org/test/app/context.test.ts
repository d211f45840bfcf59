import { afterEach, describe, expect, it, vi } from 'vitest';
import { pageServer } from './support/page-server';

const { state } = pageServer();
afterEach(() => vi.resetModules());

/** The context of a page for a user with these settings. */
async function pageFor(user: { language: string; locale: string; translated: boolean }) {
  state.answer = () => ({ body: { user: { id: '005', name: 'Ada', username: 'ada@example.com', timeZone: 'Europe/Berlin', ...user } } });
  const page = await import('../../src/web/app/page/runtime/context');
  await page.loadContext();
  return page;
}

describe('who is signed in decides', () => {
  it('the language of labels', async () => {
    const page = await pageFor({ language: 'de', locale: 'de_CH', translated: true });
    expect(page.inLanguage('Save', { de: 'Speichern', fr: 'Enregistrer' })).toBe('Speichern');
    expect(page.inLanguage('Save', { fr: 'Enregistrer' })).toBe('Save');
    expect([page.lang(), page.locale(), page.textLanguage(), page.timeZone()]).toEqual(['de', 'de-CH', 'de', 'Europe/Berlin']);
  });

  it('which language a component is marked with: none when nobody translated it', async () => {
    const page = await pageFor({ language: 'pt_BR', locale: 'pt_BR', translated: false });
    expect([page.lang(), page.textLanguage()]).toEqual(['pt-BR', null]);
  });
});
