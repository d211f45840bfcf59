import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { LabelTexts } from '../../../metadata/model';
import type { PageMetadata } from '../page/runtime/model';
import { readPageMetadata } from './page-metadata';

/** One Lightning web component of the project. `file` is the main module (.ts wins over an emitted .js beside it). */
export interface Bundle {
  readonly name: string;
  readonly directory: string;
  readonly file: string;
  /** `isExposed` of the -meta.xml: only these can stand on a page of their own. */
  readonly exposed: boolean;
}

export interface WebProject {
  readonly root: string;
  readonly bundles: readonly Bundle[];
  readonly texts: LabelTexts;
  /** Static resources by name, each with a number that is another one when its file is. */
  readonly resources: ReadonlyMap<string, string>;
  /** List views, layouts, record pages and quick actions. */
  readonly pages: PageMetadata;
  /** Files whose content the app depends on, for the staleness key. */
  readonly inputs: readonly string[];
}

const TRANSLATION = '.translation-meta.xml';
const PAGE_FILE = /\.(listView|layout|flexipage|quickAction)-meta\.xml$/;
const SKIPPED = new Set(['node_modules', '__tests__', '__mocks__', '.git']);

function* walk(directory: string): Generator<string> {
  if (!existsSync(directory)) return;
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.has(entry.name)) continue;
    const full = path.join(directory, entry.name);
    if (entry.isDirectory()) yield* walk(full);
    else yield full;
  }
}

/** Lists every file below a directory, sorted, without tests and node_modules. */
export function filesBelow(directory: string): string[] {
  return [...walk(directory)];
}

/** Reads what the browser host needs of an SFDX project: its components and labels, from all package directories. */
export function readWebProject(root: string): WebProject {
  const project = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as {
    packageDirectories: readonly { path: string }[];
  };
  const files = project.packageDirectories.flatMap((directory) => filesBelow(path.join(root, directory.path.replaceAll('\\', '/'))));
  const labelFiles = files.filter((file) => file.endsWith('.labels-meta.xml'));
  const translationFiles = files.filter((file) => file.endsWith(TRANSLATION));
  const resourceFiles = files.filter((file) => path.basename(path.dirname(file)) === 'staticresources');
  const pageFiles = files.filter((file) => PAGE_FILE.test(file));
  const bundles = files.flatMap(bundleOf);
  const clash = bundles.find((bundle, index) => bundles.findIndex((other) => other.name === bundle.name) !== index);
  if (clash) throw new Error(`Two Lightning web components are called ${clash.name}: the second is in ${clash.directory}`);
  return {
    root,
    bundles,
    texts: { labels: new Map(labelFiles.flatMap(readLabels)), translations: readTranslations(translationFiles) },
    resources: new Map(resourceFiles.flatMap((file) => readResource(file, resourceFiles))),
    pages: readPageMetadata(pageFiles),
    inputs: [
      ...pageFiles,
      ...labelFiles,
      ...translationFiles,
      ...resourceFiles,
      ...files.filter((file) => bundles.some((bundle) => file.startsWith(bundle.directory + path.sep))),
    ],
  };
}

function bundleOf(metaFile: string): Bundle[] {
  const match = /[\\/]lwc[\\/](\w+)[\\/]\1\.js-meta\.xml$/.exec(metaFile);
  if (!match?.[1]) return [];
  const name = match[1];
  const directory = path.dirname(metaFile);
  const file = ['ts', 'js', 'html'].map((extension) => path.join(directory, `${name}.${extension}`)).find(existsSync);
  if (!file) throw new Error(`${metaFile}: the bundle has no ${name}.ts or ${name}.js`);
  const exposed = /<isExposed>\s*true\s*<\/isExposed>/.test(readFileSync(metaFile, 'utf8'));
  return [{ name, directory, file, exposed }];
}

/** A resource whose file is not there has an address nevertheless: it is answered with 404, which the page hears of. */
function readResource(file: string, files: readonly string[]): [string, string][] {
  const [, name] = /[\\/]([^\\/]+)\.resource-meta\.xml$/.exec(file) ?? [];
  if (name === undefined) return [];
  const hash = createHash('sha256');
  for (const other of files.filter((one) => path.basename(one).startsWith(`${name}.`))) hash.update(readFileSync(other));
  return [[name, String(Number.parseInt(hash.digest('hex').slice(0, 10), 16))]];
}

function readLabels(file: string): [string, string][] {
  const { CustomLabels } = readXml(file, 'labels') as { CustomLabels?: { labels?: readonly { fullName: string; value: string }[] } };
  return (CustomLabels?.labels ?? []).map((label) => [label.fullName, label.value]);
}

/** By language and label. What is wrong with a translation is told by the deployment: here it is a text that nobody asks for. */
function readTranslations(files: readonly string[]): LabelTexts['translations'] {
  const byLanguage = new Map<string, { readonly labels: ReadonlyMap<string, string> }>();
  for (const file of files) {
    const { Translations } = readXml(file, 'customLabels') as {
      Translations?: { customLabels?: readonly { name: string; label?: string }[] };
    };
    const language = path.basename(file, TRANSLATION);
    const texts = (Translations?.customLabels ?? []).flatMap(({ name, label }) => (label ? [[name, label] as const] : []));
    byLanguage.set(language, { labels: new Map([...(byLanguage.get(language)?.labels ?? []), ...texts]) });
  }
  return byLanguage;
}

function readXml(file: string, repeated: string): object {
  return new XMLParser({ parseTagValue: false, isArray: (tag) => tag === repeated }).parse(readFileSync(file, 'utf8')) as object;
}
