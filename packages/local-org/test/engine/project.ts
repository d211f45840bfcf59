import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ProjectError } from '../../src/host/diagnostics';
import { openOrg, type OpenedOrg } from '../../src/host/open';

const META = (kind: string, version: number): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${version}.0</apiVersion><status>Active</status></${kind}>\n`;

/** Sources by name; a name with `@66` gives the API version, 67 otherwise. */
export interface Sources {
  readonly classes?: Readonly<Record<string, string>>;
  readonly triggers?: Readonly<Record<string, string>>;
  /** Other metadata by path without `-meta.xml`, for example `objects/Ping__e/Ping__e.object`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Other files by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Keys of local-org.json besides the ten seats and two users that every project has. */
  readonly org?: Readonly<Record<string, unknown>>;
}

/** Writes a project of these sources alone, with one administrator, into a new folder or over a former one. Gives its folder. */
export function writeProject(
  { classes = {}, triggers = {}, metadata = {}, files = {}, org = {} }: Sources,
  root = mkdtempSync(join(tmpdir(), 'apex-')),
): string {
  const add = (folder: string, kind: string, extension: string, sources: Readonly<Record<string, string>>): void => {
    mkdirSync(join(root, 'force-app', folder), { recursive: true });
    for (const [key, source] of Object.entries(sources)) {
      const [name = '', version = '67'] = key.split('@');
      writeFileSync(join(root, 'force-app', folder, `${name}.${extension}`), source);
      writeFileSync(join(root, 'force-app', folder, `${name}.${extension}-meta.xml`), META(kind, Number(version)));
    }
  };
  add('classes', 'ApexClass', 'cls', classes);
  add('triggers', 'ApexTrigger', 'trigger', triggers);
  const described = Object.entries(metadata).map(([path, text]) => [`${path}-meta.xml`, text] as const);
  for (const [path, text] of [...described, ...Object.entries(files)]) {
    const file = join(root, 'force-app', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(join(root, 'sfdx-project.json'), '{"packageDirectories":[{"path":"force-app"}]}');
  const user = (alias: string, profile: string) => ({
    alias,
    username: `${alias}@apex.example`,
    profile,
    permissionSets: [],
    persona: alias,
  });
  const users = [user('admin', 'System Administrator'), user('standard', 'Standard User')];
  writeFileSync(join(root, 'local-org.json'), JSON.stringify({ licenses: [{ name: 'Salesforce', seats: 10 }], users, ...org }));
  return root;
}

/** An org in memory of these sources, and a way to call a static method as a committed transaction of a user. */
export function orgOf(sources: Sources): { org: OpenedOrg; call(name: string, args?: unknown[], alias?: string): unknown } {
  const org = opened(writeProject(sources));
  return {
    org,
    call: (name, args = [], alias = 'admin') => {
      const [className = '', method = ''] = name.split('.');
      const userId = org.users.find((user) => user.alias === alias)?.userId ?? '';
      const apiVersion = org.program.classInfo(className)?.apiVersion ?? org.apiVersion;
      return org.step({ userId, apiVersion }, () => org.program.invokeStatic(className, method, args));
    },
  };
}

/** Mistakes in a test's own sources belong into its output. */
function opened(root: string): OpenedOrg {
  try {
    return openOrg({ root, dbFile: ':memory:' });
  } catch (error) {
    throw error instanceof ProjectError ? new Error(error.problems.join('\n')) : error;
  }
}
