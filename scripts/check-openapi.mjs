/**
 * `npm run check:openapi`: docs/openapi.json and its copy are as the Apex has it, and a validator that is not ours calls the document OpenAPI 3.1.
 * The validator is installed into `.local-org/tools`; ends with 2 when npm cannot download it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const VALIDATOR = { name: '@seriousme/openapi-schema-validator', version: '2.11.0' };
const root = resolve(import.meta.dirname, '..');
const folder = join(root, '.local-org/tools/openapi');

const { status } = spawnSync(process.execPath, ['scripts/openapi.mjs'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(1);

if (!existsSync(join(folder, 'node_modules', VALIDATOR.name))) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = [
    'install',
    '--no-fund',
    '--no-audit',
    '--ignore-scripts',
    '--loglevel',
    'error',
    '--save-exact',
    `${VALIDATOR.name}@${VALIDATOR.version}`,
  ];
  const installed = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
  if (installed.status !== 0) {
    console.log(`not run: npm could not download ${VALIDATOR.name}\n${installed.stderr}`);
    process.exit(2);
  }
}
const entry = createRequire(join(folder, 'package.json')).resolve(VALIDATOR.name);
const { Validator } = await import(pathToFileURL(entry).href);
const validator = new Validator();
const verdict = await validator.validate(JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')));
if (!verdict.valid || validator.version !== '3.1') {
  console.error(`docs/openapi.json is no OpenAPI 3.1 (${validator.version}): ${JSON.stringify(verdict.errors, null, 2)}`);
  process.exit(1);
}
console.log(`docs/openapi.json is OpenAPI 3.1 for ${VALIDATOR.name} ${VALIDATOR.version}`);
