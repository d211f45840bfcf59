/**
 * Runs npm scripts one after another, all of them even when one fails, and closes with a table, what each failed one said last, and a verdict.
 * Lanes joined by + run side by side, each a script or several joined by commas, one after another: they are written for less than all processors,
 * and share no port, database or output.
 */
import { spawn } from 'node:child_process';

const LAST_LINES = 60;

const heading = (step) => `\n── ${step} ${'─'.repeat(Math.max(0, 70 - step.length))}\n`;

/** Hands what the step writes to `show` while it runs, and keeps the end of it. */
async function run(step, show) {
  show('stdout', heading(step));
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', step], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const name of ['stdout', 'stderr']) {
    child[name].on('data', (bytes) => {
      show(name, bytes);
      said = (said + bytes.toString()).split('\n').slice(-LAST_LINES).join('\n');
    });
  }
  const [status, signal] = await new Promise((done) => child.once('close', (...how) => done(how)));
  return { step, ok: status === 0, seconds: (performance.now() - started) / 1000, signal, said };
}

/** The steps of a lane, one after another. */
async function inTurn(lane, show) {
  const results = [];
  for (const step of lane.split(',')) results.push(await run(step, show));
  return results;
}

/** Shows what the first lane writes at once, and what those beside it write once they have ended: lines of two steps mixed are no report. */
async function sideBySide([first, ...others]) {
  const results = await Promise.all([
    inTurn(first, (name, text) => process[name].write(text)),
    ...others.map(async (lane) => {
      const kept = [];
      const ended = await inTurn(lane, (name, text) => kept.push([name, text]));
      return { ended, kept };
    }),
  ]);
  const [shown, ...beside] = results;
  for (const { kept } of beside) for (const [name, text] of kept) process[name].write(text);
  return [...shown, ...beside.flatMap(({ ended }) => ended)];
}

const results = [];
for (const lanes of process.argv.slice(2)) results.push(...(await sideBySide(lanes.split('+'))));
const failed = results.filter((result) => !result.ok);

for (const { step, said } of failed) console.log(`\n── ${step} failed; it said last:\n${said}`);
console.log('\n');
for (const { step, ok, seconds, signal } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s${signal ? ` (ended by ${signal})` : ''}`);
}
console.log(`Checks: ${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
