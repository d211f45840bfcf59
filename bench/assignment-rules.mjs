/**
 * What assignment rules cost (R45): the same people in two runs, with one rule and with twenty, on copies of one database. Each rule asks two fields,
 * and the people are spread over the twenty, so that a person is asked ten of them in the middle.
 * Run: node bench/assignment-rules.mjs [sizes=1000,10000]. Fails when a person costs more than 1.15 times as much with twenty rules, by what the
 * platform's CPU time stands for in the local org (statements of Apex), or when the statements of a half differ.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byClass, conclude, jobsOf, SameStatements, table, tooMuch, used } from './limits.mjs';
import { benchProject, copyDatabase, serve } from './served-org.mjs';
import { addEmployees, API, finished, saveSettings } from './workforce.mjs';

const sizes = (process.argv[2] ?? '1000,10000').split(',').map(Number);
const MOST = 1.15;
const RULES = 20;
const COLUMNS = ['queries', 'queryRows', 'dml', 'dmlRows', 'steps', 'heap'];
const HALVES = /^Provisioning(Setup|Assignment|Data)Job$/;

const folder = mkdtempSync(join(tmpdir(), 'bench-rules-'));
const limits = join(folder, 'limits.jsonl');
const project = benchProject({ licenses: { Salesforce: Math.max(...sizes) + 5000 } });
const complaints = [];
const summary = [];

const ruleOf = (_, i) => ({
  name: `Department ${i}`,
  when: {
    all: [
      { field: 'Contact.Department', is: 'equals', values: [`Department ${i}`] },
      { any: ['Engineer', 'Agent'].map((start) => ({ field: 'Contact.Title', is: 'startsWith', values: [start] })) },
    ],
  },
  gives: { timeZone: i % 2 === 0 ? 'Europe/Paris' : 'Europe/Berlin', fields: [{ userField: 'Division', constant: `D${i}` }] },
});
const personOf = (i) => ({ PersonDepartment: `Department ${i % RULES}`, PersonTitle: i % 3 === 0 ? 'Agent' : `Engineer ${i % 7}` });

async function run(template, size, rules, statements) {
  const db = copyDatabase(template, join(folder, 'run.db'));
  const org = await serve(project, db, ['--no-seed', '--limits', limits]);
  const title = `${size} people, ${rules} of the rules`;
  try {
    await saveSettings(org, { assignmentRules: Array.from({ length: rules }, ruleOf) });
    const before = org.cpuSeconds();
    const started = performance.now();
    const { result, jobs } = await jobsOf(limits, async () => {
      const { id } = await org.call('POST', `${API}/processes`, { mode: 'Live' });
      return finished(org, id);
    });
    const seconds = (performance.now() - started) / 1000;
    if (result.created !== size) throw new Error(JSON.stringify(result));
    console.log(`\n${title}\n${table(jobs, COLUMNS)}`);
    complaints.push(...tooMuch(title, jobs));
    for (const [name, group] of byClass(jobs)) {
      // the last half of a run does a little more
      if (HALVES.test(name)) statements.compare(title, name, name === 'ProvisioningDataJob' ? group.slice(0, -1) : group);
    }
    const steps = jobs.reduce((sum, job) => sum + used(job, 'steps'), 0) / size;
    return { size, rules, steps, seconds, cpu: org.cpuSeconds() - before };
  } finally {
    await org.stop();
  }
}

try {
  for (const size of sizes) {
    const template = join(folder, `template-${size}.db`);
    const org = await serve(project, template, ['--no-seed']);
    await addEmployees(org, 'R', size, undefined, personOf);
    await org.stop();
    const statements = new SameStatements(complaints);
    const one = await run(template, size, 1, statements);
    const many = await run(template, size, RULES, statements);
    const ratio = many.steps / one.steps;
    if (ratio > MOST)
      complaints.push(`${size} people: ${ratio.toFixed(3)} times the statements of Apex with ${RULES} rules, at most ${MOST}`);
    for (const { rules, steps, seconds, cpu } of [one, many]) {
      const figures = { 'steps a person': steps.toFixed(1), seconds: seconds.toFixed(1), 'processor seconds': cpu?.toFixed(1) };
      summary.push({ employees: size, rules, ...figures, ratio: (steps / one.steps).toFixed(3) });
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(project, { recursive: true, force: true });
}
console.table(summary);
conclude(complaints);
