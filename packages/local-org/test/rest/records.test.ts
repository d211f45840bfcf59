import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let reader: Client;
let nobody: Client;

beforeAll(async () => {
  served = await serveLibrary();
  [admin, reader, nobody] = await Promise.all([served.signIn('admin'), served.signIn('reader'), served.signIn('nobody')]);
});
afterAll(() => served.close());

const error = (errorCode: string, message: string) => [expect.objectContaining({ errorCode, message })];

describe('one record', () => {
  it('refuses a field that does not exist, naming field and object', async () => {
    const answer = await admin.call('POST', 'sobjects/Book__c', { Name: 'A', Nope__c: 1 });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual(error('INVALID_FIELD', "No such column 'Nope__c' on sobject of type Book__c"));
  });

  it('refuses JSON that cannot be read, with line and column', async () => {
    const answer = await admin.call('POST', 'sobjects/Book__c', '{\n x: 1}');
    expect(answer.status).toBe(400);
    expect(answer.body[0].errorCode).toBe('JSON_PARSER_ERROR');
    expect(answer.body[0].message).toBe(
      "Unexpected character ('x' (code 120)): was expecting double-quote to start field name at [line:2, column:2]",
    );
  });

  it('refuses a value of the wrong type', async () => {
    const answer = await admin.call('POST', 'sobjects/Book__c', { Name: 'A', Pages__c: 'many' });
    expect(answer.status).toBe(400);
    expect(answer.body[0].errorCode).toBe('JSON_PARSER_ERROR');
    expect(answer.body[0].message).toBe(
      'Cannot deserialize instance of double from VALUE_STRING value many or request may be missing a required field at [line:1, column:24]',
    );
  });

  it('answers 404 for an object, a resource and a record that do not exist', async () => {
    for (const path of ['sobjects/Nope__c', 'nope', `sobjects/Book__c/${'a00000000000000AAA'}`]) {
      const answer = await admin.call('GET', path);
      expect([path, answer.status, answer.body]).toEqual([path, 404, error('NOT_FOUND', 'The requested resource does not exist')]);
    }
  });

  it('answers 405 with the methods that there are', async () => {
    const answer = await admin.call('PUT', 'sobjects/Book__c', {});
    expect(answer.status).toBe(405);
    expect(answer.body).toEqual(error('METHOD_NOT_ALLOWED', "HTTP Method 'PUT' not allowed. Allowed are GET,HEAD,POST"));
  });

  it("gives a trigger's error with its field and keeps nothing", async () => {
    const answer = await admin.call('POST', 'sobjects/Book__c', { Name: 'Refuse pages' });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual([{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No pages', fields: ['Pages__c'] }]);
    const exploded = await admin.call('POST', 'sobjects/Book__c', { Name: 'Explode' });
    expect(exploded.status).toBe(400);
    expect(exploded.body[0].errorCode).toBe('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
    expect(exploded.body[0].message).toContain('Boom');
    const count = await admin.call(
      'GET',
      `query?q=${encodeURIComponent("SELECT COUNT() FROM Book__c WHERE Name IN ('Refuse pages', 'Explode')")}`,
    );
    expect(count.body).toEqual({ totalSize: 0, done: true, records: [] });
  });

  it('creates, reads, changes and deletes', async () => {
    const values = {
      Name: 'Emma',
      Isbn__c: 'e-1',
      Pages__c: 474,
      Price__c: 9.9,
      Published__c: '1815-12-23',
      Read_At__c: '2026-01-02T03:04:05.000Z',
    };
    const created = await admin.call('POST', 'sobjects/Book__c', values);
    expect(created.body).toEqual({ id: expect.any(String), success: true, errors: [] });
    expect(created.status).toBe(201);
    const { id } = created.body as { id: string };
    expect(id).toHaveLength(18);
    const read = await admin.call('GET', `sobjects/Book__c/${id}?fields=Name,Pages__c,Price__c,Published__c,Read_At__c,Lent__c,Secret__c`);
    expect(read.body).toEqual({
      attributes: { type: 'Book__c', url: `/services/data/v67.0/sobjects/Book__c/${id}` },
      Name: 'Emma',
      Pages__c: 474,
      Price__c: 9.9,
      Published__c: '1815-12-23',
      Read_At__c: '2026-01-02T03:04:05.000+0000',
      Lent__c: false,
      Secret__c: null,
    });
    expect((await admin.call('PATCH', `sobjects/Book__c/${id}`, { Pages__c: null, Lent__c: true })).status).toBe(204);
    expect((await admin.call('PATCH', `sobjects/Book__c/${id}`, { Id: id })).body[0].errorCode).toBe('INVALID_FIELD');
    const changed = await admin.call('GET', `sobjects/Book__c/${id.slice(0, 15)}?fields=Pages__c,Lent__c`);
    expect(changed.body).toMatchObject({ Pages__c: null, Lent__c: true });
    expect((await admin.call('DELETE', `sobjects/Book__c/${id}`)).status).toBe(204);
    expect((await admin.call('GET', `sobjects/Book__c/${id}`)).status).toBe(404);
    const again = await admin.call('DELETE', `sobjects/Book__c/${id}`);
    expect([again.status, again.body[0]]).toEqual([
      404,
      expect.objectContaining({ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }),
    ]);
  });

  it('upserts by external id: 201, then 200, then 300 when the key is not unique', async () => {
    const first = await admin.call('PATCH', 'sobjects/Book__c/Isbn__c/u-1', { Name: 'Upsert' });
    expect([first.status, first.body]).toEqual([201, { id: expect.any(String), success: true, errors: [], created: true }]);
    const second = await admin.call('PATCH', 'sobjects/Book__c/Isbn__c/u-1', { Pages__c: 5 });
    expect([second.status, second.body]).toEqual([200, { ...first.body, created: false }]);
    const read = await admin.call('GET', 'sobjects/Book__c/Isbn__c/u-1?fields=Name,Pages__c');
    expect(read.body).toMatchObject({ Name: 'Upsert', Pages__c: 5 });
    await admin.call('POST', 'sobjects/Book__c', { Name: 'S1', Shelf__c: 's' });
    await admin.call('POST', 'sobjects/Book__c', { Name: 'S2', Shelf__c: 's' });
    const several = await admin.call('PATCH', 'sobjects/Book__c/Shelf__c/s', { Pages__c: 5 });
    expect([several.status, several.body.length]).toEqual([300, 2]);
    const unknown = await admin.call('PATCH', 'sobjects/Book__c/Pages__c/5', {});
    expect([unknown.status, unknown.body[0].errorCode]).toEqual([404, 'NOT_FOUND']);
  });

  it('refuses a duplicate with the platform’s code', async () => {
    await admin.call('POST', 'sobjects/Book__c', { Name: 'One', Isbn__c: 'same' });
    const answer = await admin.call('POST', 'sobjects/Book__c', { Name: 'Two', Isbn__c: 'same' });
    expect(answer.status).toBe(400);
    expect(answer.body[0].errorCode).toBe('DUPLICATE_VALUE');
  });

  it('names a parent by its external id', async () => {
    await admin.call('POST', 'sobjects/Book__c', { Name: 'Parent', Isbn__c: 'p-1' });
    const child = await admin.call('POST', 'sobjects/Copy__c', { Name: 'Copy 1', Book__r: { Isbn__c: 'p-1' } });
    expect(child.status).toBe(201);
    const orphan = await admin.call('POST', 'sobjects/Copy__c', { Name: 'Copy 2', Book__r: { Isbn__c: 'nowhere' } });
    expect(orphan.status).toBe(400);
    expect(orphan.body[0].message).toBe('Foreign key external ID: nowhere not found for field Isbn__c in entity Book__c');
  });
});

describe('what a record leads to', () => {
  it('is its parent or its children', async () => {
    const book = await admin.call('POST', 'sobjects/Book__c', { Name: 'Source' });
    const copy = await admin.call('POST', 'sobjects/Copy__c', { Name: 'Copy of it', Book__c: book.body.id });
    expect((await admin.call('GET', `sobjects/Copy__c/${copy.body.id}/Book__r?fields=Name`)).body).toMatchObject({ Name: 'Source' });
    const children = await admin.call('GET', `sobjects/Book__c/${book.body.id}/Copies__r?fields=Name`);
    expect(children.body).toMatchObject({ totalSize: 1, done: true, records: [{ Name: 'Copy of it' }] });
    expect((await admin.call('GET', `sobjects/Book__c/${book.body.id}/Nope__r`)).status).toBe(404);
  });
});

describe('forms other than JSON', () => {
  it('are refused, not ignored', async () => {
    const form = await admin.call('POST', 'sobjects/Book__c', 'Name=A', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([form.status, form.body[0].errorCode]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect((await admin.call('GET', 'sobjects', undefined, { accept: 'application/xml' })).status).toBe(406);
    const empty = await admin.call('POST', 'sobjects/Book__c');
    expect(empty.body).toEqual(error('JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.'));
  });
});

describe('rights', () => {
  it('hides objects and fields from who may not read them', async () => {
    const { body } = await admin.call('POST', 'sobjects/Book__c', { Name: 'Hidden', Pages__c: 7, Secret__c: 'x' });
    const read = await reader.call('GET', `sobjects/Book__c/${body.id}`);
    expect(read.body).toMatchObject({ Name: 'Hidden', Pages__c: 7 });
    expect(read.body).not.toHaveProperty('Secret__c');
    const secret = await reader.call('GET', `query?q=${encodeURIComponent('SELECT Secret__c FROM Book__c')}`);
    expect([secret.status, secret.body[0].errorCode]).toEqual([400, 'INVALID_FIELD']);
    expect((await nobody.call('GET', `sobjects/Book__c/${body.id}`)).status).not.toBe(200);
  });

  it('refuses to write what the user may only read', async () => {
    const { body } = await admin.call('POST', 'sobjects/Book__c', { Name: 'Locked', Pages__c: 7 });
    const change = await reader.call('PATCH', `sobjects/Book__c/${body.id}`, { Pages__c: 8 });
    expect([change.status, change.body[0].errorCode]).toEqual([403, 'INSUFFICIENT_ACCESS_OR_READONLY']);
    const more = await reader.call('POST', 'sobjects/Book__c', { Name: 'Mine', Pages__c: 8 });
    expect([more.status, more.body[0].errorCode]).toEqual([403, 'INSUFFICIENT_ACCESS_OR_READONLY']);
    const many = await reader.call('PATCH', 'composite/sobjects', {
      records: [{ attributes: { type: 'Book__c' }, id: body.id, Pages__c: 8 }],
    });
    expect([many.status, many.body[0].errors[0].statusCode]).toEqual([200, 'INSUFFICIENT_ACCESS_OR_READONLY']);
    expect((await reader.call('DELETE', `sobjects/Book__c/${body.id}`)).status).toBe(403);
    expect((await admin.call('GET', `sobjects/Book__c/${body.id}`)).body.Pages__c).toBe(7);
  });
});
