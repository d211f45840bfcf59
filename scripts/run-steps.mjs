/** Runs npm scripts one after another, all of them even when one fails, and closes with a table and a verdict. */
import { spawnSync } from 'node:child_process';

const steps = process.argv.slice(2);
const results = steps.map((step) => {
  console.log(`\n── ${step} ${'─'.repeat(Math.max(0, 70 - step.length))}`);
  const started = performance.now();
  const { status, signal } = spawnSync('npm', ['run', '--silent', step], { stdio: ['ignore', 'inherit', 'inherit'] });
  return { step, ok: status === 0, seconds: (performance.now() - started) / 1000, signal };
});

console.log('\n');
for (const { step, ok, seconds, signal } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s${signal ? ` (ended by ${signal})` : ''}`);
}
const failed = results.filter((r) => !r.ok).length;
console.log(`Checks: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
