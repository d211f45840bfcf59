/** `npm run check:platform`: brings Java and the platform tools, builds the deployable JavaScript, runs tools/platform/check.mjs. */
import { join, resolve } from 'node:path';
import { ensureTool } from './ensure-tool.mjs';
import { ensurePlatformTools } from './platform-tools.mjs';

const root = resolve(import.meta.dirname, '..');

ensureTool({ name: 'Java', variable: 'JAVA_PROGRAM', commands: ['java'], debianPackages: ['default-jdk-headless'] });
const run = ensurePlatformTools(root);
run('npm', ['run', '--silent', 'build']);
run(process.execPath, [join(root, 'tools/platform/check.mjs')]);
