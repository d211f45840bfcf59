import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../engine/project';

const bin = resolve(import.meta.dirname, '../../bin/local-org.mjs');

describe('local-org test --lcov', () => {
  it('writes which lines ran, of what is no test, also when a test fails and a class does not compile', () => {
    const root = writeProject({
      classes: {
        Sums: 'public class Sums {\n  public static Integer twice(Integer a) {\n    if (a == null)\n      return 0;\n    return a * 2;\n  }\n}',
        Broken: 'public class Broken { Nonsense field; }',
        SumsTest: `@IsTest private class SumsTest {
          @IsTest static void works() { Assert.areEqual(4, Sums.twice(2)); }
          @IsTest static void fails() { Assert.fail('no'); }
        }`,
      },
      triggers: { Named: 'trigger Named on Account (before insert) {\n  Sums.twice(1);\n}' },
    });
    const file = join(root, 'lcov.info');
    const { status, stderr } = spawnSync(process.execPath, [bin, 'test', '--project', root, '--lcov', file], { encoding: 'utf8' });
    expect([status, stderr.includes('1 passed, 1 failed')]).toEqual([1, true]);
    expect(stderr).not.toContain('not covered');
    expect(readFileSync(file, 'utf8')).toBe(
      [
        ...['TN:', 'SF:force-app/triggers/Named.trigger', 'DA:2,0', 'LF:1', 'LH:0', 'end_of_record'],
        ...['TN:', 'SF:force-app/classes/Sums.cls', 'DA:3,1', 'DA:4,0', 'DA:5,1', 'LF:3', 'LH:2', 'end_of_record'],
        '',
      ].join('\n'),
    );
  }, 60_000);
});
