import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ServedOrg } from './org';
import { fuzzRoutes } from './routes';
import { run } from './run';
import { lookRound } from './world';

/** `--requests N --seed S [--only INDEX] [--project DIR]`: prints the figures as JSON; findings go to the standard error. */
export async function main(packageFolder: string): Promise<void> {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '3000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      project: { type: 'string', default: '.' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'local-org-fuzz-'));
  const project = resolve(values.project);
  const org = new ServedOrg(packageFolder, project, join(folder, 'org.db'), (fresh) => lookRound(fresh, project));
  try {
    await org.start();
    const options = {
      requests: Number(values.requests),
      seed: Number(values.seed),
      only: values.only === undefined ? null : Number(values.only),
    };
    const outcome = await run(org, fuzzRoutes(), await lookRound(org, project), {
      ...options,
      log: (text) => process.stderr.write(`${text}\n`),
    });
    const { compared, apex, ...figures } = outcome;
    process.stderr.write(`${compared} values compared, ${apex} exceptions of the project's own Apex\n`);
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    const { fiveHundreds, slowerThan1s, wrongValues, crashed } = figures;
    process.exitCode = fiveHundreds + slowerThan1s + wrongValues + crashed === 0 ? 0 : 1;
  } finally {
    await org.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
