// Runs after `npm install`: prepares what a first start would otherwise wait for, the signatures of the platform's types and LWC's base
// components. A start makes up for whatever is missing, so nothing that goes wrong here fails the installation.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '..');
// npm runs a workspace's script in the workspace's folder and says where the installation began.
const root = resolve(process.env.INIT_CWD ?? join(folder, '../..'));

const steps = [
  {
    what: "the signatures of the platform's types",
    needs: ['@salesforce/code-analyzer-pmd-engine/package.json'],
    unneeded: () => existsSync(join(folder, '.local-org/types/index.json')),
    command: [join(folder, 'scripts/extract-types.mjs'), join(folder, '.local-org/types')],
  },
  {
    what: 'the base components of LWC',
    needs: ['rolldown/package.json', 'lwc/package.json', 'lightning-base-components/package.json'],
    // Keyed by versions: the build itself knows what is up to date.
    unneeded: () => !existsSync(join(root, 'sfdx-project.json')),
    command: [join(folder, 'bin/build-lwc.mjs'), '--vendor-only', root, join(root, '.local-org/web')],
  },
];

/** Packages that an installation may leave out (`--omit=dev`, `--omit=optional`). */
function missing(needs) {
  const require = createRequire(join(folder, 'package.json'));
  return needs.filter((name) => !(require.resolve.paths(name) ?? []).some((place) => existsSync(join(place, name))));
}

for (const { what, needs, unneeded, command } of steps) {
  if (unneeded()) continue;
  const absent = missing(needs).map((name) => name.replace(/\/package\.json$/, ''));
  if (absent.length > 0) {
    console.error(`local-org: ${what} not prepared, because ${absent.join(', ')} is not installed. The first start will need it.`);
    continue;
  }
  const { status, stderr, error } = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 120_000 });
  if (status === 0) continue;
  const reason = (error?.message ?? stderr.trim()) || `it ended with ${status}`;
  console.error(
    `local-org: ${what} could not be prepared: ${reason}\nlocal-org: The first start will try again; the installation is complete.`,
  );
}
