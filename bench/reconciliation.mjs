/**
 * Collect, analysis and commit of accounts at a SCIM target: seconds, and what the transactions used, as `local-org start --limits` notes it. The first
 * account of ten is nobody's, the others belong to an entitled user of that name, and none is known before.
 * Run: node bench/reconciliation.mjs [sizes=2,1000,10000]. Fails when a transaction uses half of a limit, when its statements depend on the number of
 * accounts, or when rows, statements or abstract CPU per 1,000 accounts differ by more than 2 % between sizes of 10,000 and more. Compared are all chunks of a
 * step but the last: that one also ends the run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conclude, jobsOf, SameStatements, table, tooMuch, used } from './limits.mjs';
import { benchProject, serve } from './served-org.mjs';
import { addApp, addEntitled, startTarget, usernameOf } from './target-org.mjs';
import { API, finished } from './workforce.mjs';

const sizes = (process.argv[2] ?? '2,1000,10000').split(',').map(Number);
const STEPS = ['Collect', 'Analyze', 'Commit'];
const COLUMNS = ['queries', 'queryRows', 'dml', 'dmlRows', 'callouts', 'steps', 'heap'];
/** Equal for every thousand accounts; of fewer than these, CPU that is counted in thousands of steps says too little. */
const PER_THOUSAND = ['queries', 'queryRows', 'dml', 'dmlRows', 'steps'];
const LEAST_COMPARED = 10_000;
const MOST_APART = 0.02;
const CHUNK = 200;

const folder = mkdtempSync(join(tmpdir(), 'bench-reconciliation-'));
const project = benchProject({ licenses: { Salesforce: Math.max(...sizes) + 1000 } });
const target = await startTarget(project);
const complaints = [];
const statements = new SameStatements(complaints);
const shares = new Map();

/** An org with the users of the accounts, and the accounts. */
async function prepare(org, size) {
  const owned = size - Math.ceil(size / 10);
  const id = await addApp(org);
  await addEntitled(org, 's', owned);
  await target.clear();
  const account = (n) => ({ userName: n % 10 === 0 ? `orphan${n}` : usernameOf('s', n - 1 - Math.floor(n / 10)), active: true });
  await target.add(Array.from({ length: size }, (_, n) => account(n)));
  return id;
}

async function take(org, appId, kind, size, limits) {
  const title = `${kind}, ${size} accounts`;
  const started = performance.now();
  const processorBefore = org.cpuSeconds();
  const { result: run, jobs } = await jobsOf(limits, async () => {
    const { id } = await org.call('POST', `${API}/apps/${appId}/processes`, { kind, mode: 'Live' });
    return finished(org, id, Math.max(20, size / 100));
  });
  const seconds = (performance.now() - started) / 1000;
  const processor = org.cpuSeconds() - processorBefore;
  if (run.processed !== size || run.failed > 0) throw new Error(`${title}: ${run.processed} processed, ${run.failed} failed`);
  console.log(`\n${title}: ${seconds.toFixed(2)} s (processor ${processor.toFixed(2)} s), ${jobs.length} jobs`);
  console.log(table(jobs, COLUMNS));
  complaints.push(...tooMuch(title, jobs));
  const chunks = jobs.filter((job) => job.className === 'AppStepJob');
  statements.compare(title, `the last chunk of ${kind}`, chunks.slice(-1));
  statements.compare(title, `a chunk of ${kind}`, chunks.slice(0, -1));
  if (size >= LEAST_COMPARED) compareShares(title, kind, chunks.slice(0, -1));
  return { seconds, processor };
}

function compareShares(title, kind, chunks) {
  const ofThousand = (column) => (chunks.reduce((sum, job) => sum + used(job, column), 0) * 1000) / (chunks.length * CHUNK);
  const share = Object.fromEntries(PER_THOUSAND.map((column) => [column, ofThousand(column)]));
  console.log(`  per 1,000 accounts: ${PER_THOUSAND.map((column) => `${column} ${share[column].toFixed(1)}`).join(', ')}`);
  const first = shares.get(kind) ?? { share, title };
  shares.set(kind, first);
  for (const column of PER_THOUSAND) {
    const apart = Math.abs(share[column] / first.share[column] - 1);
    if (apart > MOST_APART) complaints.push(`${title}: ${share[column]} ${column} per 1,000, ${first.share[column]} in "${first.title}"`);
  }
}

for (const size of sizes) {
  const limits = join(folder, `${size}.jsonl`);
  const org = await serve(project, join(folder, `${size}.db`), ['--no-seed', '--limits', limits]);
  const appId = await prepare(org, size);
  const spent = [];
  for (const kind of STEPS) spent.push(await take(org, appId, kind, size, limits));
  const [seconds, processor] = ['seconds', 'processor'].map((what) => spent.reduce((sum, step) => sum + step[what], 0));
  const ofThousand = (sum) => ((sum * 1000) / size).toFixed(2);
  console.log(
    `\n${size} accounts: ${seconds.toFixed(1)} s in all, ${ofThousand(seconds)} s per 1,000; processor ${ofThousand(processor)} s per 1,000`,
  );
  await org.stop();
}
target.stop();
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
conclude(complaints);
