/** `npm run check:platform`: check:compiler; then brings the platform tools, builds the deployable JavaScript, runs tools/platform/check.mjs. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ensureTool } from './ensure-tool.mjs';
import { ensurePlatformTools } from './platform-tools.mjs';

const root = resolve(import.meta.dirname, '..');

ensureTool({ name: 'Java', variable: 'JAVA_PROGRAM', commands: ['java'], debianPackages: ['default-jdk-headless'] });
const compilers = spawnSync('npm', ['run', '--silent', 'check:compiler'], { cwd: root, stdio: 'inherit' });
const run = ensurePlatformTools(root);
run('npm', ['run', '--silent', 'build']);
run(process.execPath, [join(root, 'tools/platform/check.mjs')]);
if (compilers.status !== 0) process.exitCode = 1;
