import { describe, expect, it } from 'vitest';
import { isEmpEnabled, subscribe } from '../../src/web/app/page/modules/lightning/empApi/empApi';
import {
  createRecord,
  deleteRecord,
  getFieldValue,
  getRecord,
  updateRecord,
  type RecordUi,
} from '../../src/web/app/page/modules/lightning/uiRecordApi/uiRecordApi';
import { eventually, pageServer } from './support/page-server';

const { asked, state } = pageServer();

const ID = '003000000000001AAA';
const NAME = { objectApiName: 'Contact', fieldApiName: 'Name' };
const owner = { id: '005', apiName: 'User', fields: { Name: { value: 'Ada', displayValue: null } } };
const record = {
  id: ID,
  apiName: 'Contact',
  fields: { Name: { value: 'Zoë', displayValue: null }, Owner: { value: owner, displayValue: null } },
};
const objects = {
  sobjects: [
    { name: 'Account', keyPrefix: '001' },
    { name: 'Contact', keyPrefix: '003' },
  ],
};

function wire(config: Parameters<getRecord['update']>[0]) {
  const results: { data?: RecordUi; error?: unknown }[] = [];
  const adapter = new getRecord((result) => results.push(result));
  adapter.connect();
  adapter.update(config);
  const provisioned = (count: number) => eventually(() => expect(results).toHaveLength(count + 1));
  return { adapter, results, provisioned };
}

describe('getRecord', () => {
  it('asks for fields by name, and hands the record out read-only', async () => {
    state.answer = () => ({ body: record });
    const { results, provisioned } = wire({ recordId: ID, fields: [NAME, 'Contact.Owner.Name'], optionalFields: 'Contact.Email' });
    await provisioned(1);
    const url = new URL(asked[0]?.url ?? '', 'http://x');
    expect(url.pathname).toBe(`/services/data/v67.0/ui-api/records/${ID}`);
    expect(Object.fromEntries(url.searchParams)).toEqual({ fields: 'Contact.Name,Contact.Owner.Name', optionalFields: 'Contact.Email' });
    const { data } = results[1] ?? {};
    expect(getFieldValue(data, NAME)).toBe('Zoë');
    expect(getFieldValue(data, 'Contact.Owner.Name')).toBe('Ada');
    expect(getFieldValue(data, 'Contact.Parent.Name')).toBeUndefined();
    expect(getFieldValue(undefined, NAME)).toBeUndefined();
    expect(Object.isFrozen(data?.fields)).toBe(true);
  });

  it('asks nothing without a record id, and refuses to guess fields', async () => {
    wire({ fields: [NAME] });
    expect(asked).toEqual([]);
    const { results, provisioned } = wire({ recordId: ID });
    await provisioned(1);
    expect(results[1]?.error).toMatchObject({ message: expect.stringContaining('needs fields') as string });
  });

  it('provisions the error of a record that is not there', async () => {
    state.answer = () => ({ status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] });
    const { results, provisioned } = wire({ recordId: ID, fields: [NAME] });
    await provisioned(1);
    expect(results[1]).toMatchObject({ data: undefined, error: { status: 404, body: { errorCode: 'NOT_FOUND' } } });
  });
});

describe('writing', () => {
  it('updates by the object of the id, and provisions open wires again', async () => {
    state.answer = ({ url, method }) => (method === 'PATCH' ? { status: 204 } : { body: url.endsWith('/sobjects') ? objects : record });
    const { adapter, provisioned } = wire({ recordId: ID, fields: [NAME] });
    await provisioned(1);
    const updated = await updateRecord({ fields: { Id: ID, Name: 'New' } });
    await provisioned(2);
    expect(getFieldValue(updated, NAME)).toBe('New');
    expect(asked.find((ask) => ask.method === 'PATCH')).toEqual({
      method: 'PATCH',
      url: `/services/data/v67.0/sobjects/Contact/${ID}`,
      body: { Name: 'New' },
    });
    adapter.disconnect();
  });

  it('creates and deletes', async () => {
    state.answer = ({ method }) =>
      method === 'POST' ? { status: 201, body: { id: ID, success: true } } : method === 'DELETE' ? { status: 204 } : { body: objects };
    expect(await createRecord({ apiName: 'Contact', fields: { Name: 'A' } })).toMatchObject({ id: ID, apiName: 'Contact' });
    await deleteRecord(ID);
    expect(asked.at(-1)).toMatchObject({ method: 'DELETE', url: `/services/data/v67.0/sobjects/Contact/${ID}` });
  });

  it('rejects an id that belongs to no object, before it writes anything', async () => {
    state.answer = () => ({ body: objects });
    await expect(deleteRecord('zzz000000000001AAA')).rejects.toThrow('No object has records like');
    expect(asked.map((ask) => ask.method)).toEqual(['GET']);
  });
});

describe('empApi', () => {
  it('says that there is no streaming, and never pretends to subscribe', async () => {
    expect(await isEmpEnabled()).toBe(false);
    await expect(subscribe('/event/A__e')).rejects.toThrow('no streaming channel /event/A__e');
  });
});
