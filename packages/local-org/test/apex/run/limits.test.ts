import { describe, expect, it } from 'vitest';
import { classes, compiled, running } from '../support';

describe('limits', () => {
  it('counts cost on loops and calls', () => {
    const program = running(
      compiled(classes('public class T { public static void m(Integer n) { for (Integer i = 0; i < n; i++) { } } }')),
    );
    program.call('T.m', 100_000);
    expect(program.recorded.cost).toBeGreaterThan(95_000);
    expect(program.recorded.cost).toBeLessThan(105_000);
  });

  it('allows a depth of 1,000 and no more, also after a failure', () => {
    const program = running(
      compiled(classes('public class T { public static Integer m(Integer n) { return n == 0 ? 0 : 1 + T.m(n - 1); } }')),
    );
    expect(program.call('T.m', 990)).toBe(990);
    expect(() => program.call('T.m', 1000)).toThrow('Maximum stack depth reached: 1001');
    expect(program.call('T.m', 990)).toBe(990);
  });
});
