/**
 * Governor limits of the requests of an app, as `local-org start --limits` notes them: for one person, for the most that fit into a transaction, and for many.
 * Run: node bench/app-governor.mjs [many=450]. Fails when a half uses half of an asynchronous limit (of callouts, nine of ten), or when its statements depend on the number of people.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byClass, conclude, jobsOf, SameStatements, table, tooMuch, used } from './limits.mjs';
import { benchProject, serve } from './served-org.mjs';
import { addApp, addEntitled, ask, enable, startTarget } from './target-org.mjs';
import { API, idle, updateAll } from './workforce.mjs';

const many = Number(process.argv[2] ?? 450);
/** With two calls for each: 90 callouts. */
const MOST_AT_ONCE = 45;
const MOST_CALLOUTS = 90;
const COLUMNS = ['queries', 'queryRows', 'dml', 'dmlRows', 'callouts', 'steps', 'heap'];
const HALVES = /^(ProvisioningSetupJob|AppCallJob)$/;

const folder = mkdtempSync(join(tmpdir(), 'bench-app-governor-'));
const limits = join(folder, 'limits.jsonl');
const project = benchProject({ licenses: { Salesforce: many + 1000 } });
const target = await startTarget(project);
const org = await serve(project, join(folder, 'org.db'), ['--no-seed', '--limits', limits]);
const complaints = [];
const statements = new SameStatements(complaints);

/** Asks while the app is paused, so that one run meets all of them. */
async function measure(operation, userIds) {
  const title = `${operation}, ${userIds.length} people`;
  await org.call('POST', `${API}/apps/${appId}/pause`);
  await ask(org, appId, operation, userIds);
  await idle(org, 20);
  const { jobs } = await jobsOf(limits, async () => {
    await org.call('POST', `${API}/apps/${appId}/resume`);
    await idle(org, 20);
  });
  const open = await org.query("SELECT Id FROM AppRequest__c WHERE State__c != 'Completed'");
  if (open.length > 0) throw new Error(`${title}: ${open.length} are not completed`);
  console.log(`\n${title}`);
  console.log(table(jobs, COLUMNS));
  complaints.push(...tooMuch(title, jobs));
  for (const [name, group] of byClass(jobs)) {
    if (group.some((job) => used(job, 'callouts') > MOST_CALLOUTS))
      complaints.push(`${title}: ${name} made more than ${MOST_CALLOUTS} callouts`);
    if (!HALVES.test(name)) continue;
    statements.compare(title, `${operation}, the last ${name}`, group.slice(-1));
    statements.compare(title, `${operation}, ${name}`, group.slice(0, -1));
  }
}

const appId = await addApp(org);
await enable(org, appId);
for (const [series, size] of Object.entries({ a: 1, b: 2, c: MOST_AT_ONCE, d: many })) {
  const userIds = await addEntitled(org, series, size);
  await measure('Create', userIds);
  await updateAll(
    org,
    userIds.map((Id) => ({ attributes: { type: 'User' }, Id, Title: 'Rigger' })),
  );
  await idle(org, 20);
  await measure('Update', userIds);
  await updateAll(
    org,
    userIds.map((Id) => ({ attributes: { type: 'User' }, Id, IsActive: false })),
  );
  await measure('Deactivate', userIds);
}
await org.stop();
target.stop();
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
conclude(complaints);
