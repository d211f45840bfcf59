import type { Diagnostic } from '../model';
import { readManifest, type Manifest } from './manifest';
import { childrenOf, lineOfName, rootOf, textIn } from './elements';
import { isKnownType, packagedPath, type ComponentName } from './names';
import { splitParts, type PackagedComponent } from './split';
import { typeInDirectory, type MetadataType } from './types';

/** What is wrong with a component before anything is compiled. */
export interface PackageProblem extends ComponentName {
  readonly file: string;
  readonly message: string;
  readonly severity: Diagnostic['severity'];
}

/** A package in metadata format, taken apart. */
export interface Package {
  readonly components: readonly PackagedComponent[];
  readonly deletions: readonly ComponentName[];
  readonly problems: readonly PackageProblem[];
}

/** A package that is none: nothing of it can be told by component. */
export class PackageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PackageError';
  }
}

const MANIFEST = 'package.xml';
const DESTRUCTIVE = /^destructiveChanges(Pre|Post)?\.xml$/;

/** Takes the files of a deployment apart. Throws PackageError when there is no manifest that can be read. */
export function readPackage(unpacked: ReadonlyMap<string, Uint8Array>): Package {
  const files = withoutFolder(unpacked);
  const manifest = manifestIn(files, MANIFEST);
  if (!manifest) throw new PackageError('No package.xml found');
  const problems: PackageProblem[] = [];
  const components: PackagedComponent[] = [];
  for (const [group, content] of grouped(files, problems)) components.push(...componentsOf(group, content));
  const listed = listing(manifest, components, problems);
  const deletions = [...files.keys()].filter((path) => DESTRUCTIVE.test(path)).flatMap((path) => manifestIn(files, path)?.members ?? []);
  for (const { type, name } of deletions)
    if (!isKnownType(type)) problems.push({ type, name, file: MANIFEST, message: `Unknown type: ${type}`, severity: 'error' });
  return { components: components.filter(listed), deletions: deletions.filter(({ type }) => isKnownType(type)), problems };
}

/** A package may lie in a folder of the zip file, which `singlePackage` says or the one folder shows. */
function withoutFolder(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  if (files.has(MANIFEST)) return files;
  const folders = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
  const [folder = '', ...others] = folders;
  if (others.length > 0 || !files.has(`${folder}/${MANIFEST}`)) return files;
  return new Map([...files].map(([path, bytes]) => [path.slice(folder.length + 1), bytes]));
}

function manifestIn(files: ReadonlyMap<string, Uint8Array>, path: string): Manifest | null {
  const bytes = files.get(path);
  if (!bytes) return null;
  const manifest = readManifest(path, bytes);
  if ('severity' in manifest) throw new PackageError(`${path}:${manifest.line}:${manifest.column} ${manifest.message}`);
  return manifest;
}

interface Group {
  readonly type: MetadataType;
  readonly name: string;
  /** What results call the component's file. */
  readonly file: string;
}

/** Files that belong together: a class with its description, the files of a bundle. */
function grouped(files: ReadonlyMap<string, Uint8Array>, problems: PackageProblem[]): Map<Group, Map<string, Uint8Array>> {
  const groups = new Map<string, [Group, Map<string, Uint8Array>]>();
  for (const [path, bytes] of files) {
    if (path === MANIFEST || DESTRUCTIVE.test(path)) continue;
    const [directory = '', first = '', ...rest] = path.split('/');
    const type = typeInDirectory(directory);
    const name = type && nameOf(type, first, rest);
    if (!type || name === undefined || name === '') {
      problems.push({
        type: '',
        name: path,
        file: path,
        message: `The local org does not know metadata in ${directory}`,
        severity: 'error',
      });
      continue;
    }
    const key = `${type.name}:${name}`;
    const group = groups.get(key) ?? [{ type, name, file: packagedPath({ type: type.name, name }) }, new Map<string, Uint8Array>()];
    groups.set(key, group);
    group[1].set(path, bytes);
  }
  return new Map(groups.values());
}

function nameOf(type: MetadataType, first: string, rest: readonly string[]): string | undefined {
  if (type.form === 'bundle') return rest.length > 0 ? first : undefined;
  if (rest.length > 0) return undefined;
  return new RegExp(`^(.*)\\.${type.suffix}(?:-meta\\.xml)?$`).exec(first)?.[1];
}

function componentsOf({ type, name, file }: Group, files: ReadonlyMap<string, Uint8Array>): PackagedComponent[] {
  const [bytes = new Uint8Array()] = files.values();
  if (type.form === 'parts') return splitParts(type, file, name, bytes);
  if (type.form === 'file') {
    const path = `${type.directory}/${name}.${type.suffix}-meta.xml`;
    return [{ type: type.name, name, file, line: 1, sources: new Map([[path, bytes]]) }];
  }
  return [{ type: type.name, name, file, line: 1, sources: files }];
}

/**
 * Which components count: those that the manifest names. What it names and the package lacks, and the other way round, are problems (Metadata API
 * Developer Guide, "Sample package.xml Manifest Files").
 */
function listing(
  manifest: Manifest,
  components: readonly PackagedComponent[],
  problems: PackageProblem[],
): (one: PackagedComponent) => boolean {
  const key = ({ type, name }: ComponentName): string => `${type}:${name}`.toLowerCase();
  const named = new Set(manifest.members.map(key));
  const wholeOf = ({ type, file, name }: PackagedComponent): boolean =>
    named.has(key({ type: typeInDirectory(file.split('/')[0] ?? '')?.name ?? type, name: name.split('.')[0] ?? name }));
  const isNamed = (one: PackagedComponent): boolean => named.has(key(one)) || named.has(`${one.type}:*`.toLowerCase()) || wholeOf(one);
  const there = new Set([...components.map(key), ...components.flatMap(labelsIn).map(key)]);
  const hasLabels = components.some((one) => one.type === 'CustomLabels');
  for (const { type, name } of manifest.members) {
    if (name === '*' || there.has(key({ type, name }))) continue;
    const file = packagedPath({ type, name });
    // An object that comes with parts alone is named as a whole too.
    if (type === 'CustomObject' && components.some((one) => one.name.toLowerCase().startsWith(`${name.toLowerCase()}.`))) continue;
    const message = isKnownType(type)
      ? `An object '${name}' of type ${type} was named in package.xml, but was not found in zipped directory`
      : `Unknown type name '${type}' specified in package.xml`;
    problems.push({ type, name, file, message, severity: 'error' });
  }
  for (const one of components) {
    if (isNamed(one) || (one.type === 'CustomLabels' && hasLabels && [...named].some((member) => member.startsWith('customlabel:'))))
      continue;
    problems.push({ type: one.type, name: one.name, file: one.file, message: 'Not in package.xml', severity: 'warning' });
  }
  const left = new Set(problems.filter(({ message }) => message === 'Not in package.xml').map(key));
  return (one) => !left.has(key(one));
}

/** Labels are components of their own inside one file. */
export function labelsIn({ type, sources, file }: PackagedComponent): (ComponentName & { readonly line: number; readonly file: string })[] {
  if (type !== 'CustomLabels') return [];
  return [...sources.values()].flatMap((bytes) => {
    const root = rootOf(bytes);
    return (root ? childrenOf(root) : [])
      .filter((child) => child.name === 'labels')
      .map((child) => textIn(child, 'fullName'))
      .map((name) => ({ type: 'CustomLabel', name, file, line: lineOfName(bytes, 'labels', 'fullName', name) }));
  });
}
