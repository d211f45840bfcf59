/**
 * The compiler and the test runner: parse, check and code generation (cold, then with the cache), Apex tests per second, and DML rows per
 * second from Apex. Run: node bench/apex.mjs [runs=5]. Prints medians. Works on a copy of the project, so that its cache can be dropped.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchProject, median, root, serve } from './served-org.mjs';

const runs = Number(process.argv[2] ?? 5);
const project = benchProject();
const folder = mkdtempSync(join(tmpdir(), 'bench-apex-'));

function localOrg(...args) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'packages/local-org/bin/local-org.mjs'), ...args, '--project', project, '--json'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const answer = JSON.parse(stdout);
  if (!answer.ok) throw new Error(answer.error ?? stderr);
  return answer.result;
}

const cold = { parse: [], check: [], emit: [] };
for (let run = 0; run < runs; run++) {
  rmSync(join(project, '.local-org'), { recursive: true, force: true });
  const { timings, classes, triggers } = localOrg('check');
  for (const part of Object.keys(cold)) cold[part].push(timings[part]);
  if (run === 0) console.log(`${classes} classes, ${triggers} triggers, cold:`);
}
for (const [part, values] of Object.entries(cold)) console.log(`  ${part.padEnd(6)} median ${median(values).toFixed(0)} ms`);

const tests = Array.from({ length: runs }, () => localOrg('test'));
const rate = median(tests.map((t) => (t.total * 1000) / t.durationMs));
console.log(`${tests[0].total} Apex tests: median ${rate.toFixed(0)} tests/s`);

const org = await serve(project, join(folder, 'org.db'), ['--no-seed']);
const insert = `List<Account> rows = new List<Account>();
for (Integer i = 0; i < 10000; i++) rows.add(new Account(LastName = 'Person ' + i, PersonEmail = 'p' + i + '@north.example'));
insert as system rows;`;
const rows = [];
for (let run = 0; run < runs; run++) {
  const started = performance.now();
  const result = await org.exec(insert);
  if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage);
  rows.push(10_000 / ((performance.now() - started) / 1000));
}
await org.stop();
console.log(
  `DML from Apex: median ${median(rows).toFixed(0)} person accounts/s (each also makes its contact), compilation of the block included`,
);
rmSync(folder, { recursive: true, force: true });
rmSync(project, { recursive: true, force: true });
