import type { Org } from '../../host/port';
import {
  canonicalComponents,
  joinParts,
  labelsIn,
  packagedPath,
  partNamed,
  TYPES,
  typeNamed,
  writeZip,
  type ComponentName,
} from '../../metadata';
import { datetimeText } from '../shared/values';
import { classIds, type Shape } from './results';

/** `describeMetadata()`: the types that are read, written and listed. */
export function describeMetadata(): Shape {
  return {
    metadataObjects: TYPES.map(({ name, directory, suffix, form, parts }) => ({
      childXmlNames: name === 'CustomLabels' ? ['CustomLabel'] : parts.filter(({ folder }) => folder !== null).map((part) => part.name),
      directoryName: directory,
      inFolder: false,
      metaFile: form === 'content' || form === 'resource',
      suffix: form === 'bundle' ? undefined : suffix,
      xmlName: name,
    })),
    organizationNamespace: '',
    partialSaveAllowed: true,
    testRequired: false,
  };
}

/** A component of the org with its files in source format. */
export interface Listed extends ComponentName {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** All components of the org; labels are there one by one, too. */
export function componentsOf(org: Org): Listed[] {
  const all = canonicalComponents(org.deployments.files());
  const labels = all.flatMap((one) =>
    labelsIn({ ...one, file: '', line: 1, sources: one.files }).map((label) => ({ ...label, files: one.files })),
  );
  return [...all, ...labels];
}

/** FileProperties of components, as `listMetadata()` and `retrieve()` give them. */
export function filePropertiesOf(org: Org, components: readonly ComponentName[], prefix = ''): Shape[] {
  const idOf = classIds(org);
  const date = datetimeText(org.clock.now());
  const author = org.users[0]?.userId ?? '';
  return components.map(({ type, name }) => ({
    createdById: author,
    createdByName: '',
    createdDate: date,
    fileName: `${prefix}${packagedPath({ type, name })}`,
    fullName: name,
    id: type === 'ApexClass' || type === 'ApexTrigger' ? idOf(name) : '',
    lastModifiedById: author,
    lastModifiedByName: '',
    lastModifiedDate: date,
    manageableState: 'unmanaged',
    type,
  }));
}

/** What of the org a manifest names, with parts under their wholes; and what it names in vain. */
export interface Selection {
  readonly components: readonly Listed[];
  readonly missing: readonly ComponentName[];
}

export function select(org: Org, members: readonly ComponentName[]): Selection {
  const all = componentsOf(org);
  const chosen = new Set<Listed>();
  const missing: ComponentName[] = [];
  for (const { type, name } of members) {
    const found = all.filter((one) => one.type === type && (name === '*' || one.name.toLowerCase() === name.toLowerCase()));
    // An object is all that belongs to it.
    if (type === 'CustomObject') found.push(...partsOf(all, name, found));
    if (found.length === 0 && name !== '*') missing.push({ type, name });
    for (const one of found) chosen.add(one);
  }
  return { components: [...chosen], missing };
}

function partsOf(all: readonly Listed[], name: string, wholes: readonly Listed[]): Listed[] {
  const names = new Set(name === '*' ? wholes.map((one) => one.name.toLowerCase()) : [name.toLowerCase()]);
  return all.filter(
    ({ type, name: own }) => partNamed(type)?.whole.name === 'CustomObject' && names.has((own.split('.')[0] ?? '').toLowerCase()),
  );
}

/** A package of these components in metadata format. */
export function packed(
  components: readonly Listed[],
  version: string,
  prefix: string,
): { readonly zip: Uint8Array; readonly manifest: string } {
  const files = new Map<string, Uint8Array>();
  const wholes = new Map<string, Map<string, Uint8Array>>();
  for (const one of components) {
    const type = partNamed(one.type)?.whole ?? typeNamed(one.type) ?? typeNamed('CustomLabels');
    if (!type) continue;
    if (type.form === 'parts') {
      const path = packagedPath(one);
      wholes.set(path, new Map([...(wholes.get(path) ?? []), ...one.files]));
    } else for (const [path, bytes] of one.files) files.set(packagePath(path, one, type.form), bytes);
  }
  for (const [path, parts] of wholes) {
    const type = TYPES.find(({ directory }) => path.startsWith(`${directory}/`));
    if (type) files.set(path, joinParts(type, parts));
  }
  const manifest = manifestOf(components, version);
  files.set('package.xml', new TextEncoder().encode(manifest));
  return { zip: writeZip([...files].map(([path, bytes]) => [prefix + path, bytes] as const)), manifest };
}

/** A file of a project where a package has it. */
function packagePath(path: string, component: ComponentName, form: string): string {
  if (form === 'file') return path.replace(/-meta\.xml$/, '');
  if (form === 'resource' && !path.endsWith('-meta.xml')) return packagedPath(component);
  return path;
}

function manifestOf(components: readonly ComponentName[], version: string): string {
  const types = new Map<string, string[]>();
  for (const { type, name } of components) types.set(type, [...(types.get(type) ?? []), name]);
  const entries = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => {
      const list = [...members].sort().map((member) => `        <members>${member}</members>\n`);
      return `    <types>\n${list.join('')}        <name>${name}</name>\n    </types>\n`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">\n${entries.join('')}    <version>${version}</version>\n</Package>\n`;
}
