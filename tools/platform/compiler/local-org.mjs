/** The local org's side: its own compiler, and what Salesforce's needs to know of the platform and of the org. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from '../files.mjs';
import { objectLines } from './objects.mjs';
import { typeLines } from './stubs.mjs';

const EXPORTS = {
  loadProject: 'host/project',
  compileSources: 'host/compile',
  buildSchema: 'schema',
  loadPlatformTypes: 'apex',
  OVERRIDES: 'apex/types/overrides',
};

/** `packages/local-org/src` for this process: a bundle that is made for the run. */
async function bundled(folder) {
  const { rolldown } = createRequire(join(folder, 'package.json'))('rolldown');
  // Inside the package, so that the bundle finds its dependencies.
  const draft = mkdtempSync(join(folder, 'compiler-'));
  try {
    const entry = join(draft, 'entry.ts');
    const lines = Object.entries(EXPORTS).map(([name, path]) => `export { ${name} } from ${JSON.stringify(join(folder, 'src', path))};\n`);
    writeFileSync(entry, lines.join(''));
    const bundle = await rolldown({
      input: entry,
      cwd: folder,
      platform: 'node',
      external: /^(?![./\0])/,
      moduleTypes: { '.tsv': 'text' },
    });
    await bundle.write({ file: join(draft, 'local-org.mjs'), format: 'esm' });
    await bundle.close();
    return await import(pathToFileURL(join(draft, 'local-org.mjs')).href);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function typesDirectory(folder) {
  const directory = join(folder, '.local-org/types');
  const { extractTypes } = await import(pathToFileURL(join(folder, 'scripts/extract-types.mjs')).href);
  if (!existsSync(join(directory, 'index.json'))) extractTypes(directory);
  return directory;
}

/**
 * The project's sources, the symbols that the front end asks for, and `messages(sources)`, what our compiler says of sources by path.
 * Types, objects and labels are the local org's own, so that both compilers judge by the same ones; apex-ls has its own of the platform.
 */
export async function loadLocalOrg(root) {
  const folder = join(root, 'packages/local-org');
  const org = await bundled(folder);
  const { metadata, project } = org.loadProject({ root });
  const schema = org.buildSchema(metadata, project);
  const directory = await typesDirectory(folder);
  const json = (name) => JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8'));
  const names = [
    ...json('index').flatMap((namespace) => Object.keys(json(namespace))),
    ...Object.values(org.OVERRIDES).flatMap(Object.keys),
  ];
  return {
    sources: { classes: metadata.classes, triggers: metadata.triggers },
    symbols: {
      'types.tsv': typeLines(org.loadPlatformTypes(directory), [...new Set(names)], [...metadata.labels.keys()]),
      'objects.tsv': objectLines(schema),
    },
    messages(sources) {
      const { diagnostics } = org.compileSources(sources, metadata, schema, { cacheDir: join(root, '.local-org/cache') });
      return grouped(diagnostics);
    },
  };
}

function grouped(diagnostics) {
  const byPath = new Map();
  for (const one of diagnostics) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  return byPath;
}
