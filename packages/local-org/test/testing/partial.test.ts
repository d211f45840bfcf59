import { describe, expect, it } from 'vitest';
import { openForTests } from '../../src/host/apex-tests';
import { writeProject, type Sources } from '../engine/project';

function run(sources: Sources, at?: number): string[] {
  const org = openForTests({ root: writeProject(sources), ...(at === undefined ? {} : { at }) });
  try {
    return org
      .runTests({})
      .tests.map((test) => `${test.class}.${test.method} ${test.outcome} ${test.message?.split('\n')[0] ?? ''}`.trim());
  } finally {
    org.close();
  }
}

describe('tests of a project that the local org cannot compile as a whole', () => {
  it('run all the same; files with errors, and those that need them, are reported', () => {
    expect(
      run({
        classes: {
          Broken: 'public class Broken { public static Nonsense field; }',
          Needs: 'public class Needs { public static void go() { Broken.field = null; } }',
          NeedsTest: '@IsTest private class NeedsTest { @IsTest static void go() { Needs.go(); } }',
          FineTest: '@IsTest private class FineTest { @IsTest static void one() { Assert.areEqual(2, 1 + 1); } }',
        },
      }),
    ).toEqual([
      'FineTest.one Pass',
      'NeedsTest.go CompileFail force-app/classes/NeedsTest.cls:1:62 Variable does not exist: Needs, because Broken does not compile (force-app/classes/Broken.cls:1:37 Invalid type: Nonsense)',
    ]);
  });

  it('count with all their methods, whatever is wrong with their file', () => {
    const org = openForTests({
      root: writeProject({
        classes: {
          UnknownTest: `@IsTest private class UnknownTest {
            @TestSetup static void setUp() {}
            /* @IsTest static void inAComment() {} */
            static String text = '@IsTest static void inAText() {';
            @IsTest(isParallel=true) static void one() { Nonsense.go(); }
            @TestVisible @isTEST
            static void two() { if (true) { helper(); } }
            static testMethod void three() {}
            static void helper() {}
            private class Inner { void go() {} }
          }`,
          UnreadableTest: `@IsTest private class UnreadableTest {
            @IsTest static void four() { Integer i = ; }
            @IsTest static void five() {}
          }`,
          FineTest: '@IsTest private class FineTest { @IsTest static void six() {} }',
        },
      }),
    });
    const whole = org.runTests({});
    const one = org.runTests({ only: ['unknowntest.TWO', 'FineTest'] });
    org.close();
    expect(whole.notCompiled).toEqual([
      { class: 'UnknownTest', methods: ['one', 'two', 'three'], reason: expect.stringContaining('UnknownTest.cls:5:') as string },
      { class: 'UnreadableTest', methods: ['four', 'five'], reason: expect.stringContaining('UnreadableTest.cls:2:') as string },
    ]);
    expect(whole).toMatchObject({ total: 6, passed: 1, failed: 5 });
    expect(one.notCompiled.map(({ methods }) => methods)).toEqual([['two']]);
    expect(one).toMatchObject({ total: 2, passed: 1, failed: 1 });
  });

  it('count all of them when the project is refused as a whole', () => {
    const org = openForTests({
      root: writeProject({
        classes: { FineTest: '@IsTest private class FineTest { @IsTest static void one() {} @IsTest static void two() {} }' },
        files: { 'classes/Orphan.cls': 'public class Orphan {' },
      }),
    });
    expect(org.leftOut.map(({ path }) => path)).toEqual(['force-app/classes/Orphan.cls']);
    expect(org.runTests({})).toMatchObject({
      total: 2,
      failed: 2,
      notCompiled: [{ class: 'FineTest', methods: ['one', 'two'], reason: expect.stringContaining('The project is refused: ') as string }],
    });
    org.close();
  });

  it('fail where they call a platform method that the local org lacks', () => {
    expect(
      run({
        classes: {
          LackTest: `@IsTest private class LackTest {
            @IsTest static void lacks() { Site.getSiteId(); }
            @IsTest static void inherited() { Metadata.CustomMetadata row; if (row != null) row.fullName = 'A.B'; }
            @IsTest static void works() { Assert.isTrue(true); }
          }`,
        },
      }),
    ).toEqual([
      'LackTest.lacks Fail The local org does not support system.site.getsiteid/0',
      'LackTest.inherited Pass',
      'LackTest.works Pass',
    ]);
  });

  it('run a finalizer that enqueues the next job, and one chunk of a batch', () => {
    const relay = `public class Relay implements Queueable, Finalizer {
      private Integer left;
      public Relay(Integer left) { this.left = left; }
      public void execute(QueueableContext context) { System.attachFinalizer(this); insert new Account(Name = 'job ' + left); }
      public void execute(FinalizerContext context) { if (left > 1) System.enqueueJob(new Relay(left - 1)); }
    }`;
    const sweep = `public class Sweep implements Database.Batchable<Account> {
      public Iterable<Account> start(Database.BatchableContext context) { return [SELECT Id, Name FROM Account]; }
      public void execute(Database.BatchableContext context, List<Account> accounts) { delete accounts; }
      public void finish(Database.BatchableContext context) { insert new Account(Name = 'finish'); }
    }`;
    const test = `@IsTest private class AsyncTest {
      @IsTest static void relays() {
        Test.startTest();
        System.enqueueJob(new Relay(3));
        Test.stopTest();
        Assert.areEqual(3, [SELECT COUNT() FROM Account]);
      }
      @IsTest static void sweeps() {
        insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
        Test.startTest();
        Database.executeBatch(new Sweep(), 2);
        Test.stopTest();
        Assert.areEqual('finish', [SELECT Name FROM Account].Name);
      }
      @IsTest static void sweepsTooMuch() {
        insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
        Database.executeBatch(new Sweep(), 1);
      }
    }`;
    expect(run({ classes: { Relay: relay, Sweep: sweep, AsyncTest: test } })).toEqual([
      'AsyncTest.relays Pass',
      'AsyncTest.sweeps Pass',
      expect.stringContaining('AsyncTest.sweepsTooMuch Fail System.UnexpectedException: No more than one executeBatch'),
    ]);
  });
});

describe('tests that begin at a moment of their own', () => {
  it('begin at it one by one, a minute after their @TestSetup', () => {
    const begins = (day: string): string =>
      `Assert.areEqual('${day} 23:59', Datetime.now().formatGmt('yyyy-MM-dd HH:mm'));
       Account old = [SELECT CreatedDate FROM Account LIMIT 1];
       Assert.areEqual('${day} 23:58', old.CreatedDate.formatGmt('yyyy-MM-dd HH:mm'));`;
    expect(
      run(
        {
          classes: {
            EveTest: `@IsTest private class EveTest {
              @TestSetup static void setUp() { insert new Account(Name = 'old'); }
              @IsTest static void one() { ${begins('2026-12-31')} }
              @IsTest static void two() { ${begins('2026-12-31')} }
            }`,
          },
        },
        Date.parse('2026-12-31T23:59:30Z'),
      ),
    ).toEqual(['EveTest.one Pass', 'EveTest.two Pass']);
  });
});
