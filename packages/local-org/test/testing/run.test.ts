import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForTests } from '../../src/host/apex-tests';
import { junit } from '../../src/testing';

const fixture = (coverage = false) => openForTests({ root: join(import.meta.dirname, 'fixture'), coverage });
const outcomes = (only?: string[]): string[] => {
  const org = fixture();
  try {
    return org
      .runTests(only ? { only } : {})
      .tests.map((test) => `${test.class}.${test.method} ${test.outcome}${test.message ? `: ${test.message}` : ''}`);
  } finally {
    org.close();
  }
};

describe('running Apex tests', () => {
  it('isolates methods from each other, but for the rows of @TestSetup', () => {
    expect(outcomes(['IsolationTest'])).toEqual([
      'IsolationTest.seesTheSetupAndItsOwnRow Pass',
      'IsolationTest.doesNotSeeTheRowOfAnotherMethod Pass',
    ]);
  });

  it('runs jobs at stopTest, one level deep, and what was never stopped at the end of the method', () => {
    expect(outcomes(['jobstest'])).toEqual([
      'JobsTest.stopTestRunsTheJobAndItsFinalizer Pass',
      'JobsTest.chainedJobIsRefused Pass',
      'JobsTest.startTestGivesFreshLimits Pass',
      'JobsTest.scheduledClassRunsWhateverItsTime Pass',
      'JobsTest.jobThatNobodyStoppedFailsTheMethod Fail: System.LimitException: Too many SOQL queries: 201',
    ]);
  });

  it('knows mixed DML and runAs', () => {
    expect(outcomes(['MixedTest'])).toEqual(['MixedTest.setupAndDataMayNotMix Pass', 'MixedTest.runAsHasItsOwnState Pass']);
  });

  it('reports a failure with its message and the Apex line', () => {
    const org = fixture();
    const run = org.runTests({ only: ['FailingTest.assertion', 'FailingTest.dereference'] });
    org.close();
    expect(run).toMatchObject({ passed: 0, failed: 2, skipped: 0, total: 2 });
    expect(run.tests[0]?.message).toBe('System.AssertException: Assertion Failed: one is not two: Expected: 1, Actual: 2');
    expect(run.tests[0]?.stack).toContain('Class.FailingTest.assertion: line 5, column 1');
    expect(run.tests[1]?.message).toBe('System.NullPointerException: Attempt to de-reference a null object');
    expect(junit(run)).toContain('<testcase classname="FailingTest" name="assertion"');
  });

  it('says which lines of a class ran', () => {
    const org = fixture(true);
    const run = org.runTests({ only: ['IsolationTest'] });
    org.close();
    const marks = run.coverage?.find((one) => one.name === 'Marks');
    expect(marks).toMatchObject({ covered: [4], uncovered: [] });
    const counting = run.coverage?.find((one) => one.name === 'Counting');
    expect(counting).toMatchObject({ covered: [3], uncovered: [] });
  });
});
