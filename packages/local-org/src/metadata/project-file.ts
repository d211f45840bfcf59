import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Diagnostic, ProjectFile } from './model';
import { PROJECT_FILE } from './load';
import { organizationOf } from './organization-facts';

/** What an SFDX project gets without a project file: one administrator and seats enough for its tests. */
export const DEFAULT_PROJECT: ProjectFile = {
  name: 'Local Org',
  organization: organizationOf(undefined, () => undefined),
  features: [],
  licenses: [
    { name: 'Salesforce', seats: 100 },
    { name: 'Salesforce Platform', seats: 100 },
    { name: 'Customer Community Plus', seats: 100 },
    { name: 'Chatter Free', seats: 5000 },
  ],
  permissionSetLicenses: [],
  users: [
    { alias: 'admin', username: 'admin@local-org.example', profile: 'System Administrator', permissionSets: [], persona: 'Administrator' },
  ],
  setupPages: [],
  help: 'https://help.salesforce.com',
  seed: [],
  scenarios: [],
  services: [],
  calloutHosts: [],
};

const KEYS = [
  'name',
  'organization',
  'features',
  'licenses',
  'permissionSetLicenses',
  'users',
  'setupPages',
  'help',
  'seed',
  'scenarios',
  'services',
  'calloutHosts',
  'folders',
] as const;

/** Parses `local-org.json`; every missing part takes its default. Faults are findings with the default in place of the part. */
export function readProjectFile(text: string | null): { project: ProjectFile; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const fault = (message: string, severity: 'error' | 'warning' = 'error') =>
    diagnostics.push({ path: PROJECT_FILE, line: 1, column: 1, severity, message });
  if (text === null) return { project: DEFAULT_PROJECT, diagnostics };
  const raw = parseObject(text, fault);
  for (const key of Object.keys(raw)) {
    if (!(KEYS as readonly string[]).includes(key) && !key.startsWith('$')) fault(`Unknown key "${key}"`, 'warning');
  }
  const entries = (key: (typeof KEYS)[number]): unknown[] | null => {
    const value = raw[key];
    if (value === undefined) return null;
    if (Array.isArray(value)) return value;
    fault(`"${key}" must be a list`);
    return null;
  };
  const { name } = raw;
  if (name !== undefined && (typeof name !== 'string' || name.trim() === '')) fault('"name" must be a text');
  const texts = (key: 'features' | 'seed' | 'calloutHosts' | 'folders') =>
    entries(key)?.filter((item): item is string => typeof item === 'string' || (fault(`"${key}" may hold texts only`), false));
  const users = entries('users')?.flatMap((item, index) => {
    const user = asRecord(item);
    const [alias, username, profile] = [user['alias'], user['username'], user['profile']];
    if (typeof alias !== 'string' || typeof username !== 'string' || typeof profile !== 'string') {
      fault(`users[${index}] needs the texts alias, username and profile`);
      return [];
    }
    const permissionSets = Array.isArray(user['permissionSets']) ? user['permissionSets'].map(String) : [];
    return [{ alias, username, profile, permissionSets, persona: typeof user['persona'] === 'string' ? user['persona'] : alias }];
  });
  const seatsOf = (key: 'licenses' | 'permissionSetLicenses') =>
    entries(key)?.flatMap((item, index) => {
      const { name: license, seats } = asRecord(item);
      if (typeof license === 'string' && typeof seats === 'number' && Number.isInteger(seats) && seats >= 0)
        return [{ name: license, seats }];
      fault(`${key}[${index}] needs a name and a whole number of seats`);
      return [];
    });
  const setupPages = entries('setupPages')?.flatMap((item, index) => {
    const { path, label, component, under = [], permission = null } = asRecord(item);
    const isPlaced = Array.isArray(under) && under.every((name): name is string => typeof name === 'string');
    const isGuarded = permission === null || typeof permission === 'string';
    if (typeof path === 'string' && typeof label === 'string' && typeof component === 'string' && isPlaced && isGuarded)
      return [{ path, label, component, under, permission }];
    fault(`setupPages[${index}] needs the texts path, label and component; under is a list of texts, permission a text`);
    return [];
  });
  const services = entries('services')?.flatMap((item, index) => {
    const { name: service, command } = asRecord(item);
    const words = Array.isArray(command) ? command.filter((word): word is string => typeof word === 'string') : [];
    if (
      typeof service === 'string' &&
      /^[\w-]+$/.test(service) &&
      words.length > 0 &&
      Array.isArray(command) &&
      words.length === command.length
    )
      return [{ name: service, command: words }];
    fault(`services[${index}] needs a name of letters, digits, _ and -, and a command as a list of texts`);
    return [];
  });
  const scenarios = entries('scenarios')?.flatMap((item, index) => {
    const { name: scenario, file, daysBefore = 0 } = asRecord(item);
    if (isText(scenario) && isInside(file) && isNumberOfDays(daysBefore)) return [{ name: scenario, file, daysBefore }];
    fault(`scenarios[${index}] needs the texts name and file, a module inside the project; daysBefore is a whole number from 0 to 3650`);
    return [];
  });
  const project: ProjectFile = {
    name: typeof name === 'string' && name.trim() !== '' ? name : DEFAULT_PROJECT.name,
    organization: organizationOf(raw['organization'], fault),
    features: texts('features') ?? DEFAULT_PROJECT.features,
    licenses: seatsOf('licenses') ?? DEFAULT_PROJECT.licenses,
    permissionSetLicenses: seatsOf('permissionSetLicenses') ?? DEFAULT_PROJECT.permissionSetLicenses,
    users: users ?? DEFAULT_PROJECT.users,
    setupPages: setupPages ?? DEFAULT_PROJECT.setupPages,
    help: helpOf(raw['help'], fault),
    seed: texts('seed') ?? DEFAULT_PROJECT.seed,
    scenarios: scenarios ?? DEFAULT_PROJECT.scenarios,
    services: services ?? DEFAULT_PROJECT.services,
    calloutHosts: texts('calloutHosts') ?? DEFAULT_PROJECT.calloutHosts,
  };
  // Read with the files; here only their kind is looked at.
  texts('folders');
  return { project, diagnostics };
}

/** An address of the web, or a text file of the project, which the org serves with those beside it. */
function helpOf(value: unknown, fault: (message: string) => void): string {
  if (value === undefined) return DEFAULT_PROJECT.help;
  if (typeof value === 'string' && (/^https?:\/\/\S+$/.test(value) || /^[\w-]+(\/[\w-]+)*\.(md|txt)$/.test(value))) return value;
  fault('"help" must be an address that begins with http, or the path of a .md or .txt file of the project');
  return DEFAULT_PROJECT.help;
}

/** The project file of a folder, faults left aside: whoever deploys the project reports them. */
export function projectFileOf(root: string): ProjectFile {
  const file = join(root, PROJECT_FILE);
  return readProjectFile(existsSync(file) ? readFileSync(file, 'utf8') : null).project;
}

function parseObject(text: string, fault: (message: string) => void): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(text));
  } catch (error) {
    fault(`Not valid JSON: ${(error as Error).message}`);
    return {};
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const isInside = (file: unknown): file is string => isText(file) && !isAbsolute(file) && !file.split(/[\\/]/).includes('..');

const isNumberOfDays = (days: unknown): days is number => typeof days === 'number' && Number.isInteger(days) && days >= 0 && days <= 3_650;
