/**
 * `start --watch` with this repository's project: from the write of a class to a served org that runs it. Changed by turns: a method's body, which no other
 * file can see, and its signature, for which whatever names the class is checked anew. Run: node packages/local-org/bench/watch.mjs [rounds=7].
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { benchProject, median } from '../../../bench/served-org.mjs';

const rounds = Number(process.argv[2] ?? 7);
/** A class that many others name. */
const CLASS = 'force-app/main/shared/classes';
const project = benchProject();
const folder = mkdtempSync(join(tmpdir(), 'bench-watch-'));
const port = await new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => done(free));
  });
});
const org = spawn(
  process.execPath,
  [
    resolve(import.meta.dirname, '../bin/local-org.mjs'),
    'start',
    '--headless',
    '--no-seed',
    '--watch',
    '--project',
    project,
    '--db',
    join(folder, 'org.db'),
  ],
  { env: { ...process.env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] },
);
let said = '';
for (const stream of [org.stdout, org.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
const heard = async (text, from) => {
  while (!said.slice(from).includes(text)) {
    if (org.exitCode !== null) throw new Error(said);
    await new Promise((done) => setTimeout(done, 2));
  }
};

try {
  await heard('Watching', 0);
  const file = join(project, CLASS, 'ProvisioningDml.cls');
  const source = readFileSync(file, 'utf8');
  const end = source.lastIndexOf('}');
  const added = { body: (n) => `  // ${n}\n}\n`, signature: (n) => `  public static Integer made${n}() { return ${n}; }\n}\n` };
  for (const [kind, tail] of Object.entries(added)) {
    const taken = [];
    for (let round = -1; round < rounds; round++) {
      const from = said.length;
      const started = performance.now();
      writeFileSync(file, source.slice(0, end) + tail(round + 1));
      await heard('Served as it stands now', from);
      if (said.slice(from).includes('not compile')) throw new Error(said.slice(from));
      if (round >= 0) taken.push(performance.now() - started);
    }
    console.log(`${kind.padEnd(10)} median ${median(taken).toFixed(0)} ms`);
  }
} finally {
  org.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
  rmSync(project, { recursive: true, force: true });
}
