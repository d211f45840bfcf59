import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let reader: Client;

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
  reader = await served.signIn('reader');
});
afterAll(() => served.close());

const ask = (text: string, client = admin) => client.call('GET', `query?q=${encodeURIComponent(text)}`);

/** Filters without which there is no answer (Object Reference, UserRecordAccess). */
const FILTERS: Readonly<Record<string, string>> = {
  UserRecordAccess: `WHERE UserId = '005000000000002AAA' AND RecordId = '001000000000001AAA'`,
};

describe('describe and query agree', () => {
  it.each(['admin', 'reader'])(
    'for every object and every field that %s may see',
    async (alias) => {
      const client = alias === 'admin' ? admin : reader;
      const { sobjects } = (await client.call('GET', 'sobjects')).body as { sobjects: { name: string; queryable: boolean }[] };
      expect(sobjects.length).toBeGreaterThan(30);
      for (const { name, queryable } of sobjects) {
        if (!queryable) continue;
        const { fields } = (await client.call('GET', `sobjects/${name}/describe`)).body as { fields: { name: string }[] };
        const answer = await ask(
          `SELECT ${fields.map((field) => field.name).join(', ')} FROM ${name} ${FILTERS[name] ?? ''} LIMIT 1`,
          client,
        );
        expect([name, answer.status, answer.body[0]?.message]).toEqual([name, 200, undefined]);
        const [record] = answer.body.records as Record<string, unknown>[];
        if (record) expect([name, Object.keys(record).sort()]).toEqual([name, ['attributes', ...fields.map((field) => field.name)].sort()]);
        const all = await ask(`SELECT FIELDS(ALL) FROM ${name} ${FILTERS[name] ?? ''} LIMIT 1`, client);
        expect([name, 'FIELDS(ALL)', all.status]).toEqual([name, 'FIELDS(ALL)', 200]);
        if (record) expect(all.body.records[0]).toEqual(record);
      }
    },
    60_000,
  );

  it('says which field the parts belong to', async () => {
    const parts = async (object: string, compound: string) => {
      const { fields } = (await admin.call('GET', `sobjects/${object}/describe`)).body as {
        fields: { name: string; compoundFieldName: string | null }[];
      };
      return fields.filter((field) => field.compoundFieldName === compound).map((field) => field.name);
    };
    expect(await parts('Account', 'BillingAddress')).toEqual(
      expect.arrayContaining(['BillingStreet', 'BillingCity', 'BillingPostalCode', 'BillingLatitude', 'BillingGeocodeAccuracy']),
    );
    expect(await parts('User', 'Address')).toEqual(expect.arrayContaining(['Street', 'City', 'Country']));
    expect((await parts('Contact', 'Name')).sort()).toEqual(expect.arrayContaining(['FirstName', 'LastName']));
    expect(await parts('Book__c', 'Name')).toEqual([]);
  });
});

describe('an address', () => {
  const ADDRESS = { BillingStreet: 'Hauptstraße 1', BillingCity: 'Wien', BillingPostalCode: '1010', BillingCountry: 'Austria' };
  let id: string;
  beforeAll(async () => {
    id = (
      await admin.call('POST', 'sobjects/Account', { Name: 'With address', ...ADDRESS, BillingLatitude: 48.2, BillingLongitude: 16.37 })
    ).body.id;
    await admin.call('POST', 'sobjects/Contact', { LastName: 'Of account', AccountId: id });
  });
  const VALUE = {
    city: 'Wien',
    country: 'Austria',
    geocodeAccuracy: null,
    latitude: 48.2,
    longitude: 16.37,
    postalCode: '1010',
    state: null,
    street: 'Hauptstraße 1',
  };

  it('is one value of its parts, beside them and without them, and null without any', async () => {
    const where = `FROM Account WHERE Id = '${id}'`;
    expect((await ask(`SELECT BillingAddress ${where}`)).body.records[0]).toEqual({
      attributes: expect.anything(),
      BillingAddress: VALUE,
    });
    const both = (await ask(`SELECT BillingCity, BillingAddress, ShippingAddress ${where}`)).body.records[0];
    expect(both).toMatchObject({ BillingCity: 'Wien', BillingAddress: VALUE, ShippingAddress: null });
    expect(Object.keys(both)).toEqual(['attributes', 'BillingCity', 'BillingAddress', 'ShippingAddress']);
  });

  it('comes through a lookup, in a list of children, and with the record', async () => {
    const parent = await ask(`SELECT Account.BillingAddress FROM Contact WHERE AccountId = '${id}'`);
    expect(parent.body.records[0].Account.BillingAddress).toEqual(VALUE);
    const children = await ask(`SELECT (SELECT LastName, MailingAddress FROM Contacts) FROM Account WHERE Id = '${id}'`);
    expect(children.body.records[0].Contacts.records[0]).toMatchObject({ LastName: 'Of account', MailingAddress: null });
    const read = (await admin.call('GET', `sobjects/Account/${id}`)).body;
    expect(read).toMatchObject({ BillingAddress: VALUE, BillingCity: 'Wien' });
    expect((await admin.call('GET', `sobjects/Account/${id}?fields=BillingAddress`)).body.BillingAddress).toEqual(VALUE);
  });

  it('is refused where it has no meaning', async () => {
    const refused = async (text: string) => {
      const { status, body } = await ask(text);
      return [status, body[0]?.errorCode];
    };
    expect(await refused(`SELECT Id FROM Account WHERE BillingAddress = 'x'`)).toEqual([400, 'INVALID_FIELD']);
    expect(await refused('SELECT Id FROM Account ORDER BY BillingAddress')).toEqual([400, 'INVALID_FIELD']);
    expect(await refused('SELECT BillingAddress, BillingAddress FROM Account')).toEqual([400, 'INVALID_FIELD']);
    expect(await refused('SELECT COUNT(Id) FROM Account GROUP BY BillingAddress')).toEqual([400, 'INVALID_FIELD']);
    const job = await admin.call('POST', 'jobs/query', { operation: 'query', query: 'SELECT BillingAddress FROM Account' });
    served.drain();
    expect((await admin.call('GET', `jobs/query/${job.body.id}`)).body).toMatchObject({
      state: 'Failed',
      errorMessage: expect.stringContaining('Selecting compound data not supported in Bulk Query'),
    });
  });
});
