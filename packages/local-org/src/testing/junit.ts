import type { TestResult, TestRunResult } from './results';

/** A test run as JUnit XML, one suite per class. */
export function junit(run: TestRunResult): string {
  const suites = new Map<string, TestResult[]>();
  for (const test of run.tests) suites.set(test.class, [...(suites.get(test.class) ?? []), test]);
  const body = [...suites].map(([name, tests]) => suite(name, tests)).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites tests="${run.total}" failures="${run.failed}" skipped="${run.skipped}" time="${seconds(run.durationMs)}">\n${body}\n</testsuites>\n`;
}

function suite(name: string, tests: readonly TestResult[]): string {
  const failed = tests.filter((test) => test.outcome === 'Fail' || test.outcome === 'CompileFail').length;
  const skipped = tests.filter((test) => test.outcome === 'Skip').length;
  const time = seconds(tests.reduce((sum, test) => sum + test.durationMs, 0));
  const cases = tests.map(testCase).join('\n');
  return `  <testsuite name="${escape(name)}" tests="${tests.length}" failures="${failed}" skipped="${skipped}" time="${time}">\n${cases}\n  </testsuite>`;
}

function testCase(test: TestResult): string {
  const head = `    <testcase classname="${escape(test.class)}" name="${escape(test.method)}" time="${seconds(test.durationMs)}"`;
  if (test.outcome === 'Pass') return `${head}/>`;
  if (test.outcome === 'Skip') return `${head}><skipped/></testcase>`;
  return `${head}><failure message="${escape(test.message ?? '')}">${escape(test.stack ?? '')}</failure></testcase>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function escape(text: string): string {
  // Control characters cannot stand in XML 1.0, not even escaped.
  const printable = [...text].map((c) => (c < ' ' && !'\t\n\r'.includes(c) ? '\uFFFD' : c)).join('');
  return printable
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
