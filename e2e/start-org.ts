import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '..');

/** Starts the product as `npm start` does, on a database of its own, and waits until it says that it is ready. */
export default async function startOrg(): Promise<() => Promise<void>> {
  const baseUrl = process.env.E2E_BASE_URL!;
  const folder = mkdtempSync(join(tmpdir(), 'e2e-org-'));
  const org = spawn(process.execPath, [join(root, 'packages/local-org/bin/local-org.mjs'), 'start', '--db', join(folder, 'org.db')], {
    cwd: root,
    env: { ...process.env, PORT: new URL(baseUrl).port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  org.stdout.on('data', (text: Buffer) => (output += text.toString()));
  org.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const ended = new Promise<void>((done) => org.once('exit', () => done()));

  const deadline = Date.now() + 120_000;
  while (!(await isReady(baseUrl))) {
    if (org.exitCode !== null || Date.now() > deadline) throw new Error(`The local org did not get ready:\n${output}`);
    await pause(200);
  }
  return async () => {
    org.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

async function isReady(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/__local/info`)).status === 200;
  } catch {
    return false;
  }
}
