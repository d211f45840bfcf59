import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TransactionUsage } from '../../src/engine';
import { openOrg } from '../../src/host/open';
import { orgOf, writeProject } from './project';

const CODE = `public class Code implements Queueable {
  public class Pair { public String left; public String right; }

  public static Integer read() {
    Integer before = Limits.getHeapSize();
    List<Account> rows = [SELECT Id, Name FROM Account];
    return Limits.getHeapSize() - before;
  }
  public static Integer made() {
    Integer before = Limits.getHeapSize();
    Account one = new Account(Name = 'abc');
    return Limits.getHeapSize() - before;
  }
  public static Integer objects() {
    Integer before = Limits.getHeapSize();
    for (Integer i = 0; i < 10; i++) { Pair one = new Pair(); }
    return Limits.getHeapSize() - before;
  }
  public static void save(String name) { insert new Account(Name = name); }
  public static void enqueue() { System.enqueueJob(new Code()); }
  public static void fail() {
    insert new Account(Name = 'lost');
    throw new IllegalArgumentException('stop');
  }
  public void execute(QueueableContext context) {
    List<Account> rows = [SELECT Id FROM Account];
    for (Integer i = 0; i < 5000; i++) { Integer next = i; }
    update rows;
  }
}`;

describe('the heap of a transaction', () => {
  it('holds the records read, with their text', () => {
    const { call } = orgOf({ classes: { Code: CODE } });
    expect(call('Code.read')).toBe(0);
    call('Code.save', ['abc']);
    const short = call('Code.read') as number;
    call('Code.save', ['abc']);
    expect(call('Code.read')).toBe(2 * short);
    call('Code.save', ['abcdef']);
    expect(call('Code.read')).toBe(3 * short + 6);
  });

  it('holds the records and objects made', () => {
    const { call } = orgOf({ classes: { Code: CODE } });
    expect(call('Code.made')).toBe(16 + 8 + 6);
    expect(call('Code.objects')).toBe(10 * (16 + 2 * 8));
  });
});

// As LIMIT_USAGE_FOR_NS at the end of a debug log (Apex Developer Guide, "Debug Log").
describe('the limits file', () => {
  const opened = () => {
    const file = join(mkdtempSync(join(tmpdir(), 'limits-')), 'limits.jsonl');
    const org = openOrg({ root: writeProject({ classes: { Code: CODE } }), dbFile: ':memory:', limitsFile: file });
    const userId = org.users[0]?.userId ?? '';
    const call = (method: string, ...args: unknown[]) =>
      org.step({ userId, kind: 'ANONYMOUS' }, () => org.program.invokeStatic('Code', method, args));
    const lines = () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as TransactionUsage);
    return { org, call, lines };
  };

  it('says what each transaction used, by what ran', () => {
    const { org, call, lines } = opened();
    call('save', 'first');
    call('save', 'second');
    call('enqueue');
    while (org.runOneWaiting());
    const job = lines().at(-1);
    expect(lines().map(({ kind, className, committed }) => [kind, className, committed])).toEqual([
      ['ANONYMOUS', null, true],
      ['ANONYMOUS', null, true],
      ['ANONYMOUS', null, true],
      ['QUEUEABLE', 'Code', true],
    ]);
    expect(job?.used).toEqual({ queries: 1, queryRows: 2, dml: 1, dmlRows: 2, heap: expect.any(Number) as number });
    expect(job?.jobId).toMatch(/^707/);
    expect(job?.steps).toBeGreaterThanOrEqual(4000);
  });

  it('has the transactions that were rolled back, and none that used nothing', () => {
    const { org, call, lines } = opened();
    expect(() => call('fail')).toThrow('stop');
    org.step({ userId: org.users[0]?.userId ?? '' }, () => undefined);
    expect(lines().map(({ committed, used }) => [committed, used.dmlRows])).toEqual([[false, 1]]);
  });
});
