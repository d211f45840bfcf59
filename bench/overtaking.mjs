/**
 * A Deactivate that is asked for while many Creates wait: how many calls of others the target gets before it, and so how many transactions.
 * Run: node bench/overtaking.mjs [creates=10000]. Fails when two transactions were not enough.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProject, serve } from './served-org.mjs';
import { addApp, addEntitled, allSettled, ask, enable, startTarget, takeEntitlement } from './target-org.mjs';
import { API, pause } from './workforce.mjs';

const creates = Number(process.argv[2] ?? 10_000);
/** Of one transaction, at most. */
const CALLS = 90;

const folder = mkdtempSync(join(tmpdir(), 'bench-overtaking-'));
const project = benchProject({ licenses: { Salesforce: creates + 1000 } });
const target = await startTarget(project);
const org = await serve(project, join(folder, 'org.db'), ['--no-seed']);
const appId = await addApp(org);
await enable(org, appId);
const [leaver] = await addEntitled(org, 'leaver', 1);
await ask(org, appId, 'Create', [leaver]);
await allSettled(org);
await org.call('POST', `${API}/apps/${appId}/pause`);
await takeEntitlement(org, leaver);
await ask(org, appId, 'Create', await addEntitled(org, 'w', creates));
await target.administer('DELETE', 'journal');
await org.call('POST', `${API}/apps/${appId}/resume`);

const journal = () => target.administer('GET', 'journal');
while ((await journal()).length < CALLS / 2) await pause(5);
await ask(org, appId, 'Deactivate', [leaver]);
const asked = (await journal()).length;
let place = -1;
for (let seen = asked; place < 0; await pause(20)) {
  const entries = await target.administer('GET', `journal?after=${seen}`);
  const found = entries.findIndex(({ method }) => method === 'PATCH');
  place = found < 0 ? -1 : seen + found;
  seen += found < 0 ? entries.length : 0;
}
await org.stop();
target.stop();
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
const transactions = Math.ceil((place - asked + 1) / CALLS);
console.log(`Deactivate behind ${creates} Creates: after ${place - asked} calls of others, in transaction ${transactions} from then`);
process.exit(transactions <= 2 ? 0 : 1);
