/**
 * Managers by number (R56): everybody but the first leads ten others, so the hierarchy is four to six levels deep. What a run takes that makes all users and gives
 * them their managers, and what a check of everybody takes before it.
 * Run: node bench/managers.mjs [sizes=1000,12000]. Fails when a job uses half of a limit, when a chunk takes more than two queries a level or other DML than the
 * first one, when somebody has no manager, or when the check said so of anybody.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byClass, conclude, jobsOf, table, tooMuch, used } from './limits.mjs';
import { benchProject, serve } from './served-org.mjs';
import { addEmployees, API, finished, numbersOf, pause, saveSettings } from './workforce.mjs';

const sizes = (process.argv[2] ?? '1000,12000').split(',').map(Number);
const REPORTS = 10;
const LEVELS = 6;
const COLUMNS = ['queries', 'queryRows', 'dml', 'dmlRows', 'steps', 'heap'];

const folder = mkdtempSync(join(tmpdir(), 'bench-managers-'));
const limits = join(folder, 'limits.jsonl');
const project = benchProject({ licenses: { Salesforce: Math.max(...sizes) + 5000 } });
const complaints = [];
const summary = [];

async function timed(org, title, work) {
  const [started, before] = [performance.now(), org.cpuSeconds()];
  const { result, jobs } = await jobsOf(limits, work);
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n${title}\n${table(jobs, COLUMNS)}`);
  complaints.push(...tooMuch(title, jobs));
  return { result, jobs, seconds, cpu: org.cpuSeconds() - before };
}

async function checked(org) {
  await org.call('POST', `${API}/check`, {});
  for (;;) {
    const check = await org.call('GET', `${API}/check`);
    if (check.endTime !== null) return check;
    await pause(1000);
  }
}

for (const size of sizes) {
  const org = await serve(project, join(folder, `${size}.db`), ['--no-seed', '--limits', limits]);
  try {
    const numbers = numbersOf('M', size);
    const leaderOf = (i) => (i === 0 ? null : numbers[Math.floor((i - 1) / REPORTS)]);
    await addEmployees(org, 'M', size, undefined, (i) => ({ PersonDepartment: leaderOf(i) }));
    const mapping = { userField: 'ManagerId', paths: ['Contact.Department'], steps: [{ do: 'managerByNumber' }] };
    await saveSettings(org, { fieldMappings: [mapping] });
    const check = await timed(org, `${size} people, check of everybody`, () => checked(org));
    const told = check.result.findings.filter(({ code }) => code?.startsWith('MANAGER_'));
    if (check.result.checked !== size || told.length > 0)
      complaints.push(`${size} people: ${check.result.checked} checked, ${JSON.stringify(told)}`);
    const run = await timed(org, `${size} people, run`, async () => {
      const { id } = await org.call('POST', `${API}/processes`, { mode: 'Live' });
      return finished(org, id, Math.max(100, size / 20));
    });
    if (run.result.created !== size) throw new Error(JSON.stringify(run.result));
    const [{ n }] = await org.query("SELECT COUNT(Id) n FROM User WHERE EmployeeNumber LIKE 'M1%' AND ManagerId != NULL");
    if (n !== size - 1) complaints.push(`${size} people: ${n} have a manager`);
    const managing = byClass(run.jobs).get('ProvisioningManagerJob') ?? [];
    const queries = managing.slice(0, -1).map((job) => used(job, 'queries'));
    const dml = new Set(managing.map((job) => used(job, 'dml')));
    if (dml.size > 1 || Math.max(...queries) - Math.min(...queries) > 2 * LEVELS)
      complaints.push(`${size} people: ${queries} queries, ${[...dml]} DML a chunk`);
    summary.push({
      employees: size,
      'queries of a chunk of managers': `${Math.min(...queries)} to ${Math.max(...queries)}`,
      'its DML': Math.max(...managing.map((job) => used(job, 'dml'))),
      'run, s': run.seconds.toFixed(1),
      'run, processor s': run.cpu?.toFixed(1),
      'check, s': check.seconds.toFixed(1),
      'check, processor s': check.cpu?.toFixed(1),
    });
  } finally {
    await org.stop();
  }
}
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
console.table(summary);
conclude(complaints);
