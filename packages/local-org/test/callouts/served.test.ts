import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restClient, spawnOrg, whenReady, type OrgProcess, type RestClient } from '../../src/public/serve';
import { writeProject } from '../engine/project';
import { startTarget } from './target';

/** `/wait?ms=` answers late; `/held` when `/release` was asked for. */
const HANDLER = `(() => {
  const held = [];
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://x');
    if (pathname === '/wait') setTimeout(() => response.end('waited'), Number(searchParams.get('ms')));
    else if (pathname === '/held') held.push(response);
    else {
      if (pathname === '/release') for (const one of held.splice(0)) one.end('released');
      response.end('at once');
    }
  };
})()`;

const CODE = `public class Code {
  public static String get(String path) {
    HttpRequest request = new HttpRequest();
    request.setMethod('GET');
    request.setEndpoint('TARGET' + path);
    request.setTimeout(60000);
    return new Http().send(request).getBody();
  }
  public static void fail() { throw new IllegalArgumentException('No'); }
}`;
const JOB = `public class Job implements Queueable, Database.AllowsCallouts {
  private String path;
  public Job(String path) { this.path = path; }
  public void execute(QueueableContext context) {
    List<Account> locked = [SELECT Id FROM Account FOR UPDATE];
    String heard = Code.get(path);
    insert as system new Account(Name = path + ' ' + heard);
  }
}`;

/** Published at once: it is no part of the transaction. */
const EVENT =
  '<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Early</label>' +
  '<eventType>HighVolume</eventType><publishBehavior>PublishImmediately</publishBehavior></CustomObject>\n';
const ON_EVENT = `trigger OnEarly on Early__e (after insert) { insert as system new Account(Name = 'early'); }`;

let target: Awaited<ReturnType<typeof startTarget>>;
let root: string;
const orgs = new Set<OrgProcess>();

beforeAll(async () => {
  target = await startTarget(HANDLER);
  root = writeProject({
    classes: { Code: CODE.replace('TARGET', target.url), Job: JOB },
    triggers: { OnEarly: ON_EVENT },
    metadata: {
      'objects/Early__e/Early__e.object': EVENT,
      'remoteSiteSettings/Target.remoteSite': `<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata"><isActive>true</isActive><url>${target.url}</url></RemoteSiteSetting>`,
    },
  });
  mkdirSync(join(root, 'databases'));
});
afterAll(async () => {
  for (const org of orgs) if (!org.dead) await org.kill();
  await target.close();
  rmSync(root, { recursive: true, force: true });
});

interface Served {
  readonly org: OrgProcess;
  readonly client: RestClient;
  exec(apex: string): Promise<boolean>;
  names(): Promise<string[]>;
  control(name: string, body: object): Promise<number>;
}

async function serve(name: string, ...flags: string[]): Promise<Served> {
  const org = await spawnOrg({ project: root, db: join(root, 'databases', `${name}.db`), flags: ['--headless', ...flags] });
  orgs.add(org);
  const client = restClient(org.baseUrl, (await whenReady(org)) ?? []);
  const exec = async (apex: string): Promise<boolean> =>
    (
      await client.call<{ success: boolean }>(
        'admin',
        'GET',
        `/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(apex)}`,
      )
    ).body.success;
  const names = async (): Promise<string[]> =>
    (await client.query<{ Name: string }>('admin', 'SELECT Name FROM Account ORDER BY Name')).map((row) => row.Name);
  const control = async (path: string, body: object): Promise<number> =>
    (await client.call('admin', 'POST', `/__local/${path}`, body)).status;
  return { org, client, exec, names, control };
}
const arrived = async (path: string): Promise<number> => (await target.journal()).filter(({ url }) => url.startsWith(path)).length;
const until = async (condition: () => Promise<boolean>): Promise<void> => {
  while (!(await condition())) await pause(20);
};

