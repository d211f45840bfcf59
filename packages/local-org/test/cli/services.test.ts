import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restClient, spawnOrg, whenReady, type OrgProcess } from '../../src/public/serve';

const root = mkdtempSync(join(tmpdir(), 'services-'));
const started = new Set<OrgProcess>();

/** Answers with its process id; on `/end` it ends. */
const SERVICE = `require('node:http').createServer((request, response) => {
  response.end(String(process.pid));
  if (request.url === '/end') process.exit(7);
}).listen(process.env.PORT, '127.0.0.1');`;

const project = (services: unknown): void => {
  writeFileSync(join(root, 'local-org.json'), JSON.stringify({ licenses: [{ name: 'Salesforce', seats: 5 }], services }));
};
beforeAll(() => {
  mkdirSync(join(root, 'force-app'));
  writeFileSync(join(root, 'sfdx-project.json'), '{"packageDirectories":[{"path":"force-app"}]}');
  writeFileSync(join(root, 'service.cjs'), SERVICE);
});
afterAll(async () => {
  for (const org of started) if (!org.dead) await org.kill();
  rmSync(root, { recursive: true, force: true });
});

async function start(name: string, ...flags: string[]): Promise<OrgProcess> {
  const org = await spawnOrg({ project: root, db: join(root, `${name}.db`), flags: ['--headless', ...flags] });
  started.add(org);
  return org;
}
const servicesOf = async (org: OrgProcess): Promise<Record<string, string>> =>
  ((await (await fetch(`${org.baseUrl}/__local/info`)).json()) as { services: Record<string, string> }).services;
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // There is no such process.
    return false;
  }
};
const gone = async (pid: number): Promise<boolean> => {
  while (isAlive(pid)) await pause(20);
  return true;
};

describe('a side service', () => {
  it('answers when the org is ready, and ends with it, asked or killed', async () => {
    project([{ name: 'target', command: [process.execPath, 'service.cjs'] }]);
    for (const end of ['stop', 'kill'] as const) {
      const org = await start('ends', '--services');
      await whenReady(org);
      const pid = Number(await (await fetch((await servicesOf(org))['target'] ?? '')).text());
      expect(isAlive(pid)).toBe(true);
      await org[end]();
      expect(await gone(pid)).toBe(true);
    }
  });

  it('is told of when it ends by itself, and the org goes on', async () => {
    project([{ name: 'target', command: [process.execPath, 'service.cjs'] }]);
    const org = await start('dies', '--services');
    const users = await whenReady(org);
    await fetch(`${(await servicesOf(org))['target']}/end`);
    while (Object.keys(await servicesOf(org)).length > 0) await pause(20);
    expect(org.errors).toContain('The side service target has ended with exit code 7');
    expect(await restClient(org.baseUrl, users ?? []).query('admin', 'SELECT Id FROM Organization')).toHaveLength(1);
    await org.stop();
  });

  it('that ends before it answers fails the start', async () => {
    project([{ name: 'broken', command: [process.execPath, '-e', 'process.exit(1)'] }]);
    const org = await start('fails', '--services');
    expect(await org.ended).toBe(1);
    expect(org.errors).toContain('The side service broken has ended before it answered');
  });

  it('does not start with a headless org unless it is asked for', async () => {
    project([{ name: 'broken', command: [process.execPath, '-e', 'process.exit(1)'] }]);
    const org = await start('without');
    await whenReady(org);
    expect(await servicesOf(org)).toEqual({});
    await org.stop();
  });

  it('has a name and a command', async () => {
    project([{ name: 'two words', command: 'node' }]);
    const org = await start('wrong');
    expect(await org.ended).toBe(1);
    expect(org.errors).toContain('services[0] needs a name of letters, digits, _ and -, and a command as a list of texts');
  });
});
