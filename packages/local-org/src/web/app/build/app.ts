import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { packageHome, pageFolder } from './home';
import { lwcPlugin } from './lwc-plugin';
import { commonOptions } from './options';
import { platformModules } from './platform-modules';
import { filesBelow, readWebProject, type WebProject } from './project';
import { buildVendor, type BuildPlace } from './vendor';

export interface AppBuild {
  readonly directory: string;
  /** The page that the server sends for every address under `/lightning`. */
  readonly indexHtml: string;
  readonly built: boolean;
}

const COMPONENTS = 'virtual:components';
const PAGES = 'virtual:pages';
const RECORD = 'build.json';

/** What the last build was made from and what it wrote. */
interface BuildRecord {
  readonly key: string;
  readonly files: readonly string[];
}

/** Compiles the shell and the project's components; does nothing when no input changed. */
export async function buildApp(place: BuildPlace): Promise<AppBuild> {
  const home = place.home ?? packageHome();
  const page = pageFolder(home);
  const vendor = await buildVendor(place);
  const project = readWebProject(place.root);
  const key = appKey([...project.inputs, ...filesBelow(page), ...filesBelow(path.join(page, '../build'))], place.root, vendor.key);
  const directory = path.join(place.outDir, 'app');
  const indexHtml = path.join(directory, 'index.html');
  const record = readRecord(directory);
  if (record?.key === key && existsSync(indexHtml)) return { directory, indexHtml, built: false };

  const bundle = await rolldown({
    ...commonOptions(home),
    input: { boot: path.join(page, 'boot.ts') },
    external: (id) => id in vendor.imports,
    plugins: [
      platformModules(project, page, home),
      componentIndex(project),
      pageMetadata(project),
      lwcPlugin(path.join(page, 'modules'), [
        ...project.bundles.map(({ name, file }) => ({ name: `c/${name}`, path: file })),
        { dir: path.join(page, 'modules') },
      ]),
    ],
  });
  let files: readonly string[];
  let boot: string;
  try {
    // names carry their hash: files of this build stand beside those that an open page still loads
    const { output } = await bundle.write({
      dir: directory,
      format: 'esm',
      sourcemap: true,
      // names stay: an error on the console tells the component's author where it arose
      minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    });
    files = output.map((file) => file.fileName);
    boot = output.find((file) => file.type === 'chunk' && file.isEntry)?.fileName ?? '';
  } finally {
    await bundle.close();
  }
  const html = readFileSync(path.join(page, 'index.html'), 'utf8')
    .replace('%importmap%', () => JSON.stringify({ imports: vendor.imports }))
    .replace('%synthetic-shadow%', `/_lwc/vendor/${vendor.key}/synthetic-shadow.js`)
    .replace('%boot%', `/_lwc/app/${boot}`);
  replaceFile(indexHtml, html);
  replaceFile(path.join(directory, RECORD), JSON.stringify({ key, files }));
  removeOthers(directory, new Set([...files, ...(record?.files ?? []), 'index.html', RECORD]));
  return { directory, indexHtml, built: true };
}

/** Written whole or not at all: a server may read it at any moment. */
function replaceFile(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

function readRecord(directory: string): BuildRecord | null {
  const file = path.join(directory, RECORD);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BuildRecord) : null;
}

function removeOthers(directory: string, kept: ReadonlySet<string>): void {
  for (const file of filesBelow(directory)) {
    if (!kept.has(path.relative(directory, file).replaceAll('\\', '/'))) rmSync(file, { force: true });
  }
}

/** A module that maps every exposed component to its loader, so that a page fetches only what it shows. */
function componentIndex(project: WebProject): Plugin {
  return {
    name: 'component-index',
    resolveId: (id) => (id === COMPONENTS ? `\0${COMPONENTS}` : null),
    load(id) {
      if (id !== `\0${COMPONENTS}`) return null;
      const loaders = project.bundles
        .filter((bundle) => bundle.exposed)
        .map(({ name }) => `${JSON.stringify(name)}: () => import('c/${name}')`);
      return `export const components = { ${loaders.join(', ')} };`;
    },
  };
}

/** What the project says of object homes and record pages, as a module of its own: only those pages load it. */
function pageMetadata(project: WebProject): Plugin {
  return {
    name: 'page-metadata',
    resolveId: (id) => (id === PAGES ? `\0${PAGES}` : null),
    load: (id) => (id === `\0${PAGES}` ? `export const pages = ${JSON.stringify(project.pages)};` : null),
  };
}

function appKey(files: readonly string[], root: string, vendorKey: string): string {
  const hash = createHash('sha256').update(vendorKey);
  for (const file of files) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
