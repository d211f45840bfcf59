/* global document, window, PerformanceObserver */
/**
 * What the console costs whoever uses it: of every page the time until it is usable, cold (nothing in the browser's cache) and warm, beside a bare
 * page of the same shell in the same run; its Apex calls, bytes and own JavaScript; and the time from a click to the next paint of ten actions.
 * Run: node bench/console.mjs [--people 10000] [--processes 50] [--rounds 3]. Issue's size: --people 100000 --processes 1000.
 * Ends with 1 when a page makes more than three Apex calls to open; times are told, not judged: compare the ratios.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { restClient, spawnOrg, userWithAlias, whenReady } from 'local-org/serve';
import { findTool } from '../scripts/ensure-tool.mjs';
import { median, root } from './served-org.mjs';
import { addEmployees, API, pause, saveSettings } from './workforce.mjs';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    processes: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '3' },
  },
});
const people = Number(values.people);
const processes = Number(values.processes);
const rounds = Number(values.rounds);
const MOST_CALLS = 3;
/** A page is usable when nothing of it loads for so long; the time of the last change before counts. */
const QUIET_MS = 300;
const LATE_MS = 30_000;
const BARE = ['a bare page of the shell', 'page/home', 'nobody'];
const PAGES = [
  ['Overview', 'n/Provisioning_Overview', 'admin'],
  ['Employee User Settings', 'n/Employee_User_Settings', 'admin'],
  ['View Processes', 'n/View_Processes', 'operator'],
  ['a process', 'n/View_Processes?c__process={process}', 'operator'],
  ['Employees', 'n/Provisioning_Employees', 'operator'],
  ['Employees, all', 'n/Provisioning_Employees?c__view=All', 'operator'],
  ['Import employees', 'n/Import_Employees', 'admin'],
  ['Leavers and changes', 'n/Leavers_And_Changes', 'operator'],
  ['Review links', 'n/Review_Links', 'admin'],
  ['Connected apps', 'n/Connected_Apps', 'appadmin'],
  ['User Provisioning Requests', 'n/User_Provisioning_Requests', 'appadmin'],
];
/** Page, words, and what a person does there. */
const ACTIONS = [
  ['Employees', 'a view of Employees', (page) => page.getByRole('button', { name: /^All/ }).click()],
  ['Employees', 'a box of a row', (page) => page.getByRole('table').getByRole('checkbox').nth(1).click()],
  [
    'Employees',
    'a person, which opens the panel',
    (page) => page.getByRole('table').getByRole('row').nth(1).getByRole('button').first().click(),
  ],
  ['Employees', 'a letter in the search', (page) => page.getByRole('searchbox', { name: 'Search this list' }).press('s')],
  ['Employees', 'more of the list', (page) => page.getByRole('button', { name: /load more/i }).click()],
  ['View Processes', 'a view of View Processes', (page) => page.getByRole('button', { name: /^Dry runs/ }).click()],
  ['View Processes', 'a run, which opens its page', (page) => page.getByRole('link', { name: /^PP-/ }).first().click()],
  ['Employee User Settings', 'the list of profiles', (page) => page.getByRole('combobox', { name: 'Profile', exact: true }).click()],
  ['Employee User Settings', 'the run window', (page) => page.getByRole('button', { name: 'Run User Provisioning' }).click()],
  [
    'Employee User Settings',
    'another page of the app',
    (page) => page.getByRole('navigation').getByRole('link', { name: 'Employees', exact: true }).click(),
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'bench-console-'));
const org = await spawnOrg({ project: root, db: join(folder, 'org.db'), flags: ['--no-seed'] });
const users = await whenReady(org);
const rest = restClient(org.baseUrl, users);
const client = {
  query: (soql) => rest.query('admin', soql),
  async call(method, path, body) {
    const answer = await rest.call('admin', method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 500)}`);
    return answer.body;
  },
};
const browser = await chromium.launch({
  executablePath: findTool({ variable: 'CHROMIUM_PATH', commands: ['chromium', 'chromium-browser', 'google-chrome'] }) ?? undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  const processId = await fill();
  const addressOf = (at) => `${org.baseUrl}/lightning/${at.replace('{process}', processId)}`;
  const sessions = new Map();
  for (const alias of new Set([BARE, ...PAGES].map(([, , as]) => as))) sessions.set(alias, await sessionOf(alias));

  // the first page of all warms up the org and the browser: nobody's time
  await load(addressOf(BARE[1]), sessions.get(BARE[2]));
  const rows = [];
  for (const [name, at, alias] of [BARE, ...PAGES]) {
    const loads = [];
    for (let round = 0; round < rounds; round++) loads.push(await load(addressOf(at), sessions.get(alias)));
    rows.push({
      name,
      cold: median(loads.map((one) => one.cold)),
      warm: median(loads.map((one) => one.warm)),
      calls: Math.max(...loads.map((one) => one.calls)),
      bytes: median(loads.map((one) => one.bytes)),
      script: median(loads.map((one) => one.script)),
    });
  }
  const [bare] = rows;
  console.log(`${people} people, ${processes} processes, medians of ${rounds}\n`);
  console.log('| page | cold, ms | warm, ms | beside the bare page, cold | warm | Apex calls | cold page, kB | JavaScript in it, kB |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  const kilobytes = (bytes) => Math.round(bytes / 1000);
  for (const { name, cold, warm, calls, bytes, script } of rows) {
    const beside = [cold / bare.cold, warm / bare.warm].map((ratio) => ratio.toFixed(2));
    const cells = [name, Math.round(cold), Math.round(warm), ...beside, calls, kilobytes(bytes), kilobytes(script)];
    console.log(`| ${cells.join(' | ')} |`);
  }

  console.log('\n| click to paint, ms | median |');
  console.log('| --- | --- |');
  for (const [pageName, what, act] of ACTIONS) {
    const [, at, alias] = PAGES.find(([name]) => name === pageName);
    const paints = [];
    for (let round = 0; round < rounds; round++) paints.push(await clickToPaint(addressOf(at), sessions.get(alias), act));
    console.log(`| ${what} | ${paints.includes(null) ? 'not there' : Math.round(median(paints))} |`);
  }
  const tooMany = rows.filter(({ calls }) => calls > MOST_CALLS).map(({ name, calls }) => `${name}: ${calls}`);
  if (tooMany.length > 0) {
    console.error(`\nMore than ${MOST_CALLS} Apex calls to open: ${tooMany.join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** People who wait, one dry run over all of them, and the other processes over one person each; the id of the large one. */
async function fill() {
  await addEmployees(client, 'C', people);
  await saveSettings(client, { permissionSets: [] });
  const { id } = await client.call('POST', `${API}/processes`, { mode: 'DryRun' });
  await over(id);
  const [someone] = await client.query("SELECT Id FROM Employee2 WHERE EmployeeStatus = 'Active' ORDER BY EmployeeNumber LIMIT 1");
  for (let made = 1; made < processes; made++) {
    await over((await client.call('POST', `${API}/processes`, { mode: 'DryRun', employeeIds: [someone.Id] })).id);
  }
  return id;
}

async function over(id) {
  while ((await client.call('GET', `${API}/processes/${id}`)).endTime === null) await pause(20);
}

/** The cookies of somebody who has signed in. */
async function sessionOf(alias) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { username, password } = userWithAlias(users, alias);
  await page.goto(`${org.baseUrl}/?startURL=${encodeURIComponent('/lightning/page/home')}`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.locator('main').waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Opens a page in a browser that knows nothing, and once more in the same. */
async function load(address, storageState) {
  const context = await browser.newContext({ storageState });
  await context.addInitScript(watch, QUIET_MS);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const kinds = new Map();
  const seen = { calls: 0, bytes: 0, script: 0 };
  network.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    seen.bytes += encodedDataLength;
    if (kinds.get(requestId) === 'Script') seen.script += encodedDataLength;
  });
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/aura/apex')) seen.calls++;
  });
  const cold = await usable(page, address);
  const { calls, bytes, script } = seen;
  const warm = await usable(page, address);
  await context.close();
  return { cold, warm, calls, bytes, script };
}

