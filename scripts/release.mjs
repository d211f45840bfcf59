/** `npm run release`: builds the deployable JavaScript and packs what is committed, so that the artifact can be made again from its commit. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ensurePlatformTools } from './platform-tools.mjs';

const root = resolve(import.meta.dirname, '..');
const changed = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).stdout.trim();
if (changed) {
  console.error(
    `A release is made of what is committed, and these files are not:\n${changed}\nCommit or remove them, then run this again.`,
  );
  process.exit(1);
}
const run = ensurePlatformTools(root);
run('npm', ['run', '--silent', 'build']);
run(process.execPath, [join(root, 'tools/platform/release.mjs')]);
