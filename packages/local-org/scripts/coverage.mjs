// Writes docs/coverage.md out of the lists by which the local org works. Usage: node scripts/coverage.mjs [--check]
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { extractTypes } from './extract-types.mjs';

const folder = resolve(import.meta.dirname, '..');
const document = join(folder, 'docs/coverage.md');
// Inside the package, so that the bundle finds its dependencies.
const draft = mkdtempSync(join(folder, 'coverage-'));
try {
  const types = join(folder, '.local-org/apex-types');
  if (!existsSync(join(types, 'index.json'))) extractTypes(types);
  const entry = join(draft, 'entry.ts');
  const source = (path) => JSON.stringify(join(folder, 'src', path));
  writeFileSync(entry, `export { coverageText } from ${source('cli/coverage')};\nexport { loadPlatformTypes } from ${source('apex')};\n`);
  const bundle = await rolldown({ input: entry, cwd: folder, platform: 'node', external: /^(?![./\0])/, moduleTypes: { '.tsv': 'text' } });
  await bundle.write({ file: join(draft, 'coverage.mjs'), format: 'esm' });
  await bundle.close();
  const { coverageText, loadPlatformTypes } = await import(pathToFileURL(join(draft, 'coverage.mjs')).href);
  const text = coverageText(loadPlatformTypes(types));
  if (!process.argv.includes('--check')) writeFileSync(document, text);
  else if (!existsSync(document) || readFileSync(document, 'utf8') !== text) {
    console.error('docs/coverage.md is not up to date: run npm run docs:coverage');
    process.exitCode = 1;
  }
} finally {
  rmSync(draft, { recursive: true, force: true });
}
