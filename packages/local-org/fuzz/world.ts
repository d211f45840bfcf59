import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServedOrg } from './org';

export interface FieldInfo {
  readonly name: string;
  readonly type: string;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly createable: boolean;
  readonly nillable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly calculated: boolean;
  readonly caseSensitive: boolean;
  readonly unique: boolean;
  readonly referenceTo: readonly string[];
  readonly restrictedPicklist: boolean;
  readonly picklistValues: readonly { readonly value: string; readonly active: boolean }[];
}

export interface ObjectInfo {
  readonly name: string;
  readonly createable: boolean;
  readonly fields: readonly FieldInfo[];
}

export interface ApexMethod {
  readonly className: string;
  readonly method: string;
  readonly parameters: readonly string[];
}

/** What a generated request can be about. The same in every fresh org of a project, so that a seed repeats its requests. */
export interface World {
  readonly aliases: readonly string[];
  readonly objects: readonly ObjectInfo[];
  readonly ids: readonly string[];
  readonly jobs: readonly string[];
  readonly apex: readonly ApexMethod[];
  readonly apexPaths: readonly string[];
  readonly login: { readonly username: string; readonly password: string };
}

export const DATA = '/services/data/v67.0';

/** Looks round in a fresh org and makes a few records and jobs to be hit. */
export async function lookRound(org: ServedOrg, project: string): Promise<World> {
  const names = (await org.read<{ sobjects: { name: string }[] }>(`${DATA}/sobjects`)).sobjects.map(({ name }) => name);
  const objects: ObjectInfo[] = [];
  for (const name of names) objects.push(await org.read<ObjectInfo>(`${DATA}/sobjects/${name}/describe`));
  const ids: string[] = [];
  for (const name of ['Account', 'User', ...names.slice(0, 40)]) {
    const found = await org.send('GET', `${DATA}/query?q=${encodeURIComponent(`SELECT Id FROM ${name} LIMIT 3`)}`);
    if (found.status === 200) ids.push(...(JSON.parse(found.body) as { records: { Id: string }[] }).records.map(({ Id }) => Id));
  }
  const jobs: string[] = [];
  for (let i = 0; i < 3; i++) {
    for (const [kind, body] of [
      ['ingest', { object: 'Account', operation: 'insert' }],
      ['query', { operation: 'query', query: 'SELECT Id, Name FROM Account' }],
    ] as const) {
      jobs.push((JSON.parse((await org.send('POST', `${DATA}/jobs/${kind}`, body)).body) as { id: string }).id);
    }
  }
  const [login] = org.users;
  if (!login) throw new Error('The project has no sample user');
  return { aliases: org.users.map(({ alias }) => alias), objects, ids, jobs, login, ...apexOf(project) };
}

/** Methods that pages can call and paths of Apex REST, as the sources declare them. */
function apexOf(project: string): Pick<World, 'apex' | 'apexPaths'> {
  const apex: ApexMethod[] = [];
  const apexPaths: string[] = [];
  for (const [name, source] of classes(project)) {
    for (const [, method = '', list = ''] of source.matchAll(/@AuraEnabled[^;{]*?\bstatic\s+[\w<>., ]+?\s+(\w+)\s*\(([^)]*)\)/gi)) {
      apex.push({ className: name, method, parameters: [...list.matchAll(/(\w+)\s*(?:,|$)/g)].map(([, one = '']) => one) });
    }
    for (const [, path = ''] of source.matchAll(/@RestResource\s*\(\s*urlMapping\s*=\s*'([^']+)'/gi)) apexPaths.push(path);
  }
  return { apex, apexPaths };
}

function classes(folder: string): [name: string, source: string][] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): [string, string][] => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return /^(node_modules|\..*)$/.test(entry.name) ? [] : classes(path);
      return entry.name.endsWith('.cls') ? [[entry.name.replace(/\.cls$/, ''), readFileSync(path, 'utf8')]] : [];
    });
}
