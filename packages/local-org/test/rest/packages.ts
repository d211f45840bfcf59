import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readZip, writeZip } from '../../src/metadata';
import { send, type Served } from './served-org';

/** A project without metadata, with an administrator and somebody who is none. */
export function emptyProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'metadata-'));
  mkdirSync(join(root, 'force-app'));
  writeFileSync(join(root, 'sfdx-project.json'), '{"packageDirectories":[{"path":"force-app"}]}');
  const user = (alias: string, profile: string) => ({
    alias,
    username: `${alias}@metadata.example`,
    profile,
    permissionSets: [],
    persona: alias,
  });
  const users = [user('admin', 'System Administrator'), user('reader', 'Standard User')];
  writeFileSync(join(root, 'local-org.json'), JSON.stringify({ licenses: [{ name: 'Salesforce', seats: 20 }], users }));
  return root;
}

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
export const xml = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${inner}\n</${root}>\n`;

/** A class with its description. */
export const classFiles = (name: string, source: string): Record<string, string> => ({
  [`classes/${name}.cls`]: source,
  [`classes/${name}.cls-meta.xml`]: xml('ApexClass', '    <apiVersion>67.0</apiVersion>\n    <status>Active</status>'),
});

/** An object with a text field and a number. */
export const BOOK = {
  'objects/Tome__c.object': xml(
    'CustomObject',
    `    <fields>
        <fullName>Pages__c</fullName>
        <label>Pages</label>
        <precision>18</precision>
        <scale>0</scale>
        <type>Number</type>
    </fields>
    <fields>
        <fullName>Genre__c</fullName>
        <label>Genre</label>
        <length>80</length>
        <type>Text</type>
    </fields>
    <deploymentStatus>Deployed</deploymentStatus>
    <label>Tome</label>
    <nameField>
        <label>Name</label>
        <type>Text</type>
    </nameField>
    <pluralLabel>Tomes</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>`,
  ),
};

export const manifest = (types: Readonly<Record<string, readonly string[]>>): string =>
  xml(
    'Package',
    [
      ...Object.entries(types).map(
        ([name, members]) => `    <types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`,
      ),
      '    <version>67.0</version>',
    ].join('\n'),
  );

export const zipOf = (files: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(writeZip(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const)));

export const unzip = (base64: string): Record<string, string> =>
  Object.fromEntries([...readZip(Buffer.from(base64, 'base64'))].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));

/** One message of the Metadata API; the answer's XML. */
export async function soap(served: Served, token: string, operation: string): Promise<string> {
  const message = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${NAMESPACE}"><e:Header><SessionHeader><sessionId>${token}</sessionId></SessionHeader></e:Header><e:Body>${operation}</e:Body></e:Envelope>`;
  const { body } = await send(served.url, 'POST', '/services/Soap/m/67.0', message, { 'content-type': 'text/xml' });
  return String(body);
}

/** A deployment by REST, as far as it gets while nobody else asks. */
export async function deployed(
  served: Served,
  token: string,
  files: Readonly<Record<string, string>> | Buffer,
  deployOptions: Readonly<Record<string, unknown>> = {},
) {
  const form = new FormData();
  form.append('json', new Blob([JSON.stringify({ deployOptions })], { type: 'application/json' }));
  form.append(
    'file',
    new Blob([Uint8Array.from(Buffer.isBuffer(files) ? files : zipOf(files))], { type: 'application/zip' }),
    'deploy.zip',
  );
  const address = `${served.url}/services/data/v67.0/metadata/deployRequest`;
  const headers = { authorization: `Bearer ${token}` };
  const begun = await fetch(address, { method: 'POST', headers, body: form });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  const start = (await begun.json()) as any;
  if (begun.status !== 201) return { status: begun.status, start, result: start };
  served.drain();
  const { body } = await send(
    served.url,
    'GET',
    `/services/data/v67.0/metadata/deployRequest/${start.id}?includeDetails=true`,
    undefined,
    headers,
  );
  return { status: begun.status, start, result: body.deployResult };
}
