import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../src/host/free-port';

const bin = resolve(import.meta.dirname, '../../bin/local-org.mjs');
const root = mkdtempSync(join(tmpdir(), 'start-'));
const started = new Set<ChildProcess>();

beforeAll(() => {
  mkdirSync(join(root, 'force-app'));
  writeFileSync(join(root, 'sfdx-project.json'), '{"packageDirectories":[{"path":"force-app"}]}');
  const users = [
    { alias: 'admin', username: 'admin@start.example', profile: 'System Administrator', permissionSets: [], persona: 'Administrator' },
  ];
  writeFileSync(join(root, 'Account.csv'), 'Name,ParentId=Account.Name:Id\nNorthwind,\n');
  mkdirSync(join(root, 'More'));
  writeFileSync(join(root, 'More/Account.csv'), 'Name\nSouthwind\n');
  writeFileSync(
    join(root, 'local-org.json'),
    JSON.stringify({
      licenses: [{ name: 'Salesforce', seats: 5 }],
      users,
      seed: ['Account.csv'],
      scenarios: [{ name: 'busy', file: 'busy.mjs', daysBefore: 30 }],
    }),
  );
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  output(): string;
  readonly exit: Promise<number | null>;
}

const start = (port: number, ...flags: string[]): Started => launch(port, ['--headless', ...flags]);
const startWithPages = (port: number): Started => launch(port, ['--db', join(root, 'pages.db')]);

function launch(port: number, flags: readonly string[]): Started {
  const child = spawn(process.execPath, [bin, 'start', ...flags], { cwd: root, env: { ...process.env, PORT: String(port) } });
  started.add(child);
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  return { child, output: () => output, exit: new Promise((done) => child.once('exit', done)) };
}

async function ready(port: number, { child, output }: Started): Promise<void> {
  const statuses = new Set<number>();
  while (child.exitCode === null) {
    const status = await fetch(`http://127.0.0.1:${port}/__local/info`).then((answer) => answer.status, () => 0); // prettier-ignore
    statuses.add(status);
    if (status === 200) return;
    expect([0, 503]).toContain(status);
    // each question takes processor time that the starting org needs
    await pause(100);
  }
  throw new Error(output());
}

async function token(port: number): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'password',
    client_id: 'x',
    client_secret: 'x',
    username: 'admin@start.example',
    password: 'local-org-1',
  });
  const grant = (await (await fetch(`http://127.0.0.1:${port}/services/oauth2/token`, { method: 'POST', body: form })).json()) as {
    access_token: string;
  };
  return grant.access_token;
}

async function control(port: number, name: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`http://127.0.0.1:${port}/__local/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })).status;
}

async function accounts(port: number): Promise<unknown[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/services/data/v67.0/query?q=SELECT+Name+FROM+Account`, {
    headers: { authorization: `Bearer ${await token(port)}` },
  });
  return ((await answer.json()) as { records: { Name: string }[] }).records.map((row) => row.Name);
}

