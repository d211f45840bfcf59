import { createHash } from 'node:crypto';
import { finding } from '../schema/parsed';
import { newDraft, addOnce, type Draft } from './draft';
import { isDevelopmentFile, PROJECT_FILE, SFDX_FILE, type ProjectFiles } from './load';
import type { OrgMetadata, ProjectFile } from './model';
import { readProjectFile } from './project-file';
import { READERS } from './readers';
import { flagOf, nodesOf, parseXml, textOf, textsOf, isNode } from './xml';

/**
 * Reads a project in source format. Pure: the same files give the same result. What cannot be understood becomes a finding in
 * `metadata.diagnostics`; nothing is skipped in silence.
 */
export function readProject(files: ProjectFiles): { metadata: OrgMetadata; project: ProjectFile } {
  const draft = newDraft();
  const unknown = new Map<string, string[]>();
  const decoder = new TextDecoder();
  const textAt = (path: string): string | null => {
    const bytes = files.get(path);
    return bytes ? decoder.decode(bytes) : null;
  };
  for (const path of inReadingOrder(files.keys())) {
    if (path === PROJECT_FILE || path === SFDX_FILE || isDevelopmentFile(path) || path.includes('/__tests__/')) continue;
    if (/(?:^|\/)staticresources\//.test(path)) readStaticResource(draft, path, files, textAt);
    else readFile(draft, path, textAt, unknown);
  }
  reportUnknown(draft, unknown);
  const { project, diagnostics } = readProjectFile(textAt(PROJECT_FILE));
  draft.diagnostics.push(...diagnostics);
  return { metadata: { ...draft, hash: hashOf(files) }, project };
}

/** Translations come last: each names a component that must exist by then. */
function inReadingOrder(paths: Iterable<string>): string[] {
  const last = (path: string): number => (/translation-meta\.xml$/i.test(path) ? 1 : 0);
  return [...paths].sort((a, b) => last(a) - last(b));
}

/** Folders whose components are many files of any type. */
const BUNDLE_FOLDERS = /(?:^|\/)(aura|experiences|digitalExperiences|documents|waveTemplates)\//;

function unknownKind(path: string, suffix: string | null): string {
  const folder = BUNDLE_FOLDERS.exec(path)?.[1];
  if (folder !== undefined) return `Metadata in "${folder}"`;
  return suffix === null ? `The file ${path}` : `Metadata of type "${suffix}"`;
}

/** One finding per kind, at its first file: a project may have hundreds of layouts. */
function reportUnknown(draft: Draft, unknown: ReadonlyMap<string, readonly string[]>): void {
  for (const [kind, [path = '', ...others]] of unknown) {
    const count = others.length > 0 ? ` (${others.length + 1} files)` : '';
    draft.diagnostics.push(finding(path, `${kind} is not known to the local org and has no effect in it${count}`, 'warning'));
  }
}

/** What only pages show: whoever builds them reads it. */
const OF_PAGES = new Set(['listView', 'layout', 'quickAction']);

function readFile(draft: Draft, path: string, textAt: (path: string) => string | null, unknown: Map<string, string[]>): void {
  const bundle = /(?:^|\/)lwc\/([^/]+)\/(.+)$/.exec(path);
  if (bundle) {
    if (bundle[2] === `${bundle[1]}.js-meta.xml`) readBundle(draft, path, bundle[1] as string, textAt(path) ?? '');
    return;
  }
  const apex = /([^/]+)\.(cls|trigger)$/.exec(path);
  if (apex) {
    readApex(draft, path, apex[1] as string, apex[2] === 'cls' ? 'classes' : 'triggers', textAt);
    return;
  }
  const apexMeta = /^(.*\.(?:cls|trigger))-meta\.xml$/.exec(path);
  if (apexMeta) {
    if (textAt(apexMeta[1] as string) === null) draft.diagnostics.push(finding(path, `There is no source file ${apexMeta[1]}`));
    return;
  }
  const meta = /([^/]+)\.([A-Za-z]+)-meta\.xml$/.exec(path);
  if (meta && OF_PAGES.has(meta[2] as string)) return;
  const reader = meta ? READERS[meta[2] as string] : undefined;
  if (!meta || !reader) {
    const kind = unknownKind(path, meta?.[2] ?? null);
    unknown.set(kind, [...(unknown.get(kind) ?? []), path]);
    return;
  }
  const text = textAt(path) ?? '';
  const parsed = parseXml(path, text);
  if ('message' in parsed) draft.diagnostics.push(parsed);
  else reader(draft, { path, name: meta[1] as string, node: parsed.node, text });
}

function readApex(draft: Draft, path: string, name: string, kind: 'classes' | 'triggers', textAt: (path: string) => string | null): void {
  const meta = textAt(`${path}-meta.xml`);
  if (meta === null) {
    draft.diagnostics.push(finding(path, `There is no ${name}-meta.xml file beside this source, so its API version is unknown`));
    return;
  }
  const parsed = parseXml(`${path}-meta.xml`, meta);
  if ('message' in parsed) {
    draft.diagnostics.push(parsed);
    return;
  }
  const apiVersion = Number(textOf(parsed.node, 'apiVersion'));
  if (!(apiVersion > 0)) {
    draft.diagnostics.push(finding(`${path}-meta.xml`, 'Required field is missing: apiVersion'));
    return;
  }
  addOnce(draft, draft[kind], { name, path, source: textAt(path) ?? '', apiVersion }, path);
}

/** `staticresources/<name>.resource-meta.xml` beside `<name>.<any extension>`; only the description file leads here to a component. */
function readStaticResource(draft: Draft, path: string, files: ProjectFiles, textAt: (path: string) => string | null): void {
  const meta = /^(.*\/)([^/]+)\.resource-meta\.xml$/.exec(path);
  if (!meta) return;
  const [, directory = '', name = ''] = meta;
  const parsed = parseXml(path, textAt(path) ?? '');
  if ('message' in parsed) {
    draft.diagnostics.push(parsed);
    return;
  }
  const stem = `${directory}${name}.`;
  const content = [...files.keys()].find((other) => other.startsWith(stem) && other !== path && !other.slice(stem.length).includes('/'));
  if (content === undefined) {
    draft.diagnostics.push(
      finding(
        path,
        `The static resource ${name} has no file beside it, or a folder, which the local org does not support: it does not exist`,
        'warning',
      ),
    );
    return;
  }
  const text = (element: string): string => textOf(parsed.node, element) ?? '';
  const resource = {
    name,
    contentType: text('contentType'),
    cacheControl: text('cacheControl') || 'Private',
    description: text('description'),
  };
  addOnce(draft, draft.staticResources, { ...resource, body: files.get(content) ?? new Uint8Array() }, path);
}

function readBundle(draft: Draft, path: string, name: string, text: string): void {
  const parsed = parseXml(path, text);
  if ('message' in parsed) {
    draft.diagnostics.push(parsed);
    return;
  }
  const targets = isNode(parsed.node['targets'])
    ? textsOf(parsed.node['targets'], 'target')
    : nodesOf(parsed.node, 'targets').flatMap((t) => textsOf(t, 'target'));
  draft.lwcBundles.push({
    name,
    directory: path.slice(0, path.lastIndexOf('/')),
    exposed: flagOf(parsed.node, 'isExposed'),
    targets,
    masterLabel: textOf(parsed.node, 'masterLabel') ?? name,
  });
}

function hashOf(files: ProjectFiles): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}
