#!/usr/bin/env node
// Compiles the browser side: build-lwc ROOT OUT_DIR. A process of its own, because the build keeps a core busy for
// seconds. Bundles the compiler's TypeScript sources when they have changed. Plain JavaScript, so that it runs before anything is built.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(import.meta.dirname, '..');
const source = join(folder, 'src/web/app');
const bundles = join(folder, '.local-org', 'build-lwc');

const files = [
  join(source, 'build.ts'),
  ...readdirSync(join(source, 'build'))
    .sort()
    .map((name) => join(source, 'build', name)),
];
const hash = createHash('sha256');
for (const file of files) hash.update(readFileSync(file));
const target = join(bundles, hash.digest('hex').slice(0, 20));
const entry = join(target, 'build.mjs');

if (!existsSync(entry)) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({ input: { build: join(source, 'build.ts') }, cwd: folder, platform: 'node', external: /^(?![./\0])/ });
  const draft = `${target}.${process.pid}`;
  await bundle.write({ dir: draft, format: 'esm', entryFileNames: '[name].mjs', sourcemap: true });
  await bundle.close();
  writeFileSync(join(draft, 'package.json'), '{"type":"module"}');
  mkdirSync(bundles, { recursive: true });
  // two builds started together make the same bundle: the first stays
  if (existsSync(target)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, target);
}

const { runBuild } = await import(pathToFileURL(entry).href);
process.exitCode = await runBuild(process.argv.slice(2));
