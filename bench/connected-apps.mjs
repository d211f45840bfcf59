/**
 * Requests per second of Create with look-up at a SCIM target, beside a bare client that sends the same calls one after another over one connection:
 * alternated, at each latency of the target. Run: node bench/connected-apps.mjs [rounds=5] [people=100] [latencies=0,50]
 * Both clocks are the target's, from its first request to its last: what the engine does between two calls counts, and of its transactions all but the claim
 * of the first chunk and the settlement of the last one. Both programs run on from round to round, so that the median compares warm code with warm code;
 * the first round of an org that has just started is told beside it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProject, median, serve } from './served-org.mjs';
import { addApp, addEntitled, allSettled, ask, enable, secret, startTarget } from './target-org.mjs';
import { API } from './workforce.mjs';

const rounds = Number(process.argv[2] ?? 5);
const people = Number(process.argv[3] ?? 100);
const latencies = (process.argv[4] ?? '0,50').split(',').map(Number);

const folder = mkdtempSync(join(tmpdir(), 'bench-apps-'));
const project = benchProject({ licenses: { Salesforce: people * rounds * latencies.length + 1000 } });
const target = await startTarget(project);
const org = await serve(project, join(folder, 'org.db'), ['--no-seed']);
const appId = await addApp(org);
await enable(org, appId);

/** Requests per second of what the journal holds. */
function rate(entries, latency) {
  return (entries.length * 1000) / (entries.at(-1).at - entries[0].at + latency);
}

/** Requests for people who are new are raised while the app is paused, so that they wait together. */
async function engine(latency, round) {
  await org.call('POST', `${API}/apps/${appId}/pause`);
  await ask(org, appId, 'Create', await addEntitled(org, `b${latency}r${round}n`, people));
  await target.clear(latency);
  await org.call('POST', `${API}/apps/${appId}/resume`);
  await allSettled(org);
  const calls = await target.administer('GET', 'journal');
  return { result: rate(calls, latency), calls };
}

async function bare(calls, latency) {
  await target.clear(latency);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const authorization = `Bearer ${await token()}`;
  for (const { method, path, body } of calls) await exchange({ agent, method, path, body, authorization });
  agent.destroy();
  return rate(await target.administer('GET', 'journal'), latency);
}

async function token() {
  const basic = Buffer.from(`${secret.clientId}:${secret.clientSecret}`).toString('base64');
  const answer = await fetch(`${target.url}/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return (await answer.json()).access_token;
}

function exchange({ agent, method, path, body, authorization }) {
  return new Promise((done, fail) => {
    const headers = { Authorization: authorization, Accept: 'application/scim+json', 'Content-Type': 'application/scim+json' };
    const outgoing = send(`${target.url}${path}`, { agent, method, headers }, (answer) => {
      answer.resume();
      answer.once('end', done);
    });
    outgoing.once('error', fail);
    outgoing.end(body === null ? undefined : JSON.stringify(body));
  });
}

for (const latency of latencies) {
  const ours = [];
  const bares = [];
  for (let round = 0; round < rounds; round++) {
    const { result, calls } = await engine(latency, round);
    ours.push(result);
    bares.push(await bare(calls, latency));
  }
  const [a, b] = [median(ours), median(bares)];
  console.log(
    `${latency} ms: engine ${a.toFixed(1)} requests/s, bare client ${b.toFixed(1)}, ratio ${(a / b).toFixed(2)} (${people} people, median of ${rounds}; ` +
      `first round ${ours[0].toFixed(1)} beside ${bares[0].toFixed(1)})`,
  );
}
await org.stop();
target.stop();
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
