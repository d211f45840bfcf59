// Bundles the fuzzer and runs it. Usage: node packages/local-org/scripts/fuzz.mjs --requests N --seed S [--only INDEX] [--project DIR]
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const folder = resolve(import.meta.dirname, '..');
// Inside the package, so that the bundle finds its dependencies.
const draft = mkdtempSync(join(folder, 'fuzz-'));
try {
  const input = join(folder, 'fuzz/main.ts');
  const bundle = await rolldown({ input, cwd: folder, platform: 'node', external: /^(?![./\0])/, moduleTypes: { '.tsv': 'text' } });
  await bundle.write({ file: join(draft, 'main.mjs'), format: 'esm' });
  await bundle.close();
  const { main } = await import(pathToFileURL(join(draft, 'main.mjs')).href);
  await main(folder);
} finally {
  rmSync(draft, { recursive: true, force: true });
}
