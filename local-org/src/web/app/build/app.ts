import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** Compiles the shell and the project's components; does nothing when no input changed. */
export async function buildApp(place: BuildPlace): Promise<AppBuild> {
  const home = place.home ?? packageHome();
  const page = pageFolder(home);
  const vendor = await buildVendor(place);
  const project = readWebProject(place.root);
  const key = appKey([...project.inputs, ...filesBelow(page), ...filesBelow(path.join(page, '../build'))], place.root, vendor.key);
  const directory = path.join(place.outDir, 'app');
  const indexHtml = path.join(directory, 'index.html');
  const keyFile = path.join(directory, 'build.key');
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return { directory, indexHtml, built: false };

  const bundle = await rolldown({
    ...commonOptions(home),
    input: { boot: path.join(page, 'boot.ts') },
    external: (id) => id in vendor.imports,
    plugins: [
      platformModules(project, page, home),
      componentIndex(project),
      lwcPlugin(path.join(page, 'modules'), [
        ...project.bundles.map(({ name, file }) => ({ name: `c/${name}`, path: file })),
        { dir: path.join(page, 'modules') },
      ]),
    ],
  });
  mkdirSync(place.outDir, { recursive: true });
  // a component that does not compile must not take the pages away that did
  const draft = mkdtempSync(path.join(place.outDir, '.draft-'));
  let boot: string;
  try {
    const { output } = await bundle.write({
      dir: draft,
      format: 'esm',
      sourcemap: true,
      minify: false,
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    });
    boot = output.find((chunk) => chunk.type === 'chunk' && chunk.isEntry)?.fileName ?? '';
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await bundle.close();
  }
  const html = readFileSync(path.join(page, 'index.html'), 'utf8')
    .replace('%importmap%', () => JSON.stringify({ imports: vendor.imports }))
    .replace('%synthetic-shadow%', `/_lwc/vendor/${vendor.key}/synthetic-shadow.js`)
    .replace('%boot%', `/_lwc/app/${boot}`);
  writeFileSync(path.join(draft, 'index.html'), html);
  writeFileSync(path.join(draft, 'build.key'), key);
  rmSync(directory, { recursive: true, force: true });
  renameSync(draft, directory);
  return { directory, indexHtml, built: true };
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

function appKey(files: readonly string[], root: string, vendorKey: string): string {
  const hash = createHash('sha256').update(vendorKey);
  for (const file of files) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
