import { describe, expect, it } from 'vitest';
import { judge } from '../../fuzz/judge';
import type { Answer, FuzzRequest } from '../../fuzz/request';
import { run } from '../../fuzz/run';
import { fuzzRoutes } from '../../fuzz/routes';
import type { Target } from '../../fuzz/target';
import type { FieldInfo, World } from '../../fuzz/world';

const request = (path: string): FuzzRequest => ({ method: 'GET', path, headers: {}, body: null, sender: 'nobody', by: 'header' });
const answer = (status: number, body: unknown, milliseconds = 1): Answer => ({
  status,
  type: 'application/json',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  milliseconds,
});
const verdict = (path: string, given: Answer | null) => judge({ request: request(path), answer: given });

describe('the judge', () => {
  const stack = 'Class.Shelf.sort: line 3, column 1';

  it('takes the status alone for HEAD', () => {
    const head = (status: number) => judge({ request: { ...request('/lightning/x'), method: 'HEAD' }, answer: answer(status, '') });
    expect([head(501), head(503), head(500)]).toEqual(['good', 'good', 'fiveHundred']);
  });

  it.each<[string, string, Answer | null, string]>([
    ['a defect of the org', '/services/data', answer(500, [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'x' }]), 'fiveHundred'],
    ['a 500 of another shape', '/services/data', answer(500, 'x'), 'fiveHundred'],
    ['an Apex error without a place in Apex', '/services/apexrest/a', answer(500, [{ errorCode: 'APEX_ERROR' }]), 'fiveHundred'],
    ['an Apex error of the project', '/services/apexrest/a', answer(500, [{ errorCode: 'APEX_ERROR', message: stack }]), 'apex'],
    ['an exception that a page gets', '/aura/apex', answer(200, { state: 'ERROR', stackTrace: stack }), 'apex'],
    ['a refusal that a page gets', '/aura/apex', answer(200, { state: 'ERROR', stackTrace: '' }), 'good'],
    ['what a page gets, with 500', '/aura/apex', answer(500, { exceptionType: 'System.MathException', stackTrace: stack }), 'fiveHundred'],
    ['what is not there, by name', '/services/data', answer(501, [{ errorCode: 'NOT_IMPLEMENTED' }]), 'good'],
    ['what is not there, without a name', '/services/data', answer(501, ''), 'fiveHundred'],
    ['a SOAP fault', '/services/Soap/u/67.0', answer(500, '<soapenv:Fault>x</soapenv:Fault>'), 'good'],
    ['a fault that is not SOAP', '/services/Soap/u/67.0', answer(500, [{ errorCode: 'UNKNOWN_EXCEPTION' }]), 'fiveHundred'],
    ['a page of a headless org', '/lightning/x', answer(503, 'This org was started with --headless'), 'good'],
    ['a page of an org without a reason', '/lightning/x', answer(503, ''), 'fiveHundred'],
    ['a path with more slashes than it needs', '//services/./%53oap/u/67.0?x', answer(500, '<a:Fault>x</a:Fault>'), 'good'],
    ['an engine that is gone', '/services/data', answer(503, [{ errorCode: 'SERVER_UNAVAILABLE' }]), 'fiveHundred'],
    ['a slow answer', '/services/data', answer(200, {}, 1_001), 'slow'],
    ['a control that runs jobs', '/__local/jobs/run', answer(200, {}, 5_000), 'good'],
    ['no answer', '/services/data', null, 'unanswered'],
    ['a refusal', '/services/data', answer(400, []), 'good'],
  ])('sees %s', (_, path, given, expected) => {
    expect(verdict(path, given)).toBe(expected);
  });
});

const field = (name: string, type: string): FieldInfo => ({
  ...{ name, type, length: 40, precision: 0, scale: 0, createable: true, nillable: name !== 'Name', defaultedOnCreate: false },
  ...{ calculated: false, caseSensitive: false, unique: false, referenceTo: [], restrictedPicklist: false, picklistValues: [] },
});

const world: World = {
  aliases: ['admin'],
  objects: [{ name: 'Shelf__c', createable: true, fields: [field('Name', 'string'), field('Wide__c', 'boolean')] }],
  ids: ['001000000000001AAA'],
  jobs: ['750000000000001AAA'],
  apex: [],
  apexPaths: [],
  login: { username: 'admin@shelf.example', password: 'x' },
};

/** An org of one object that keeps what it is sent, and answers wrongly where the test says so. */
function target(wrong: { answer?: Answer | null; stored?: (text: string) => string }): Target & { readonly sent: FuzzRequest[] } {
  const sent: FuzzRequest[] = [];
  const rows: Record<string, unknown>[] = [];
  const created = (): Answer => answer(201, { id: String(rows.length - 1) });
  return {
    sent,
    alive: true,
    refresh: () => Promise.resolve(),
    deliver: (one) => {
      sent.push(one);
      return Promise.resolve(wrong.answer === undefined ? answer(200, {}) : wrong.answer);
    },
    send: (method, path, body) => {
      if (method === 'POST' && path.endsWith('/ingest')) return Promise.resolve(answer(400, {}));
      if (method === 'POST') {
        rows.push(JSON.parse((wrong.stored ?? String)(JSON.stringify(body))) as Record<string, unknown>);
        return Promise.resolve(created());
      }
      return Promise.resolve(answer(200, rows[Number(/(\d+)\?/.exec(path)?.[1])]));
    },
  };
}

const options = { requests: 200, seed: 7, only: null, log: () => undefined };
const fuzz = async (wrong: Parameters<typeof target>[0], requests = options.requests) => {
  const it = target(wrong);
  return { outcome: await run(it, fuzzRoutes(), world, { ...options, requests }), sent: it.sent };
};

describe('a run', () => {
  it('finds nothing in an org that answers well, and says how much it compared', async () => {
    const { outcome } = await fuzz({});
    expect(outcome).toMatchObject({ requests: 200, fiveHundreds: 0, slowerThan1s: 0, wrongValues: 0, crashed: 0 });
    expect(outcome.routes).toBeGreaterThan(70);
    expect(outcome.compared).toBeGreaterThan(0);
  });

  it('finds an org that answers with 500, slowly, or not at all', async () => {
    const each = (await fuzz({ answer: answer(500, 'x') })).outcome;
    expect(each.fiveHundreds).toBeGreaterThan(150);
    expect((await fuzz({ answer: answer(200, {}, 2_000) })).outcome.slowerThan1s).toBeGreaterThan(150);
    expect((await fuzz({ answer: null })).outcome.crashed).toBeGreaterThan(150);
  });

  it('finds an org that stores another value', async () => {
    // few of the requests compare a flag
    const stored = (text: string): string => text.replace(/true|false/, (it) => (it === 'true' ? 'false' : 'true'));
    const { outcome } = await fuzz({ stored }, 1000);
    expect(outcome.wrongValues).toBeGreaterThan(0);
  });

  it('sends the same requests for the same seed, and others for another', async () => {
    const [first, second] = [await fuzz({}), await fuzz({})];
    expect(second.sent).toEqual(first.sent);
    const other = target({});
    await run(other, fuzzRoutes(), world, { ...options, seed: 8 });
    expect(other.sent).not.toEqual(first.sent);
    const only = target({});
    await run(only, fuzzRoutes(), world, { ...options, only: 5 });
    expect(only.sent).toEqual([first.sent[5]]);
  });
});
