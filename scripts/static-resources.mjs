/**
 * Makes the static resources that are other people's packages: what a page loads at run time is the file of the npm package that package.json
 * pins, never a copy that somebody put into the repository once. Runs after `npm ci` and before `npm run build`. With `--if-installed` it leaves out
 * what an installation left out (`--omit=dev`).
 */
import { copyFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(join(root, 'package.json'));

const RESOURCES = [{ made: 'force-app/main/import/staticresources/ProvisioningCsvParser.js', from: 'papaparse', file: 'papaparse.min.js' }];

for (const { made, from, file } of RESOURCES) {
  const place = (require.resolve.paths(from) ?? []).map((folder) => join(folder, from, file)).find((path) => existsSync(path));
  if (place !== undefined) copyFileSync(place, join(root, made));
  else if (process.argv.includes('--if-installed')) console.error(`${made} was not made, because ${from} is not installed`);
  else throw new Error(`${made} needs ${from}, which is not installed: run npm ci`);
}
