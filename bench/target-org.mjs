/** A SCIM target in a process of its own, and orgs with an app that is set up for it: what the benchmarks of connected apps share. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './served-org.mjs';
import { API, insertAll, pause } from './workforce.mjs';

const ENTITLING = 'Travel_Desk_User';
const CREDENTIAL = 'Scim_Target';
const AT_ONCE = 5000;
export const secret = { clientId: 'bench', clientSecret: 'made-for-this-measurement' };

/** Starts the target, and writes its address into the credential of the project. */
export async function startTarget(project) {
  process.env.LOCAL_ORG_SECRETS = JSON.stringify({ [`${CREDENTIAL}.Main`]: secret });
  const child = spawn(process.execPath, [join(root, 'scim-target/server.mjs')], { stdio: ['ignore', 'ignore', 'pipe'] });
  process.once('exit', () => child.kill());
  const url = await addressOf(child);
  for (const file of [`namedCredentials/${CREDENTIAL}.namedCredential`, `externalCredentials/${CREDENTIAL}.externalCredential`]) {
    const path = join(project, 'sample-org', `${file}-meta.xml`);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('{services.scim-target}', url));
  }
  return new Target(url, child);
}

async function addressOf(child) {
  let said = '';
  for await (const text of child.stderr) {
    said += text;
    const url = /http:\/\/[\d.:]+/.exec(said)?.[0];
    if (url) return url;
  }
  throw new Error(`The target has ended: ${said}`);
}

class Target {
  constructor(url, child) {
    this.url = url;
    this.child = child;
  }

  stop() {
    this.child.kill();
  }

  async administer(method, path, body) {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${this.url}/admin/${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 200 ? answer.json() : null;
  }

  /** Nobody is there, nothing is noted, and every answer takes that long. */
  async clear(milliseconds = 0) {
    await this.administer('PUT', 'users', []);
    await this.administer('DELETE', 'journal');
    await this.administer('PUT', 'switches', milliseconds > 0 ? [{ name: 'late', milliseconds }] : []);
  }

  async add(users) {
    for (let from = 0; from < users.length; from += AT_ONCE) await this.administer('POST', 'users', users.slice(from, from + AT_ONCE));
  }
}

/** Sets an app up as a person does, tested and not switched on yet; its id. */
export async function addApp(org) {
  const { id } = await org.call('POST', `${API}/apps`, { name: 'Bench', permissionSets: [ENTITLING] });
  await saveApp(org, id, { connector: 'SCIM', namedCredential: CREDENTIAL });
  const { problem } = await org.call('POST', `${API}/apps/${id}/test`);
  if (problem) throw new Error(problem);
  return id;
}

/** Switches the app on, with guards that let everybody through. */
export async function enable(org, id) {
  await org.call('POST', `${API}/apps/${id}/confirm-empty`, { name: 'Bench' });
  await saveApp(org, id, { enabled: true, maximumCreates: 1_000_000, maximumDeactivations: 1_000_000 });
}

async function saveApp(org, id, changes) {
  const { version: _version, ...settings } = await org.call('GET', `${API}/apps/${id}/settings`);
  await org.call('PUT', `${API}/apps/${id}/settings`, { ...settings, ...changes });
}

/** Adds that many users who are entitled to the app; their ids. */
export async function addEntitled(org, series, count) {
  const [profile] = await org.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const userIds = await insertAll(
    org,
    Array.from({ length: count }, (_, n) => userOf(series, n, profile.Id)),
  );
  await entitle(org, userIds);
  return userIds;
}

async function entitle(org, userIds) {
  const [{ Id: PermissionSetId }] = await org.query(`SELECT Id FROM PermissionSet WHERE Name = '${ENTITLING}'`);
  const attributes = { type: 'PermissionSetAssignment' };
  await insertAll(
    org,
    userIds.map((AssigneeId) => ({ attributes, AssigneeId, PermissionSetId })),
  );
}

export async function takeEntitlement(org, userId) {
  const soql = `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSet.Name = '${ENTITLING}'`;
  const [{ Id }] = await org.query(soql);
  await org.call('DELETE', `/services/data/v67.0/sobjects/PermissionSetAssignment/${Id}`);
}

export const usernameOf = (series, n) => `${series}${n}@bench.example`;

const userOf = (series, n, ProfileId) => ({
  attributes: { type: 'User' },
  Username: usernameOf(series, n),
  Email: usernameOf(series, n),
  FirstName: 'Bench',
  LastName: `Person ${n}`,
  Alias: `${series}${n}`.slice(-8),
  CommunityNickname: `${series}${n}`,
  ProfileId,
  TimeZoneSidKey: 'Europe/Berlin',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  EmailEncodingKey: 'UTF-8',
});

/** Asks for the operation for everybody. */
export async function ask(org, appId, operation, userIds) {
  for (let from = 0; from < userIds.length; from += 200)
    await org.call('POST', `${API}/apps/${appId}/requests`, { operation, userIds: userIds.slice(from, from + 200) });
}

/** Waits until no request waits or is in hand. Asks seldom: every answer takes the engine's time. */
export async function allSettled(org) {
  while ((await org.query("SELECT Id FROM AppRequest__c WHERE State__c IN ('New', 'Requested') LIMIT 1")).length > 0) await pause(500);
}
