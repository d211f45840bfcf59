/** Runs npm scripts one after another, all of them even when one fails, and closes with a table, what each failed one said last, and a verdict. */
import { spawn } from 'node:child_process';

const LAST_LINES = 60;

/** Shows what the step writes while it runs, and keeps the end of it. */
async function run(step) {
  console.log(`\n── ${step} ${'─'.repeat(Math.max(0, 70 - step.length))}`);
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', step], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const name of ['stdout', 'stderr']) {
    child[name].on('data', (bytes) => {
      process[name].write(bytes);
      said = (said + bytes.toString()).split('\n').slice(-LAST_LINES).join('\n');
    });
  }
  const [status, signal] = await new Promise((done) => child.once('close', (...how) => done(how)));
  return { step, ok: status === 0, seconds: (performance.now() - started) / 1000, signal, said };
}

const results = [];
for (const step of process.argv.slice(2)) results.push(await run(step));
const failed = results.filter((result) => !result.ok);

for (const { step, said } of failed) console.log(`\n── ${step} failed; it said last:\n${said}`);
console.log('\n');
for (const { step, ok, seconds, signal } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s${signal ? ` (ended by ${signal})` : ''}`);
}
console.log(`Checks: ${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
