/**
 * Governor limits of whole runs on a served org, as `local-org start --limits` notes them: what `Limits` says at the end of each
 * transaction, written by the org itself, so that the product carries no measuring code.
 * Run: node bench/governor.mjs [sizes=1000,10000]. Prints min / median / max per half of a chunk and fails when a full chunk needs half of an
 * asynchronous limit, or when the statements of a half depend on the number of people.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byClass, conclude, jobsOf, SameStatements, table, tooMuch } from './limits.mjs';
import { benchProject, serve } from './served-org.mjs';
import { addEmployees, addUsers, API, finished, numbersOf, rowsOf, saveSettings, updateAll } from './workforce.mjs';

const sizes = (process.argv[2] ?? '1000,10000').split(',').map(Number);
const COLUMNS = ['queries', 'queryRows', 'dml', 'dmlRows', 'cpu', 'steps', 'heap', 'cursorFetches'];
const HALVES = /^Provisioning(Setup|Assignment|Data|DryRun)Job$/;
const MAPPINGS = [
  { userField: 'Department', constant: 'Northwind' },
  { userField: 'Title', paths: ['Contact.Title', 'EmployeeNumber'] },
];

const folder = mkdtempSync(join(tmpdir(), 'bench-governor-'));
const limits = join(folder, 'limits.jsonl');
const project = benchProject({ licenses: { Salesforce: sizes.reduce((sum, size) => sum + size, 10_000) } });
const org = await serve(project, join(folder, 'org.db'), ['--no-seed', '--limits', limits]);
let created;
const complaints = [];
const statements = new SameStatements(complaints);

/** One line per kind of job; `steady` names the halves whose statements must equal those of every other measurement of that name. */
async function measure(title, steady, work) {
  const { result: run, jobs } = await jobsOf(limits, work);
  if (run.processed === 0) throw new Error(`${title}: nobody in scope`);
  console.log(`\n${title}: ${run.processed} people, ${jobs.length} jobs (${((jobs.length * 1000) / run.processed).toFixed(1)} per 1,000)`);
  console.log(table(jobs, COLUMNS));
  complaints.push(...tooMuch(title, jobs));
  for (const [name, group] of byClass(jobs)) if (steady && HALVES.test(name)) compare(title, `${steady}, ${name}`, group);
}

/** The last data half ends the run, which is a statement of another kind; every other half must cost the same. */
function compare(title, key, group) {
  statements.compare(title, key, group.slice(0, key.endsWith('DataJob') && group.length > 1 ? -1 : undefined));
}

const start = (body = { mode: 'Live' }) => org.call('POST', `${API}/processes`, body).then(({ id }) => finished(org, id));

try {
  await saveSettings(org, { matchByEmployeeNumber: true, matchByFederationId: true, matchByEmail: true, fieldMappings: MAPPINGS });
  for (const size of [1, 2, 37, 200]) {
    await addEmployees(org, `C${size}X`, size);
    await measure(`All new, one chunk of ${size}`, 'all new, a single chunk', start);
  }
  for (const size of sizes) {
    await addEmployees(org, `N${size}X`, size);
    await measure(`All new, ${size}`, 'all new', start);
  }
  await addEmployees(org, 'D', 1000);
  await measure('Dry run, all new, 1000', null, () => start({ mode: 'DryRun' }));
  await measure('The same people for real', 'all new', start);

  await addEmployees(org, 'H', 1000);
  await addUsers(org, numbersOf('H', 1000).filter((_, i) => i % 2 === 0)); // prettier-ignore
  await measure('Half of them have a user already, 1000', 'matched', start);

  // Once: of whoever failed before, a later run knows, and asks for them last (R23).
  await addEmployees(org, 'F', 1000, (i) => (i % 5 === 0 ? null : `person.f.${i}@north.example`));
  await measure('One in five fails, 1000', 'one in five fails', async () => (created = await start()));

  await saveSettings(org, {
    leaverStatuses: ['Terminated'],
    leaverAction: 'Deactivate',
    updateOnChange: true,
    maximumLockoutPercent: null,
    lockoutReason: 'A thousand leave at once.',
  });
  const employees = await rowsOf(org, 'Id, EmployeeNumber', 'Employee2', 'EmployeeNumber', `N${sizes[0]}X`);
  const terminated = employees.slice(0, 1000).map(({ Id }) => ({ attributes: { type: 'Employee2' }, Id, EmployeeStatus: 'Terminated' }));
  await updateAll(org, terminated);
  await measure('Leavers, 1000', 'leavers', () => start({ mode: 'Live', scope: 'Leavers' }));

  const accounts = await rowsOf(org, 'Id, AccountNumber', 'Account', 'AccountNumber', 'D');
  await updateAll(
    org,
    accounts.map(({ Id }, i) => ({ attributes: { type: 'Account' }, Id, LastName: `Renamed ${i}` })),
  );
  // A chunk in which nobody changed writes less, so that its statements are bounded, not equal.
  await measure('Changes, everybody looked at, 1000 renamed', null, () => start({ mode: 'Live', scope: 'Changes' }));

  await measure(`Deactivation of a run of ${created.created}`, 'deactivation', async () => {
    const { id } = await org.call('POST', `${API}/processes/${created.id}/deactivate`, {});
    return finished(org, id);
  });
} finally {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(project, { recursive: true, force: true });
}
conclude(complaints);
