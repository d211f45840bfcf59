import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeProject } from '../engine/project';
import { serveLibrary, type Client, type Served } from './served-org';

const xml = (kind: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${kind}>\n`;
const text = (name: string, more: string): string =>
  xml('CustomField', `<fullName>${name}</fullName><label>${name}</label><length>40</length><type>Text</type>${more}`);
const person = (alias: string, profile: string, permissionSets: string[]) => ({
  alias,
  username: `${alias}@search.example`,
  profile,
  permissionSets,
  persona: alias,
});
const may = (fields: string[]): string =>
  xml(
    'PermissionSet',
    `<label>May</label><objectPermissions><object>Ship__c</object><allowRead>true</allowRead><allowCreate>false</allowCreate><allowEdit>false</allowEdit><allowDelete>false</allowDelete><viewAllRecords>true</viewAllRecords><modifyAllRecords>false</modifyAllRecords></objectPermissions>${fields
      .map(
        (field) =>
          `<fieldPermissions><field>Ship__c.${field}</field><readable>true</readable><editable>false</editable></fieldPermissions>`,
      )
      .join('')}`,
  );

let root: string;
let served: Served;
let admin: Client;
beforeAll(async () => {
  root = writeProject({
    metadata: {
      'objects/Ship__c/Ship__c.object': xml(
        'CustomObject',
        '<label>Ship</label><pluralLabel>Ships</pluralLabel><deploymentStatus>Deployed</deploymentStatus><sharingModel>Private</sharingModel><nameField><label>Name</label><type>Text</type></nameField>',
      ),
      'objects/Ship__c/fields/Hull__c.field': text('Hull__c', '<externalId>true</externalId><unique>true</unique>'),
      'objects/Ship__c/fields/Note__c.field': text('Note__c', ''),
      'permissionsets/Numbers.permissionset': may(['Hull__c']),
      'permissionsets/Names.permissionset': may([]),
      'permissionsets/All.permissionset': may(['Hull__c', 'Note__c']).replaceAll('>false<', '>true<'),
    },
    org: {
      users: [
        person('admin', 'System Administrator', ['All']),
        person('numbers', 'Standard User', ['Numbers']),
        person('names', 'Standard User', ['Names']),
        person('nobody', 'Standard User', []),
      ],
    },
  });
  served = await serveLibrary({ root });
  admin = await served.signIn('admin');
  const ships = [
    ['Black Pearl', 'H-1', 'secret'],
    ['Pearl of the Sea', 'H-2', ''],
    ['100% Pearl', 'H-3', ''],
    ['Pearl 4', 'H-4', ''],
    ['Pearl 5', 'H-5', ''],
    ['Pearl 6', 'H-6', ''],
    ['Santa Maria', 'PEARL-7', ''],
  ].map(([Name, Hull__c, Note__c]) => ({ attributes: { type: 'Ship__c' }, Name, Hull__c, Note__c }));
  const { body } = await admin.call('POST', 'composite/sobjects', { allOrNone: true, records: ships });
  expect(body.map((one: { success: boolean }) => one.success)).toEqual(ships.map(() => true));
});
afterAll(async () => {
  await served.close();
  rmSync(root, { recursive: true, force: true });
});

async function names(alias: string, term: string): Promise<unknown> {
  const client = await served.signIn(alias);
  const { status, body } = await client.call('POST', '/ui/search', { term });
  expect(status).toBe(200);
  return body.objects
    .filter(({ name }: { name: string }) => name === 'Ship__c')
    .flatMap(({ records }: { records: { name: string }[] }) => records.map((one) => one.name));
}

it('finds names and unique keys by every typed word, at most five of an object, in the order of their names', async () => {
  expect(await names('admin', 'sea pearl')).toEqual(['Pearl of the Sea']);
  expect(await names('admin', 'pearl')).toHaveLength(5);
  expect(await names('admin', 'pearl-7')).toEqual(['Santa Maria']);
  const { body } = await admin.call('POST', '/ui/search', { term: 'h-1' });
  expect(body.objects).toContainEqual({
    name: 'Ship__c',
    label: 'Ships',
    records: [{ id: expect.stringMatching(/^\w{18}$/), name: 'Black Pearl', note: 'H-1' }],
  });
});

it('takes signs of patterns for themselves', async () => {
  expect(await names('admin', '0% p')).toEqual(['100% Pearl']);
  expect(await names('admin', '_____')).toEqual([]);
  expect(await names('admin', "o'clock \\")).toEqual([]);
});

it('does not look into fields without a key, nor into what the person may not read', async () => {
  expect(await names('admin', 'secret')).toEqual([]);
  expect(await names('numbers', 'H-2')).toEqual(['Pearl of the Sea']);
  expect(await names('names', 'H-2')).toEqual([]);
  expect(await names('names', 'Sea')).toEqual(['Pearl of the Sea']);
  expect(await names('nobody', 'Sea')).toEqual([]);
});

it('asks for two letters, and wants a text', async () => {
  expect((await admin.call('POST', '/ui/search', { term: ' p ' })).body).toEqual({ objects: [] });
  expect((await admin.call('POST', '/ui/search', { term: 7 })).status).toBe(400);
  expect((await admin.call('POST', '/ui/search', {})).status).toBe(400);
});