async function usable(page, address) {
  await page.goto(address);
  const handle = await page.waitForFunction(() => window.usableAt, null, { timeout: LATE_MS, polling: 50 });
  return handle.jsonValue();
}

/** Event Timing tells how long it took from the press to the paint after it; below 16 ms it tells nothing. Null where there is nothing to press. */
async function clickToPaint(address, storageState, act) {
  const context = await browser.newContext({ storageState });
  await context.addInitScript(watch, QUIET_MS);
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  await usable(page, address);
  await page.evaluate(() => {
    window.longest = 16;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.interactionId > 0) window.longest = Math.max(window.longest, entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 });
  });
  try {
    await act(page);
  } catch (error) {
    if (error.name !== 'TimeoutError') throw error;
    await context.close();
    return null;
  }
  await pause(500);
  const longest = await page.evaluate(() => window.longest);
  await context.close();
  return longest;
}

/** Runs in the page: `usableAt` is when the last part of it stopped loading, once nothing has loaded for a while. */
function watch(quiet) {
  const LOADING = '[aria-busy="true"], lightning-spinner, c-provisioning-loading';
  let since = null;
  /** Shadow roots hide what is in them from a query. */
  const has = (node, selector) =>
    node.querySelector(selector) !== null ||
    [...node.querySelectorAll('*')].some((one) => one.shadowRoot !== null && has(one.shadowRoot, selector));
  const look = () => {
    const ready = document.body !== null && has(document, 'h1') && !has(document, LOADING);
    since = ready ? (since ?? performance.now()) : null;
    if (since !== null && performance.now() - since > quiet) window.usableAt = since;
    else setTimeout(look, 20);
  };
  look();
}
