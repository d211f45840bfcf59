/**
 * Runs npm scripts one after another, all of them even when one fails, and closes with what each failed one said last, a table, what failed by name,
 * and a verdict.
 * Lanes joined by + run side by side, two at a time in their order, each a script or several joined by commas, one after another: they are written
 * for less than all processors, and share no port, database or output.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

const LAST_LINES = 60;
/** Lines of a failed step that name what failed and how, as the runners of our tests write them; where only the end of a log is kept, these are it. */
const NAMES_A_FAILURE = /^\s*(FAIL|✘|×|\d+\) |AssertionError|Error: |[-+] {2,})/;
const NAMED_LINES = 24;
const plain = (text) => stripVTControlCharacters(text).trimEnd();

const heading = (step) => `\n── ${step} ${'─'.repeat(Math.max(0, 70 - step.length))}\n`;

/** Hands what the step writes to `show` while it runs, and keeps the end of it. */
async function run(step, show) {
  show('stdout', heading(step));
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', step], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const named = new Set();
  for (const name of ['stdout', 'stderr']) {
    createInterface({ input: child[name] }).on('line', (line) => {
      show(name, `${line}\n`);
      said = [...said.split('\n').slice(1 - LAST_LINES), line].join('\n');
      if (named.size < NAMED_LINES && NAMES_A_FAILURE.test(plain(line))) named.add(plain(line));
    });
  }
  const [status, signal] = await new Promise((done) => child.once('close', (...how) => done(how)));
  return { step, ok: status === 0, seconds: (performance.now() - started) / 1000, signal, said, named };
}

/** The steps of a lane, one after another. */
async function inTurn(lane, show) {
  const results = [];
  for (const step of lane.split(',')) results.push(await run(step, show));
  return results;
}

const AT_A_TIME = 2;

/** Shows what the first lane writes at once, and what the others write once all have ended: lines of two steps mixed are no report. */
async function sideBySide(lanes) {
  const outcomes = lanes.map(() => []);
  const kept = lanes.map(() => []);
  const waiting = [...lanes.keys()];
  const worker = async () => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift()) {
      const show = (name, text) => (lane === 0 ? process[name].write(text) : kept[lane].push([name, text]));
      outcomes[lane] = await inTurn(lanes[lane], show);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  for (const [name, text] of kept.flat()) process[name].write(text);
  return outcomes.flat();
}

const results = [];
for (const lanes of process.argv.slice(2)) results.push(...(await sideBySide(lanes.split('+'))));
const failed = results.filter((result) => !result.ok);

for (const { step, said } of failed) console.log(`\n── ${step} failed; it said last:\n${said}`);
console.log('\n');
for (const { step, ok, seconds, signal } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s${signal ? ` (ended by ${signal})` : ''}`);
}
for (const { step, named } of failed) if (named.size > 0) console.log(`\n${step}:\n${[...named].join('\n')}`);
console.log(`Checks: ${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
