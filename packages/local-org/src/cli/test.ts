import { watch, writeFileSync } from 'node:fs';
import { formatDiagnostic } from '../host/diagnostics';
import { openForTests } from '../host/apex-tests';
import { junit } from '../testing/junit';
import { lcov } from '../testing/lcov';
import type { TestResult, TestRunResult } from '../testing/results';
import { UsageError, type Arguments } from './arguments';
import { opened } from './exec';
import type { Installation } from './installation';
import { Failure, say } from './output';
import { projectPaths } from './paths';

/** Quiet time after a change before `--watch` runs again, in milliseconds. */
const SETTLE_MS = 200;

/** `local-org test`: the project's Apex tests, in an org in memory. */
export async function test(args: Arguments, installation: Installation): Promise<TestRunResult> {
  if (args.has('--watch')) await watchTests(args, installation);
  return runOnce(args, installation);
}

function runOnce(args: Arguments, installation: Installation): TestRunResult {
  const { root, cacheDir } = projectPaths(args);
  const traces = args.value('--lcov');
  const coverage = args.has('--coverage') || traces !== undefined;
  const at = momentOf(args.value('--at'));
  const org = opened(() => openForTests({ root, cacheDir, build: installation.build, coverage, ...(at === undefined ? {} : { at }) }));
  try {
    for (const finding of org.leftOut) say(formatDiagnostic(finding));
    const only = args.values('--class');
    const result = org.runTests({ ...(only.length > 0 ? { only } : {}), coverage, onResult: show });
    const file = args.value('--junit');
    if (file !== undefined) writeFileSync(file, junit(result));
    if (traces !== undefined) writeFileSync(traces, lcov(result.coverage ?? []));
    summarize(result, args.has('--coverage'));
    if (only.length > 0 && result.total === 0) throw new Failure(`No test matches ${only.join(', ')}`, result);
    if (org.leftOut.length > 0 && result.failed === 0) throw new Failure(`${org.leftOut.length} files do not compile`, result);
    if (result.failed > 0) throw new Failure(`${result.failed} of ${result.total} tests failed`, result, true);
    return result;
  } finally {
    org.close();
  }
}

/** Milliseconds since the epoch of the moment at which every test shall begin. */
function momentOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const moment = Date.parse(given);
  if (Number.isNaN(moment)) throw new UsageError(`--at ${given}: give a moment such as 2027-02-28T23:59:59Z`);
  return moment;
}

function show(test: TestResult): void {
  if (test.outcome === 'Pass') return;
  say(`${test.outcome.toUpperCase()} ${test.class}.${test.method}`);
  if (test.message) say(`  ${test.message.replaceAll('\n', '\n  ')}`);
  if (test.stack) say(`  ${test.stack.replaceAll('\n', '\n  ')}`);
}

function summarize(result: TestRunResult, showsCoverage: boolean): void {
  for (const one of showsCoverage ? (result.coverage ?? []) : []) {
    const lines = one.covered.length + one.uncovered.length;
    const share = lines === 0 ? 100 : Math.round((100 * one.covered.length) / lines);
    const missing = one.uncovered.length > 0 ? `  not covered: ${one.uncovered.join(', ')}` : '';
    say(`${String(share).padStart(4)}%  ${one.name}${missing}`);
  }
  say(`${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped in ${(result.durationMs / 1000).toFixed(1)} s`);
}

/** Runs the tests now and after every change of the project's sources, until the process is ended. */
async function watchTests(args: Arguments, installation: Installation): Promise<never> {
  const { root } = projectPaths(args);
  const attempt = (): void => {
    try {
      runOnce(args, installation);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (!error.shown) say(error.message);
    }
  };
  attempt();
  let timer: NodeJS.Timeout | null = null;
  watch(root, { recursive: true }, (_event, name) => {
    if (name === null || !/\.(cls|trigger|xml)$/.test(name) || name.includes('node_modules')) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(attempt, SETTLE_MS);
  });
  return new Promise<never>(() => undefined);
}