describe('while a callout waits', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve('waits');
  }, 60_000);

  it('the org answers others, for a request and for a job that wait', async () => {
    const { exec, names } = served;
    await exec(`System.enqueueJob(new Job('/wait?ms=3000'));`);
    await until(async () => (await arrived('/wait?ms=3000')) > 0);
    const request = exec(`System.assertEquals('waited', Code.get('/wait?ms=2000'));`);
    await until(async () => (await arrived('/wait?ms=2000')) > 0);
    const times: number[] = [];
    for (let poll = 0; poll < 40; poll++) {
      const started = performance.now();
      expect(await names()).toEqual([]);
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    expect(times[37]).toBeLessThan(300);
    expect(await request).toBe(true);
    await until(async () => (await names()).length > 0);
    expect(await names()).toEqual(['/wait?ms=3000 waited']);
  }, 60_000);

  it('other jobs run, and a row that it locked may be written', async () => {
    const { exec, names } = served;
    await exec(`System.enqueueJob(new Job('/held?one'));`);
    await until(async () => (await arrived('/held?one')) > 0);
    await exec(`update [SELECT Id, Name FROM Account]; System.enqueueJob(new Job('/at-once'));`);
    await until(async () => (await names()).includes('/at-once at once'));
    expect(await names()).not.toContain('/held?one released');
    await fetch(`${target.url}/release`);
    await until(async () => (await names()).includes('/held?one released'));
  }, 60_000);

  it('an error of somebody else names the lines of its own transaction only', async () => {
    const { client, exec } = served;
    await exec(`System.enqueueJob(new Job('/held?trace'));`);
    await until(async () => (await arrived('/held?trace')) > 0);
    const apex = encodeURIComponent('Code.fail();');
    const { body } = await client.call<{ exceptionStackTrace: string }>(
      'admin',
      'GET',
      `/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${apex}`,
    );
    await fetch(`${target.url}/release`);
    expect(body.exceptionStackTrace.split('\n').map((frame) => frame.replace(/: line.*/, ''))).toEqual([
      'Class.Code.fail',
      'AnonymousBlock',
    ]);
  }, 60_000);

  it('a reset waits until it is over', async () => {
    const { exec, names, control } = served;
    await exec(`System.enqueueJob(new Job('/held?reset'));`);
    await until(async () => (await arrived('/held?reset')) > 0);
    const reset = control('reset', {});
    expect((await names()).length).toBeGreaterThan(0);
    await fetch(`${target.url}/release`);
    expect(await reset).toBe(200);
    expect(await serveAgain(served).names()).toEqual([]);
  }, 60_000);

  it('the org can be stopped, and the job runs again at the next start', async () => {
    const { org, exec } = await serve('stops');
    await exec(`System.enqueueJob(new Job('/held?stop'));`);
    await until(async () => (await arrived('/held?stop')) === 1);
    await org.stop();
    const again = await serve('stops');
    await until(async () => (await arrived('/held?stop')) === 2);
    await fetch(`${target.url}/release`);
    await until(async () => (await again.names()).includes('/held?stop released'));
    await again.org.stop();
  }, 60_000);
});

/** A reset ends all sessions. */
function serveAgain({ org }: Served): { names(): Promise<string[]> } {
  return {
    names: async () => {
      const client = restClient(org.baseUrl, (await whenReady(org)) ?? []);
      return (await client.query<{ Name: string }>('admin', 'SELECT Name FROM Account')).map((row) => row.Name);
    },
  };
}

describe('a fault', () => {
  it.each([
    ['callout.before', 0],
    ['callout.sent', 1],
    ['callout.answered', 1],
  ])(
    'at %s kills the org when the target has seen %i requests',
    async (point, requests) => {
      const path = `/at-once?${point}`;
      const { org, client } = await serve(point, '--fault', `${point}:1:kill`);
      const apex = encodeURIComponent(`System.enqueueJob(new Job('${path}'));`);
      await client.call('admin', 'GET', `/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${apex}`).catch(() => null);
      expect(await org.ended).toBeNull();
      await until(async () => (await arrived(path)) >= requests);
      expect(await arrived(path)).toBe(requests);
      const again = await serve(point);
      await until(async () => (await again.names()).includes(`${path} at once`));
      expect(await arrived(path)).toBe(requests + 1);
      await again.org.stop();
    },
    60_000,
  );

  it('leaves events that were published at once before the callout, although nothing else of the transaction stays', async () => {
    const { org, exec } = await serve('early', '--fault', 'callout.sent:1:kill');
    await exec(`EventBus.publish(new Early__e()); Code.get('/at-once?early');`).catch(() => null);
    expect(await org.ended).toBeNull();
    const again = await serve('early');
    await until(async () => (await again.names()).includes('early'));
    await again.org.stop();
  }, 60_000);

  it('that is an error fails the job at its point', async () => {
    const { org, exec, client, control } = await serve('error');
    expect(await control('faults', { point: 'callout.sent', nth: 1, action: 'error' })).toBe(200);
    await exec(`System.enqueueJob(new Job('/at-once?error'));`);
    const failed = (): Promise<unknown[]> => client.query('admin', `SELECT ExtendedStatus FROM AsyncApexJob WHERE Status = 'Failed'`);
    await until(async () => (await failed()).length > 0);
    expect(await failed()).toMatchObject([{ ExtendedStatus: expect.stringContaining('Injected fault at callout.sent') as unknown }]);
    await org.stop();
  }, 60_000);
});
