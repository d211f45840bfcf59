/**
 * What the console asks while it shows requests, again and again, while a target takes its time over every answer: milliseconds of the answers of the org.
 * Run: node bench/slow-target.mjs [polls=200] [milliseconds=10000]. Fails when the 95th percentile passes 300 ms.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProject, percentile, serve } from './served-org.mjs';
import { addApp, addEntitled, ask, enable, startTarget } from './target-org.mjs';
import { pause } from './workforce.mjs';

const wanted = Number(process.argv[2] ?? 200);
const milliseconds = Number(process.argv[3] ?? 10_000);
const INTERVAL = 100;
const MOST = 300;
/** The run, the app and the requests, as their pages ask for them. */
const callsOf = (appId, processId) => [
  { classname: 'ProvisioningProcessController', method: 'getProcess', params: { processId } },
  { classname: 'AppController', method: 'getApp', params: { appId } },
  { classname: 'AppRequestsController', method: 'getRequests', params: { appId, view: 'Open', pageSize: 50 } },
];

const folder = mkdtempSync(join(tmpdir(), 'bench-slow-'));
const project = benchProject();
const target = await startTarget(project);
const org = await serve(project, join(folder, 'org.db'), ['--no-seed']);
const appId = await addApp(org);
await enable(org, appId);
await target.clear(milliseconds);
await ask(org, appId, 'Create', await addEntitled(org, 'slow', Math.ceil((wanted * INTERVAL) / milliseconds) + 1));
while ((await target.administer('GET', 'journal')).length === 0) await pause(20);

const [{ Id: processId }] = await org.query("SELECT Id FROM ProvisioningProcess__c WHERE Status__c = 'Processing'");
const questions = callsOf(appId, processId);
const polls = [];
while (polls.length < wanted) {
  const question = questions[polls.length % questions.length];
  const sent = performance.now();
  await org.call('POST', '/aura/apex', { ...question, cacheable: false });
  polls.push(performance.now() - sent);
  await pause(INTERVAL);
}
const calls = await target.administer('GET', 'journal');
const isUnderWay = calls.at(-1).status === null;
target.stop();
await org.stop();
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
const p95 = percentile(polls, 95);
console.log(
  `${polls.length} polls while the target takes ${milliseconds} ms: p50 ${percentile(polls, 50).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
);
if (!isUnderWay) console.error('No call was under way at the end: ask for more.');
process.exit(isUnderWay && p95 <= MOST ? 0 : 1);
