import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const book = (Name: string, more: Record<string, unknown> = {}) => ({ attributes: { type: 'Book__c' }, Name, ...more });
const count = async (where: string): Promise<number> =>
  (await admin.call('GET', `query?q=${encodeURIComponent(`SELECT COUNT() FROM Book__c WHERE ${where}`)}`)).body.totalSize;

describe('collections', () => {
  it('refuse more than 200 records, unknown types and records without one', async () => {
    const many = await admin.call('POST', 'composite/sobjects', { records: Array.from({ length: 201 }, () => book('x')) });
    expect([many.status, many.body[0].errorCode]).toEqual([400, 'EXCEEDED_ID_LIMIT']);
    const unknown = await admin.call('POST', 'composite/sobjects', { records: [{ attributes: { type: 'Nope' } }] });
    expect(unknown.body).toEqual([{ errorCode: 'INVALID_TYPE', message: "sObject type 'Nope' is not supported." }]);
    expect((await admin.call('POST', 'composite/sobjects', { records: [{ Name: 'x' }] })).status).toBe(400);
  });

  it('keep the good rows unless all or none is asked for', async () => {
    const records = [book('C1', { Isbn__c: 'c-1' }), book('C2', { Isbn__c: 'c-1' }), book('C3', { Isbn__c: 'c-3' })];
    const none = await admin.call('POST', 'composite/sobjects', { allOrNone: true, records });
    expect(none.body.map((r: { success: boolean }) => r.success)).toEqual([false, false, false]);
    expect(none.body.map((r: { errors: { statusCode: string }[] }) => r.errors[0]?.statusCode)).toContain(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    );
    expect(await count("Isbn__c LIKE 'c-%'")).toBe(0);
    const some = await admin.call('POST', 'composite/sobjects', { allOrNone: false, records });
    expect(some.status).toBe(200);
    const [first, second, third] = some.body;
    expect([first.success, second.success, third.success].filter(Boolean)).toHaveLength(2);
    expect(second.errors[0]).toMatchObject({ statusCode: 'DUPLICATE_VALUE' });
    expect(third).toEqual({ id: expect.any(String), success: true, errors: [] });
  });

  it('update, upsert, read and delete', async () => {
    const created = await admin.call('POST', 'composite/sobjects', { records: [book('U1', { Isbn__c: 'u-1' }), book('U2')] });
    const ids = created.body.map((r: { id: string }) => r.id) as string[];
    const updated = await admin.call('PATCH', 'composite/sobjects', {
      records: ids.map((id, i) => ({ attributes: { type: 'Book__c' }, id, Pages__c: i })),
    });
    expect(updated.body).toEqual(ids.map((id) => ({ id, success: true, errors: [] })));
    const upserted = await admin.call('PATCH', 'composite/sobjects/Book__c/Isbn__c', {
      records: [book('U1 again', { Isbn__c: 'u-1' }), book('U3', { Isbn__c: 'u-3' })],
    });
    expect(upserted.body.map((r: { created: boolean }) => r.created)).toEqual([false, true]);
    const read = await admin.call('GET', `composite/sobjects/Book__c?ids=${ids.join(',')},a00000000000000AAA&fields=Name,Pages__c`);
    expect(read.body).toEqual([
      expect.objectContaining({ Name: 'U1 again', Pages__c: 0 }),
      expect.objectContaining({ Name: 'U2', Pages__c: 1 }),
      null,
    ]);
    const removed = await admin.call('DELETE', `composite/sobjects?ids=${ids.join(',')}&allOrNone=true`);
    expect(removed.body).toEqual(ids.map((id) => ({ id, success: true, errors: [] })));
  });
});

