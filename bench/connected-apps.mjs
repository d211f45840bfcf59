/**
 * Requests per second of Create with look-up at a SCIM target, beside a bare client that sends the same calls one after another over one connection:
 * alternated, at each latency of the target. Run: node bench/connected-apps.mjs [rounds=5] [people=100] [latencies=0,50]
 * Both clocks are the target's: from its first request to its last.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProject, copyDatabase, median, root, serve } from './served-org.mjs';
import { API, pause } from './workforce.mjs';

const rounds = Number(process.argv[2] ?? 5);
const people = Number(process.argv[3] ?? 100);
const latencies = (process.argv[4] ?? '0,50').split(',').map(Number);

const DATA = '/services/data/v67.0';
const secret = { clientId: 'bench', clientSecret: 'made-for-this-measurement' };
const folder = mkdtempSync(join(tmpdir(), 'bench-apps-'));
const template = join(folder, 'template.db');
process.env.LOCAL_ORG_SECRETS = JSON.stringify({ 'Scim_Target.Main': secret });
const project = benchProject();
const target = await startTarget();

/** The target in a process of its own, and the address of it in the credential of the project. */
async function startTarget() {
  const child = spawn(process.execPath, [join(root, 'scim-target/server.mjs')], { stdio: ['ignore', 'ignore', 'pipe'] });
  process.once('exit', () => child.kill());
  let said = '';
  for await (const text of child.stderr) {
    said += text;
    const url = /http:\/\/[\d.:]+/.exec(said)?.[0];
    if (url) {
      for (const file of ['namedCredentials/Scim_Target.namedCredential', 'externalCredentials/Scim_Target.externalCredential']) {
        const path = join(project, 'sample-org', `${file}-meta.xml`);
        writeFileSync(path, readFileSync(path, 'utf8').replaceAll('{services.scim-target}', url));
      }
      return { url, kill: () => child.kill() };
    }
  }
  throw new Error(`The target has ended: ${said}`);
}

async function administer(method, path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${target.url}/admin/${path}`, { method, headers, body: body && JSON.stringify(body) });
  return answer.status === 200 ? answer.json() : null;
}

/** An org whose app is paused, with a request for everybody. */
async function prepare() {
  const org = await serve(project, template, ['--no-seed']);
  const idOf = async (soql) => (await org.query(soql))[0].Id;
  const setId = await idOf("SELECT Id FROM PermissionSet WHERE Name = 'Travel_Desk_User'");
  const profileId = await idOf("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const { id } = await org.call('POST', `${API}/apps`, { name: 'Bench', permissionSets: ['Travel_Desk_User'] });
  const save = async (changes) => {
    const { version: _version, ...settings } = await org.call('GET', `${API}/apps/${id}/settings`);
    await org.call('PUT', `${API}/apps/${id}/settings`, { ...settings, ...changes });
  };
  await save({ connector: 'SCIM', namedCredential: 'Scim_Target' });
  const { problem } = await org.call('POST', `${API}/apps/${id}/test`);
  if (problem) throw new Error(problem);
  await org.call('POST', `${API}/apps/${id}/confirm-empty`, { name: 'Bench' });
  await save({ enabled: true, maximumCreates: 1_000_000 });
  await org.call('POST', `${API}/apps/${id}/pause`);
  for (let made = 0; made < people; made += 200) {
    const users = Array.from({ length: Math.min(200, people - made) }, (_, i) => userOf(made + i, profileId));
    const rows = await org.call('POST', `${DATA}/composite/sobjects`, { allOrNone: true, records: users });
    const userIds = rows.map((row) => row.id);
    const records = userIds.map((AssigneeId) => ({ attributes: { type: 'PermissionSetAssignment' }, AssigneeId, PermissionSetId: setId }));
    await org.call('POST', `${DATA}/composite/sobjects`, { allOrNone: true, records });
    await org.call('POST', `${API}/apps/${id}/requests`, { operation: 'Create', userIds });
  }
  await org.stop();
  return id;
}

const userOf = (n, ProfileId) => ({
  attributes: { type: 'User' },
  Username: `bench${n}@bench.example`,
  Email: `bench${n}@bench.example`,
  FirstName: 'Bench',
  LastName: `Person ${n}`,
  Alias: `b${n}`,
  CommunityNickname: `bench${n}`,
  ProfileId,
  TimeZoneSidKey: 'Europe/Berlin',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  EmailEncodingKey: 'UTF-8',
});

async function clear(milliseconds) {
  await administer('PUT', 'users', []);
  await administer('DELETE', 'journal');
  await administer('PUT', 'switches', milliseconds > 0 ? [{ name: 'late', milliseconds }] : []);
}

/** Requests per second of what the journal holds. */
function rate(entries, latency) {
  return (entries.length * 1000) / (entries.at(-1).at - entries[0].at + latency);
}

async function engine(appId, latency, round) {
  const org = await serve(project, copyDatabase(template, join(folder, `${latency}-${round}.db`)), ['--no-seed']);
  await clear(latency);
  await org.call('POST', `${API}/apps/${appId}/resume`);
  while ((await org.query("SELECT Id FROM AppRequest__c WHERE State__c IN ('New', 'Requested') LIMIT 1")).length > 0) await pause(100);
  const calls = await administer('GET', 'journal');
  await org.stop();
  return { result: rate(calls, latency), calls };
}

async function bare(calls, latency) {
  await clear(latency);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const authorization = `Bearer ${await token()}`;
  for (const { method, path, body } of calls) await exchange({ agent, method, path, body, authorization });
  agent.destroy();
  return rate(await administer('GET', 'journal'), latency);
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

const appId = await prepare();
for (const latency of latencies) {
  const ours = [];
  const bares = [];
  for (let round = 0; round < rounds; round++) {
    const { result, calls } = await engine(appId, latency, round);
    ours.push(result);
    bares.push(await bare(calls, latency));
  }
  const [a, b] = [median(ours), median(bares)];
  console.log(
    `${latency} ms: engine ${a.toFixed(1)} requests/s, bare client ${b.toFixed(1)}, ratio ${(a / b).toFixed(2)} (${people} people, median of ${rounds})`,
  );
}
target.kill();
rmSync(folder, { recursive: true, force: true });
