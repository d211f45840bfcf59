/**
 * Times how long the local org takes until it is ready (first 200 from /__local/info): cold (no .local-org), repeat, headless repeat.
 * Run: node bench/startup.mjs [runs=5]. Prints medians in seconds beside a reference in the same run: `node -e 0` five times.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnOrg, whenReady } from 'local-org/serve';

const root = resolve(import.meta.dirname, '..');
const runs = Number(process.argv[2] ?? 5);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function timeStart(db, flags) {
  const started = performance.now();
  const org = await spawnOrg({ project: root, db, flags });
  await whenReady(org);
  const seconds = (performance.now() - started) / 1000;
  await org.stop();
  return seconds;
}

const figures = { 'node -e 0 (reference)': [], 'first start, no .local-org': [], 'repeat start': [], 'headless repeat': [] };
for (let i = 0; i < runs; i++) {
  const started = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  figures['node -e 0 (reference)'].push((performance.now() - started) / 1000);

  rmSync(join(root, '.local-org'), { recursive: true, force: true });
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const db = join(folder, 'org.db');
  figures['first start, no .local-org'].push(await timeStart(db, []));
  figures['repeat start'].push(await timeStart(db, []));
  figures['headless repeat'].push(await timeStart(db, ['--headless']));
  rmSync(folder, { recursive: true, force: true });
}
for (const [name, values] of Object.entries(figures)) {
  console.log(`${name.padEnd(28)} median ${median(values).toFixed(2)} s   (${values.map((v) => v.toFixed(2)).join(', ')})`);
}