describe('composite', () => {
  it('hands answers on by reference', async () => {
    const answer = await admin.call('POST', 'composite', {
      compositeRequest: [
        { method: 'POST', url: '/services/data/v67.0/sobjects/Book__c', referenceId: 'book', body: { Name: 'Ref' } },
        {
          method: 'POST',
          url: '/services/data/v67.0/sobjects/Copy__c',
          referenceId: 'copy',
          body: { Name: 'Ref copy', Book__c: '@{book.id}' },
        },
        { method: 'GET', url: '/services/data/v67.0/sobjects/Book__c/@{book.id}?fields=Name', referenceId: 'read' },
        { method: 'GET', url: '/services/data/v67.0/sobjects/Book__c/@{nobody.id}', referenceId: 'lost' },
      ],
    });
    expect(answer.status).toBe(200);
    const [made, copied, read, lost] = answer.body.compositeResponse;
    expect([made.httpStatusCode, copied.httpStatusCode, read.httpStatusCode, lost.httpStatusCode]).toEqual([201, 201, 200, 400]);
    expect(read).toMatchObject({ referenceId: 'read', body: { Name: 'Ref' } });
    expect(lost.body[0].errorCode).toBe('PROCESSING_HALTED');
  });

  it('keeps nothing of an all-or-none request in which one part failed', async () => {
    const answer = await admin.call('POST', 'composite', {
      allOrNone: true,
      compositeRequest: [
        { method: 'POST', url: '/services/data/v67.0/sobjects/Book__c', referenceId: 'good', body: { Name: 'All or none' } },
        { method: 'POST', url: '/services/data/v67.0/sobjects/Book__c', referenceId: 'bad', body: { Nope__c: 1 } },
        { method: 'POST', url: '/services/data/v67.0/sobjects/Book__c', referenceId: 'late', body: { Name: 'All or none' } },
      ],
    });
    const [good, bad, late] = answer.body.compositeResponse;
    expect([good.body[0].errorCode, bad.body[0].errorCode, late.body[0].errorCode]).toEqual([
      'PROCESSING_HALTED',
      'INVALID_FIELD',
      'PROCESSING_HALTED',
    ]);
    expect(await count("Name = 'All or none'")).toBe(0);
  });

  it('keeps nothing of a part that was taken back, and the rest', async () => {
    const inner = { allOrNone: true, records: [book('Inner', { Isbn__c: 'in-1' }), book('Inner', { Isbn__c: 'in-1' })] };
    const answer = await admin.call('POST', 'composite', {
      allOrNone: true,
      compositeRequest: [
        { method: 'POST', url: '/services/data/v67.0/composite/sobjects', referenceId: 'inner', body: inner },
        { method: 'POST', url: '/services/data/v67.0/sobjects/Book__c', referenceId: 'outer', body: { Name: 'Outer' } },
      ],
    });
    expect(answer.body.compositeResponse.map((r: { httpStatusCode: number }) => r.httpStatusCode)).toEqual([200, 201]);
    expect([await count("Name = 'Inner'"), await count("Name = 'Outer'")]).toEqual([0, 1]);
  });

  it('reaches neither test controls nor itself nor another host', async () => {
    const urls = [
      '/__local/reset',
      '/aura/context',
      'http://evil.example/services/data/v67.0/sobjects',
      '//[',
      '/services/data/v67.0/composite',
    ];
    const answer = await admin.call('POST', 'composite', {
      compositeRequest: urls.map((url, i) => ({ method: 'POST', url, referenceId: `r${i}`, body: { compositeRequest: [] } })),
    });
    expect(answer.body.compositeResponse.map((r: { httpStatusCode: number }) => r.httpStatusCode)).toEqual([404, 404, 404, 404, 400]);
  });

  it('runs a batch of independent requests', async () => {
    const answer = await admin.call('POST', 'composite/batch', {
      batchRequests: [
        { method: 'POST', url: 'v67.0/sobjects/Book__c', richInput: { Name: 'Batch' } },
        { method: 'GET', url: 'v67.0/sobjects/Nope' },
      ],
    });
    expect(answer.body).toMatchObject({ hasErrors: true, results: [{ statusCode: 201 }, { statusCode: 404 }] });
  });

  it('inserts a tree or nothing of it', async () => {
    const tree = (copy: Record<string, unknown>) => ({
      records: [
        {
          attributes: { type: 'Book__c', referenceId: 'b1' },
          Name: 'Tree',
          Copies__r: { records: [{ attributes: { type: 'Copy__c', referenceId: 'c1' }, ...copy }] },
        },
      ],
    });
    const bad = await admin.call('POST', 'composite/tree/Book__c', tree({ Nope__c: 1 }));
    expect([bad.status, bad.body.hasErrors, bad.body.results[0].referenceId]).toEqual([400, true, 'c1']);
    expect(await count("Name = 'Tree'")).toBe(0);
    const good = await admin.call('POST', 'composite/tree/Book__c', tree({ Name: 'Leaf' }));
    expect([good.status, good.body]).toEqual([
      201,
      {
        hasErrors: false,
        results: [
          { referenceId: 'b1', id: expect.any(String) },
          { referenceId: 'c1', id: expect.any(String) },
        ],
      },
    ]);
  });
});
