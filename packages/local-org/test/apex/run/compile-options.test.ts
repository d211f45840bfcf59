import { describe, expect, it } from 'vitest';
import { classes, compiled, running } from '../support';

describe('caching', () => {
  it('reads trees from the cache and gives the same program', () => {
    const stored = new Map<string, string>();
    const astCache = { get: (hash: string) => stored.get(hash), put: (hash: string, value: string) => void stored.set(hash, value) };
    const sources = classes("public class T { public static Object m() { return 9223372036854775807L + ' ' + 1.50; } }");
    const first = compiled(sources, { astCache });
    const second = compiled(sources, { astCache });
    expect(second.js).toBe(first.js);
    expect(second.hash).toBe(first.hash);
    expect(running(second).call('T.m')).toBe('9223372036854775807 1.50');
  });

  it('counts executed lines when asked', () => {
    const program = running(
      compiled(
        classes(
          'public class T {\n  public static void m(Boolean b) {\n    if (b) {\n      Integer i = 1;\n    }\n    Integer j = 2;\n  }\n}',
        ),
        { coverage: true },
      ),
    );
    program.call('T.m', false);
    const coverage = program.linked.coverage().get('T');
    expect(coverage?.lines).toEqual([3, 4, 6]);
    expect([...(coverage?.hit ?? [])]).toEqual([3, 6]);
  });
});
