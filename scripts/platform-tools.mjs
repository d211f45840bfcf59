import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Installs tools/platform when it is not; returns a way to run a command that ends the process when the command fails. */
export function ensurePlatformTools(root) {
  const tools = join(root, 'tools/platform');
  const run = (command, args, cwd = root) => {
    const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) process.exit(status ?? 1);
  };
  if (!existsSync(join(tools, 'node_modules'))) run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel', 'error'], tools);
  return run;
}
