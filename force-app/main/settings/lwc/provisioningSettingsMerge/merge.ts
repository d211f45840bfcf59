type Settings = Apex.ProvisioningSettingsData;
type Name = keyof Settings;

/** A setting that two people changed, in words, and whose value counts; empty until somebody has said. */
export interface Clash {
  readonly name: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  readonly whose: '' | 'mine' | 'theirs';
}

/** Members that are one setting on the page: a profile has an id and a name, and the four switches repeat the order of the rules. */
const TOGETHER: Readonly<Record<string, readonly Name[]>> = {
  profileId: ['profileId', 'profileName'],
  matchingRules: ['matchingRules', 'matchByEmployeeNumber', 'matchByFederationId', 'matchByEmail', 'matchByUsername'],
};
/** Settings that are lists of rows. */
const ROWS: readonly Name[] = ['fieldMappings', 'assignmentRules', 'valueTables'];
/** Not a setting: which version was read. */
const READ = 'version';

/** The setting of the page to which a member belongs. */
export function settingNamed(member: string): string {
  return Object.keys(TOGETHER).find((name) => TOGETHER[name]!.includes(member as Name)) ?? member;
}

/** Names of the settings that differ; what is empty is empty, however it is written. */
export function changedSettings(before: Settings, after: Settings): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name !== READ);
  const switches = after.matchingRules ? TOGETHER.matchingRules!.slice(1) : [];
  // where the order is given it alone counts: the switches follow it
  const differing = names.filter((name) => !switches.includes(name as Name) && !same(before[name as Name], after[name as Name]));
  return [...new Set(differing.map(settingNamed))];
}

/** How many changes a reader counts: of a list of rows each row, of any other setting one. */
export function countedChanges(before: Settings, after: Settings): number {
  return changedSettings(before, after).reduce((sum, name) => sum + rowsChanged(name as Name, before, after), 0);
}

function rowsChanged(name: Name, before: Settings, after: Settings): number {
  if (!ROWS.includes(name)) return 1;
  const [was, is] = [before, after].map((settings) => ((settings[name] ?? []) as readonly unknown[]).map(text));
  // where only the order differs, that is the change
  return Math.max(1, apart(was!, is!), apart(is!, was!));
}

function apart(rows: readonly string[], others: readonly string[]): number {
  return rows.filter((row) => !others.includes(row)).length;
}

/** What somebody changed in `base`, on top of what somebody else made of it; and the names of what both changed, which is as `mine` has it. */
export function merged(base: Settings, mine: Settings, theirs: Settings): { settings: Settings; both: readonly string[] } {
  const ofMe = changedSettings(base, mine);
  const ofThem = new Set(changedSettings(base, theirs));
  const ours = new Set(changedSettings(mine, theirs));
  return {
    settings: ofMe.reduce((settings, name) => chosen(settings, name, mine), theirs),
    both: ofMe.filter((name) => ofThem.has(name) && ours.has(name)),
  };
}

/** The settings with one of them as somebody has it. */
export function chosen(settings: Settings, name: string, whose: Settings): Settings {
  const members = TOGETHER[name] ?? [name as Name];
  return members.reduce((all, member) => ({ ...all, [member]: whose[member] }), settings);
}

function same(one: unknown, other: unknown): boolean {
  return text(one) === text(other);
}

function text(value: unknown): string {
  if (value === null || value === undefined || value === '' || value === false) return '';
  return Array.isArray(value) && value.length === 0 ? '' : JSON.stringify(value, sorted);
}

/** Members in one order: what the server sends and what a person makes are not in the same. */
function sorted(_key: string, value: unknown): unknown {
  if (value === null || value === '') return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value as object).sort(([one], [other]) => (one < other ? -1 : 1)));
}
