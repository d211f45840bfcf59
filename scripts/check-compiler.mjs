/** `npm run check:compiler`: brings Java and runs tools/platform/compiler/check.mjs; `check:differential` over its corpus alone. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ensureTool } from './ensure-tool.mjs';

ensureTool({ name: 'Java', variable: 'JAVA_PROGRAM', commands: ['java'], debianPackages: ['default-jdk-headless'] });
const check = resolve(import.meta.dirname, '../tools/platform/compiler/check.mjs');
process.exitCode = spawnSync(process.execPath, [check, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
