import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of the first of `commands` on the PATH, or of the file that the variable names; null when there is none. */
export function findTool({ variable, commands }) {
  const named = process.env[variable];
  if (named) return existsSync(named) ? named : null;
  for (const command of commands) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, command);
      if (folder && existsSync(file)) return file;
    }
  }
  return null;
}

/** Finds the tool or installs it with apt-get; ends the process with instructions when neither is possible. */
export function ensureTool(tool) {
  const found = findTool(tool);
  if (found) return found;
  const install = `apt-get update && apt-get install -y ${tool.debianPackages.join(' ')}`;
  if (process.platform === 'linux' && process.getuid?.() === 0 && findTool({ variable: '', commands: ['apt-get'] })) {
    console.log(`${tool.name} is missing: running ${install}`);
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...tool.debianPackages]]) {
      const { status } = spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      if (status !== 0) break;
    }
    const installed = findTool(tool);
    if (installed) return installed;
  }
  console.error(`${tool.name} is not installed and could not be installed from here.
What to do: on Debian or Ubuntu run, as root,
    ${install}
or, with ${tool.name} somewhere else, set ${tool.variable} to the path of its program and run the same command again.`);
  process.exit(1);
}
