/** `npm run check:platform`: brings Java and the platform tools, builds the deployable JavaScript, runs tools/platform/check.mjs. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureTool } from './ensure-tool.mjs';

const root = resolve(import.meta.dirname, '..');
const tools = join(root, 'tools/platform');

ensureTool({ name: 'Java', variable: 'JAVA_PROGRAM', commands: ['java'], debianPackages: ['default-jdk-headless'] });
const run = (command, args, cwd = root) => {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
};
if (!existsSync(join(tools, 'node_modules'))) run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel', 'error'], tools);
run('npm', ['run', '--silent', 'build']);
run(process.execPath, [join(tools, 'check.mjs')]);
