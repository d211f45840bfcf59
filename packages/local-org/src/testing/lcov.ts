import type { ClassCoverage } from './results';

/**
 * Coverage as lcov's tracefile (geninfo(1), "Files"): a record a file. How often a line ran is not counted, so one that ran ran once.
 * Paths are as the project names them.
 */
export function lcov(coverage: readonly ClassCoverage[]): string {
  return coverage.map(recordOf).join('');
}

function recordOf({ path, covered, uncovered }: ClassCoverage): string {
  const lines = [...covered.map((line) => [line, 1] as const), ...uncovered.map((line) => [line, 0] as const)].sort(([a], [b]) => a - b);
  return [
    'TN:',
    `SF:${path}`,
    ...lines.map(([line, times]) => `DA:${line},${times}`),
    `LF:${lines.length}`,
    `LH:${covered.length}`,
    'end_of_record',
    '',
  ].join('\n');
}
