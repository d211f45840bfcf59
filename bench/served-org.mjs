/** A served local org for the benchmarks: started on a copy of a prepared database, spoken to over HTTP, stopped when done. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { restClient, spawnOrg, whenReady } from 'local-org/serve';

export { copyDatabase } from 'local-org/serve';

export const root = resolve(import.meta.dirname, '..');

/**
 * The project with the reference queueables beside the product: both are timed in the same program.
 * `licenses` overrides seats by licence name.
 */
export function benchProject({ licenses = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-project-'));
  const project = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8'));
  const packages = project.packageDirectories.map(({ path }) => path);
  const org = JSON.parse(readFileSync(join(root, 'local-org.json'), 'utf8'));
  for (const part of [...packages, ...org.folders, 'sample-data']) cpSync(join(root, part), join(folder, part), { recursive: true });
  cpSync(join(root, 'bench/reference'), join(folder, 'reference'), { recursive: true });
  for (const license of org.licenses) license.seats = licenses[license.name] ?? license.seats;
  writeFileSync(join(folder, 'local-org.json'), JSON.stringify(org));
  project.packageDirectories.push({ path: 'reference' });
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(project));
  return folder;
}

export async function serve(project, db, flags = []) {
  mkdirSync(dirname(db), { recursive: true });
  const org = await spawnOrg({ project, db, flags: ['--headless', ...flags] });
  const client = restClient(org.baseUrl, await whenReady(org));
  async function call(method, path, body) {
    const answer = await client.call('admin', method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 500)}`);
    return answer.body;
  }
  return {
    call,
    query: (soql) => client.query('admin', soql),
    exec: (apex) => call('GET', `/services/data/v67.0/tooling/executeAnonymous/?anonymousBody=${encodeURIComponent(apex)}`),
    /** Processor seconds that the org has used so far, all threads: what a busy machine does not change much. Null where /proc is missing. */
    cpuSeconds() {
      if (!existsSync(`/proc/${org.pid}/stat`)) return null;
      const fields = readFileSync(`/proc/${org.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    stop: org.stop,
  };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const percentile = (values, p) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * p) / 100))];