describe('local-org start', () => {
  it('loads sample data once, keeps them through a kill, refuses a taken port and database, and ends when asked', async () => {
    const port = await freePort();
    const first = start(port);
    await ready(port, first);
    expect(await accounts(port)).toEqual(['Northwind']);
    expect(first.output()).toContain(`Ready: http://127.0.0.1:${port}`);

    const second = start(port);
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`Port ${port} is in use`);
    expect(second.output()).toContain('PORT=');

    const third = start(await freePort());
    expect(await third.exit).toBe(1);
    expect(third.output()).toMatch(/in use by process \d+/);

    first.child.kill('SIGKILL');
    await first.exit;
    const again = start(port);
    await ready(port, again);
    expect(await accounts(port)).toEqual(['Northwind']);
    again.child.kill('SIGTERM');
    expect(await again.exit).toBe(0);
  }, 60_000);

  it('begins a new org in the past in which a scenario has happened, and refuses to where there is one', async () => {
    writeFileSync(
      join(root, 'busy.mjs'),
      `export default async (org) => {
        const admin = await org.as('admin');
        const [{ Name }] = await admin.query('SELECT Name FROM Account');
        await org.advance('1d');
        await admin.call('POST', 'sobjects/Account', { Name: Name + ' grows' });
      };`,
    );
    const port = await freePort();
    const db = join(root, 'busy.db');
    const unknown = start(port, '--db', db, '--scenario', 'quiet');
    expect(await unknown.exit).toBe(1);
    expect(unknown.output()).toContain('local-org.json names no scenario quiet. It names busy.');

    const org = start(port, '--db', db, '--scenario', 'busy');
    await ready(port, org);
    expect(await accounts(port)).toEqual(['Northwind', 'Northwind grows']);
    const days = async (): Promise<number[]> => {
      const path = 'query?q=SELECT+CreatedDate+FROM+Account+ORDER+BY+Name';
      const answer = await fetch(`http://127.0.0.1:${port}/services/data/v67.0/${path}`, {
        headers: { authorization: `Bearer ${await token(port)}` },
      });
      const { records } = (await answer.json()) as { records: { CreatedDate: string }[] };
      return records.map(({ CreatedDate }) => Math.round((Date.now() - Date.parse(CreatedDate)) / 86_400_000));
    };
    expect(await days()).toEqual([30, 29]);
    expect(await control(port, 'seed', { scenario: 'quiet' })).toBe(400);
    org.child.kill('SIGTERM');
    await org.exit;

    const refused = start(port, '--db', db, '--scenario', 'busy');
    expect(await refused.exit).toBe(1);
    expect(refused.output()).toContain('The database holds an org already. Add --reset to begin anew with the scenario busy.');
    const again = start(port, '--db', db);
    await ready(port, again);
    expect(await days()).toEqual([30, 29]);
    again.child.kill('SIGTERM');
    await again.exit;
  }, 120_000);

  it('is ready again after a reset, with and without sample data, and in the start after it; sessions of before are dead', async () => {
    const port = await freePort();
    const db = join(root, 'reset.db');
    const org = start(port, '--db', db);
    await ready(port, org);
    const info = async () => (await fetch(`http://127.0.0.1:${port}/__local/info`)).status;
    const before = await token(port);
    for (const [body, names] of [
      [{}, []],
      [{ seed: true }, ['Northwind']],
      [{}, []],
      [{ seed: true }, ['Northwind']],
    ] as const) {
      expect([await control(port, 'reset', body), await info(), await accounts(port)]).toEqual([200, 200, names]);
    }
    expect(await control(port, 'seed', { files: ['More/Account.csv'] })).toBe(200);
    expect(await control(port, 'seed', { files: ['nowhere.csv'] })).toBe(400);
    expect(await info()).toBe(200);
    expect(
      (await fetch(`http://127.0.0.1:${port}/services/oauth2/userinfo`, { headers: { authorization: `Bearer ${before}` } })).status,
    ).toBe(401);
    // Another database in its stead, without sample data, and back: what is wrong with a wish leaves none open
    const other = { file: join(root, 'other.db') };
    expect([await control(port, 'database', other), await info(), await accounts(port)]).toEqual([200, 200, []]);
    expect([await control(port, 'database', {}), await accounts(port)]).toEqual([400, []]);
    expect(await control(port, 'database', { ...other, project: join(root, 'nowhere') })).toBe(409);
    expect(await control(port, 'database', { file: db, project: root })).toBe(200);
    expect(await accounts(port)).toEqual(['Northwind', 'Southwind']);
    org.child.kill('SIGTERM');
    await org.exit;
    const again = start(port, '--db', db);
    await ready(port, again);
    expect(await accounts(port)).toEqual(['Northwind', 'Southwind']);
    again.child.kill('SIGTERM');
    await again.exit;
  }, 60_000);

  it('empties the org after the sample data of the first start, not in the middle of them', async () => {
    const rows = readFileSync(join(root, 'Account.csv'), 'utf8');
    writeFileSync(join(root, 'Account.csv'), rows + 'Northwind,\n'.repeat(2_000));
    const port = await freePort();
    const run = start(port, '--db', join(root, 'early.db'));
    while (run.child.exitCode === null && !run.output().includes('Account 200 of')) await pause(1);
    writeFileSync(join(root, 'Account.csv'), rows);
    expect(await control(port, 'reset', {})).toBe(200);
    await ready(port, run);
    expect(await accounts(port)).toEqual([]);
    run.child.kill('SIGTERM');
    expect(await run.exit).toBe(0);
  }, 60_000);

  it('serves a project of which a class does not compile, and lists it', async () => {
    const file = join(root, 'force-app/Broken.cls');
    writeFileSync(file, 'public class Broken {\n  Nonsense field;\n}\n');
    writeFileSync(
      `${file}-meta.xml`,
      '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>',
    );
    try {
      const port = await freePort();
      const org = start(port, '--db', join(root, 'broken.db'));
      await ready(port, org);
      expect(await accounts(port)).toEqual(['Northwind']);
      expect(org.output()).toContain(
        '1 file does not compile; all else runs:\n  force-app/Broken.cls:2:3 Invalid type: Nonsense\n\nReady: ',
      );
      org.child.kill('SIGTERM');
      expect(await org.exit).toBe(0);
    } finally {
      rmSync(file);
      rmSync(`${file}-meta.xml`);
    }
  }, 60_000);

  it('takes over what changes in the project while it is served, and lists what does not compile meanwhile', async () => {
    const file = join(root, 'force-app/Speaker.cls');
    const write = (says: string) => writeFileSync(file, `public class Speaker { public static String speak() { return ${says}; } }`);
    write("'first'");
    writeFileSync(
      `${file}-meta.xml`,
      '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>',
    );
    try {
      const port = await freePort();
      const org = start(port, '--db', join(root, 'watch.db'), '--watch');
      await ready(port, org);
      const session = await token(port);
      const says = async (): Promise<unknown> => {
        const code = encodeURIComponent('throw new IllegalArgumentException(Speaker.speak());');
        const url = `http://127.0.0.1:${port}/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${code}`;
        const answer = (await (await fetch(url, { headers: { authorization: `Bearer ${session}` } })).json()) as Record<string, unknown>;
        return answer['exceptionMessage'] ?? answer['compileProblem'];
      };
      const until = async (text: string): Promise<void> => {
        const given = org.output().length;
        while (!org.output().slice(given).includes(text)) await pause(20);
      };
      while (!org.output().includes('Watching force-app')) await pause(20);
      expect(await says()).toBe('System.IllegalArgumentException: first');
      const served = until('Served as it stands now');
      write("'second'");
      await served;
      expect(await says()).toBe('System.IllegalArgumentException: second');
      const listed = until('Served as it stands now');
      write('nothing');
      await listed;
      expect(org.output()).toContain('force-app/Speaker.cls:1:62 Variable does not exist: nothing');
      expect(await says()).toContain('because Speaker does not compile');
      expect(await accounts(port)).toEqual(['Northwind']);
      const mended = until('Served as it stands now');
      write("'third'");
      await mended;
      expect(await says()).toBe('System.IllegalArgumentException: third');
      // What is refused as a whole changes nothing
      const refused = until('Served as it was before the change');
      writeFileSync(`${file}-meta.xml`, '<ApexClass');
      await refused;
      expect(await says()).toBe('System.IllegalArgumentException: third');
      org.child.kill('SIGTERM');
      expect(await org.exit).toBe(0);
    } finally {
      rmSync(file);
      rmSync(`${file}-meta.xml`);
    }
  }, 120_000);

  it('ends without complaint when it is asked to while it prepares', async () => {
    const run = startWithPages(await freePort());
    while (!run.output().includes('Reading the project')) await pause(20);
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(0);
    expect(run.output()).not.toMatch(/Error|compiler/);
  });

  it('says that a limits file cannot be written, before it compiles anything', async () => {
    const org = start(await freePort(), '--limits', join(root, 'nowhere', 'limits.jsonl'));
    expect(await org.exit).toBe(1);
    expect(org.output()).toContain('--limits takes a file that can be written. ENOENT');
    expect(org.output()).not.toContain('Reading the project');
  }, 30_000);

  it('says what is wrong with a port and with a flag', async () => {
    const child = spawn(process.execPath, [bin, 'start'], { cwd: root, env: { ...process.env, PORT: 'abc' } });
    let output = '';
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    expect(await new Promise((done) => child.once('exit', done))).toBe(1);
    expect(output).toContain('PORT=abc is not a port number');
  }, 30_000);
});
