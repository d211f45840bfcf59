import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { packageFolder, packageHome, pageFolder } from './home';
import { lwcPlugin } from './lwc-plugin';
import { commonOptions } from './options';
import { platformModules } from './platform-modules';
import { filesBelow, readWebProject } from './project';
import { lightningUsage } from './usage';

export interface BuildPlace {
  /** The SFDX project. */
  readonly root: string;
  /** Generated files go here; the server publishes it under `/_lwc/`. */
  readonly outDir: string;
  /** The local-org package; found by itself unless given. */
  readonly home?: string;
}

export interface VendorBuild {
  readonly key: string;
  readonly directory: string;
  /** Import map entries: module name to URL. */
  readonly imports: Readonly<Record<string, string>>;
  readonly built: boolean;
}

/** Replaced by our own: the package's icon modules hold 1,700 templates, the sprites of the design system hold the same pictures. */
const REPLACED = ['lightning/primitiveIcon'];

/** Compiles LWC, the synthetic shadow and the base components in use, once per set of versions and names. */
export async function buildVendor(place: BuildPlace): Promise<VendorBuild> {
  const home = place.home ?? packageHome();
  const page = pageFolder(home);
  const names = vendorNames(place.root, home);
  const key = vendorKey(names, home);
  const directory = path.join(place.outDir, 'vendor', key);
  const mapFile = path.join(directory, 'importmap.json');
  if (existsSync(mapFile)) return { key, directory, imports: readImports(mapFile), built: false };

  mkdirSync(path.join(place.outDir, 'vendor'), { recursive: true });
  const draft = mkdtempSync(path.join(place.outDir, 'vendor', '.draft-'));
  const project = {
    root: place.root,
    bundles: [],
    texts: { labels: new Map(), translations: new Map() },
    resources: new Map(),
    pages: { listViews: {}, layouts: {}, recordPages: {}, quickActions: {} },
    inputs: [],
  };
  const bundle = await rolldown({
    ...commonOptions(home),
    input: { lwc: 'lwc', 'synthetic-shadow': '@lwc/synthetic-shadow', ...Object.fromEntries(names.map((name) => [name, name])) },
    preserveEntrySignatures: 'strict',
    plugins: [
      platformModules(project, page, home),
      {
        name: 'replaced-modules',
        resolveId: (id) => (REPLACED.includes(id) ? path.join(page, 'modules', id, `${path.basename(id)}.ts`) : null),
      },
      lwcPlugin(path.join(page, 'modules'), [{ dir: path.join(page, 'modules') }, { npm: 'lightning-base-components' }]),
    ],
  });
  try {
    await bundle.write({
      dir: draft,
      format: 'esm',
      minify: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await bundle.close();
  }
  const imports = Object.fromEntries(['lwc', ...names].map((name) => [name, `/_lwc/vendor/${key}/${name}.js`]));
  writeFileSync(path.join(draft, 'importmap.json'), JSON.stringify({ imports }, null, 1));
  // a second builder may have been quicker; both results are the same
  if (!existsSync(directory)) renameSync(draft, directory);
  else rmSync(draft, { recursive: true, force: true });
  return { key, directory, imports, built: true };
}

/** The base components that the project and the page name; a name that nobody can serve is an error with its place. */
function vendorNames(root: string, home: string): string[] {
  const exposed = new Set(
    (
      JSON.parse(readFileSync(path.join(packageFolder('lightning-base-components', home), 'package.json'), 'utf8')) as {
        lwc: { expose: readonly string[] };
      }
    ).lwc.expose,
  );
  const own = ownLightningModules(home);
  const used = lightningUsage([...readWebProject(root).inputs, ...filesBelow(pageFolder(home))]);
  const unknown = [...used].find(([name]) => !exposed.has(name) && !own.has(name));
  if (unknown) throw new Error(`${unknown[1]}: the local org has no module ${unknown[0]}`);
  return [...used.keys()].filter((name) => !own.has(name)).sort();
}

/** `lightning/*` modules that the page brings itself. */
function ownLightningModules(home: string): ReadonlySet<string> {
  return new Set(readdirSync(path.join(pageFolder(home), 'modules/lightning')).map((name) => `lightning/${name}`));
}

/** Versions instead of the lock file's bytes: an unrelated dependency must not cost a rebuild. */
function vendorKey(names: readonly string[], home: string): string {
  const hash = createHash('sha256');
  for (const name of ['lwc', '@lwc/synthetic-shadow', '@lwc/rollup-plugin', 'lightning-base-components', 'rolldown']) {
    hash.update(
      (JSON.parse(readFileSync(path.join(packageFolder(name, home), 'package.json'), 'utf8')) as { version: string }).version + '\n',
    );
  }
  const page = pageFolder(home);
  const own = [...REPLACED.map((name) => path.join(page, 'modules', name)), path.join(page, '../build')].flatMap(filesBelow);
  for (const file of [...own, ...['of-user.ts', 'regional.ts'].map((name) => path.join(page, 'runtime', name))])
    hash.update(readFileSync(file));
  return hash.update(names.join('\n')).digest('hex').slice(0, 16);
}

function readImports(mapFile: string): Record<string, string> {
  return (JSON.parse(readFileSync(mapFile, 'utf8')) as { imports: Record<string, string> }).imports;
}
