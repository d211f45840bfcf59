import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Request } from '@playwright/test';
import { clientFor } from './org-client';
import { logIn } from './pages';

const ORG = process.env.E2E_BASE_URL!;
const DATA = `${ORG}/services/data/v67.0`;
const NAME = 'Made by a foreign page';

const anonymous = `${DATA}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(`insert new Account(Name = '${NAME}');`)}`;
const insert = JSON.stringify({ method: 'POST', url: '/services/data/v67.0/sobjects/Account', body: { Name: NAME } });

/** A page of another local server. Ports do not make another site, so the browser sends the session cookie along with all that it asks for. */
const PAGE = `<!doctype html><html lang="en"><title>Foreign</title>
<img src="${anonymous.replaceAll('&', '&amp;')}" alt="">
<form method="post" action="${ORG}/ui/call" enctype="text/plain" target="answer"><input name='${insert.slice(0, -1)},"' value='":1}'></form>
<iframe name="answer" title="answer"></iframe>
<script>
  const asked = [
    fetch(${JSON.stringify(anonymous)}, { credentials: 'include', mode: 'no-cors' }),
    ...['text/plain', 'application/json'].map((type) => fetch('${ORG}/ui/call', {
      method: 'POST', credentials: 'include', mode: 'no-cors', headers: { 'content-type': type }, body: ${JSON.stringify(insert)},
    })),
    fetch('${ORG}/ui/call', {
      method: 'POST', credentials: 'include', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(insert)},
    }),
  ];
  document.forms[0].submit();
  Promise.allSettled(asked).then(() => { document.title = 'Asked'; });
</script></html>`;

let foreign: Server;
let address: string;
test.beforeAll(async () => {
  foreign = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE));
  await new Promise<void>((listening) => foreign.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  foreign.close();
});

test('a page of another local server can do nothing in the name of who is signed in', async ({ page }) => {
  await logIn(page, 'admin', '/lightning/setup/SetupOneHome/home');
  await page.getByRole('searchbox', { name: 'Quick Find' }).waitFor();
  // What the org's own page still asks for is no matter of this test.
  await page.goto('about:blank');
  const settled: string[] = [];
  const answers: number[] = [];
  const toOrg = (url: string): boolean => url.startsWith(ORG);
  const settle = (request: Request): void => {
    if (toOrg(request.url())) settled.push(`${request.method()} ${request.url()}`);
  };
  page.on('requestfinished', settle);
  page.on('requestfailed', settle);
  page.on('response', (response) => {
    if (toOrg(response.url())) answers.push(response.status());
  });
  await page.goto(address);
  await expect(page).toHaveTitle('Asked');
  await expect.poll(() => settled.length).toBeGreaterThanOrEqual(6);
  expect(answers.filter((status) => status < 400)).toEqual([]);
  const client = await clientFor('admin');
  expect(await client.query(`SELECT Id FROM Account WHERE Name = '${NAME}'`)).toEqual([]);

  await page.goto('/lightning/setup/SetupOneHome/home');
  await expect(page.getByRole('searchbox', { name: 'Quick Find' })).toBeVisible();
});
