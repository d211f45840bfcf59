import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, send, serveLibrary } from '../rest/served-org';

const cacheDir = join(import.meta.dirname, '../../.local-org/test-cache');
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const lwc = join(folder, 'force-app/main/default/lwc/shelf');

beforeAll(() => {
  cpSync(root, folder, { recursive: true });
  mkdirSync(lwc, { recursive: true });
  writeFileSync(join(lwc, 'shelf.html'), '<template><p>{title}</p></template>\n');
  writeFileSync(
    join(lwc, 'shelf.js-meta.xml'),
    '<?xml version="1.0" encoding="UTF-8"?>\n<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__Tab</target></targets></LightningComponentBundle>\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const component = (text: string) => writeFileSync(join(lwc, 'shelf.ts'), text);

describe('the sign-in page', () => {
  it('names the organization, and marks its link by more than a colour', async () => {
    const served = await serveLibrary();
    const { body } = await send(served.url, 'GET', '/');
    expect(body).toContain('<title>Log In | Local Org</title>');
    expect(body).toMatch(/<style>p a \{ text-decoration: underline \}<\/style>[^]*<p [^>]*>[^<]*<a href="\/__local\/info"/);
    await served.close();
  });
});

describe('pages', () => {
  it('are told as failed, with the compiler’s message, when a component does not compile', async () => {
    component("import { LightningElement } from 'lwc';\nexport default class Shelf extends LightningElement {\n  title: string = ;\n}\n");
    const served = await serveLibrary({ root: folder, cacheDir, headless: false });
    await expect(served.prepared).rejects.toThrow('shelf');
    const info = await send(served.url, 'GET', '/__local/info');
    expect([info.status, info.body.state]).toEqual([503, 'failed']);
    expect(info.body.step).toContain('shelf');
    await served.close();
  }, 240_000);

  it('are served to who has signed in, and load nothing from outside their folders', async () => {
    component(
      "import { LightningElement } from 'lwc';\nexport default class Shelf extends LightningElement {\n  title: string = 'Shelf';\n}\n",
    );
    const served = await serveLibrary({ root: folder, cacheDir, headless: false });
    expect((await send(served.url, 'GET', '/__local/info')).status).toBe(503);
    await served.prepared;
    expect((await send(served.url, 'GET', '/__local/info')).status).toBe(200);
    const visitor = await send(served.url, 'GET', '/lightning/n/Shelf?c__x=1');
    expect([visitor.status, visitor.headers.get('location')]).toEqual([303, '/?startURL=%2Flightning%2Fn%2FShelf%3Fc__x%3D1']);
    const { token } = await served.signIn('admin');
    const cookie = { cookie: `sid=${encodeURIComponent(token)}` };
    const page = await send(served.url, 'GET', '/lightning/n/Shelf', undefined, cookie);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const scripts = [...String(page.body).matchAll(/src="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      const answer = await send(served.url, 'GET', script);
      expect([script, answer.status, answer.headers.get('cache-control')]).toEqual([script, 200, expect.stringContaining('immutable')]);
    }
    expect((await send(served.url, 'GET', '/_slds/styles/salesforce-lightning-design-system.min.css')).status).toBe(200);
    for (const path of ['/_lwc/%2e%2e/%2e%2e/package.json', '/_slds/..%2f..%2fpackage.json', '/_lwc/']) {
      const answer = await send(served.url, 'GET', path);
      expect([path, answer.status >= 400, JSON.stringify(answer.body).includes('version')]).toEqual([path, true, false]);
    }
    const home = await send(served.url, 'GET', '/', undefined, cookie);
    expect([home.status, home.headers.get('location')]).toEqual([303, '/lightning/page/home']);
    await served.close();
  }, 240_000);
});
