// Bundles the package's TypeScript sources and most of what they import when that has changed. Plain JavaScript, because npm links what uses it
// before anything is built.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const folder = resolve(import.meta.dirname, '..');
const source = join(folder, 'src');
/**
 * Not in the bundle: what has native parts or looks for files of its own, and what is large and seldom needed. The web server is, because to find
 * and read its modules one by one is a fifth of an org's start.
 */
const EXTERNAL = /^(libsql|rolldown|lwc|@lwc\/rollup-plugin|@apexdevtools\/apex-parser)(\/|$)/;
const DAY_MS = 86_400_000;
const bundles = join(folder, '.local-org', 'bundle');
/** What is loaded from outside the bundle: the threads and commands of the command line, and the modules of package.json's `exports`. */
const ENTRIES = {
  main: 'cli/main.ts',
  worker: 'cli/worker.ts',
  command: 'cli/command.ts',
  callouts: 'callouts/thread.ts',
  keeper: 'cli/keeper.ts',
  apex: 'public/apex.ts',
  compiler: 'public/compiler.ts',
  org: 'public/org.ts',
  project: 'public/project.ts',
  serve: 'public/serve.ts',
};

/** Path, size and change time of every source file and of npm's list of what is installed: cheap to compare, and different after every change. */
function stampOf(directory) {
  const hash = createHash('sha256').update(readFileSync(join(folder, 'package.json')));
  hash.update(JSON.stringify(ENTRIES));
  const add = (file) => {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  };
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) {
        if (child !== join(source, 'web', 'app')) visit(child);
      } else if (/\.(ts|json|tsv)$/.test(entry.name)) {
        add(child);
      }
    }
  };
  visit(directory);
  const installed = resolve(createRequire(import.meta.url).resolve('fastify/package.json'), '../../.package-lock.json');
  if (existsSync(installed)) add(installed);
  return hash.digest('hex').slice(0, 20);
}

/** Writes beside the target and renames, so that two commands started together do not read half a bundle. */
async function build(target) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(source, file)])),
    cwd: folder,
    platform: 'node',
    external: EXTERNAL,
    moduleTypes: { '.tsv': 'text' },
  });
  const draft = `${target}.${process.pid}`;
  await bundle.write({ dir: draft, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs', sourcemap: true });
  await bundle.close();
  writeFileSync(join(draft, 'package.json'), '{"type":"module"}');
  mkdirSync(bundles, { recursive: true });
  for (const name of readdirSync(bundles)) {
    const old = join(bundles, name);
    // Younger ones may still be in use by a running org, which loads parts of its bundle late.
    if (Date.now() - statSync(old).mtimeMs > DAY_MS) rmSync(old, { recursive: true, force: true });
  }
  if (existsSync(target)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, target);
}

/** Addresses of the entries, and the stamp of the sources that they were made of. */
export async function bundled() {
  const stamp = stampOf(source);
  const target = join(bundles, stamp);
  if (!existsSync(join(target, 'main.mjs'))) await build(target);
  return { stamp, url: (name) => pathToFileURL(join(target, `${name}.mjs`)).href };
}

/** The module that an entry of the public face names. */
export async function load(name) {
  const { url } = await bundled();
  return import(url(name));
}
