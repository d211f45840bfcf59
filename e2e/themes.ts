import { expect, type Page } from '@playwright/test';

/** The looks that `?theme=` chooses, as docs of the local org name them. */
const NAMES = ['slds1', 'slds2', 'slds2-dark'] as const;

export interface Theme {
  readonly name: string;
  readonly styleSheet: string;
  readonly bodyClass: string;
}

/** What the server's page is made of in each theme. Whoever asks wears the last one from their next page on. */
export async function themes(page: Page): Promise<readonly Theme[]> {
  const found: Theme[] = [];
  for (const name of NAMES) {
    const html = await (await page.request.get(`/lightning/page/home?theme=${name}`)).text();
    const styleSheet = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1];
    const body = /<body class="([^"]*)" data-theme="([^"]+)"/.exec(html);
    expect([styleSheet === undefined, body?.[2]], html.slice(0, 300)).toEqual([false, name]);
    found.push({ name, styleSheet: styleSheet!, bodyClass: body![1]! });
  }
  return found;
}

/** Puts a theme on the page as it stands, so that each state need not be reached again. */
export async function wear(page: Page, theme: Theme): Promise<void> {
  await page.evaluate(async ({ name, styleSheet, bodyClass }) => {
    const before = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')!;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = styleSheet;
    const loaded = new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = reject;
    });
    before.after(link);
    await loaded;
    before.remove();
    document.body.className = bodyClass;
    document.body.dataset.theme = name;
  }, theme);
}
