/** A served local org for the benchmarks: started on a copy of a prepared database, spoken to over HTTP, stopped when done. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
const PORT = Number(process.env.PORT ?? 3471);
const base = `http://127.0.0.1:${PORT}`;

/**
 * The project with the reference queueables beside the product: both are timed in the same program.
 * `licenses` overrides seats by licence name.
 */
export function benchProject({ licenses = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-project-'));
  const project = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8'));
  const packages = project.packageDirectories.map(({ path }) => path);
  for (const part of [...packages, 'sample-data', 'local-org.json']) cpSync(join(root, part), join(folder, part), { recursive: true });
  cpSync(join(root, 'bench/reference'), join(folder, 'reference'), { recursive: true });
  const org = JSON.parse(readFileSync(join(root, 'local-org.json'), 'utf8'));
  for (const license of org.licenses) license.seats = licenses[license.name] ?? license.seats;
  writeFileSync(join(folder, 'local-org.json'), JSON.stringify(org));
  project.packageDirectories.push({ path: 'reference' });
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(project));
  return folder;
}

/** Copies a stopped org's database with its side files. */
export function copyDatabase(from, to) {
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(from + suffix)) cpSync(from + suffix, to + suffix);
  return to;
}

export async function serve(project, db, flags = []) {
  mkdirSync(join(db, '..'), { recursive: true });
  const child = spawn(
    process.execPath,
    [join(root, 'packages/local-org/bin/local-org.mjs'), 'start', '--project', project, '--db', db, '--headless', ...flags],
    { cwd: root, env: { ...process.env, PORT: String(PORT) }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  let info;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The local org ended with ${child.exitCode}`);
    const answer = await fetch(`${base}/__local/info`).catch(() => null);
    if (answer?.status === 200) {
      info = await answer.json();
      break;
    }
    await new Promise((done) => setTimeout(done, 25));
  }
  const admin = info.users.find((u) => u.alias === 'admin');
  const form = new URLSearchParams({ grant_type: 'password', client_id: 'bench', username: admin.username, password: admin.password });
  const { access_token: token } = await (await fetch(`${base}/services/oauth2/token`, { method: 'POST', body: form })).json();
  async function call(method, path, body) {
    const response = await fetch(base + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return text ? JSON.parse(text) : null;
  }
  return {
    call,
    query: async (soql) => (await call('GET', `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`)).records,
    exec: (apex) => call('GET', `/services/data/v67.0/tooling/executeAnonymous/?anonymousBody=${encodeURIComponent(apex)}`),
    /** Processor seconds that the org has used so far, all threads: what a busy machine does not change much. Null where /proc is missing. */
    cpuSeconds() {
      if (!existsSync(`/proc/${child.pid}/stat`)) return null;
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    async stop() {
      child.kill('SIGTERM');
      await new Promise((done) => (child.exitCode === null ? child.once('exit', done) : done()));
      process.off('exit', killed);
    },
  };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const percentile = (values, p) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * p) / 100))];
