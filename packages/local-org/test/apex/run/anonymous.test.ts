import { describe, expect, it } from 'vitest';
import { compileAnonymous } from '../../../src/apex';
import { classes, messages, platform, running, schema } from '../support';

describe('anonymous Apex', () => {
  it('uses the classes of the program and declares its own', () => {
    const sources = classes('public class Box { public static String value; public static String read() { return value; } }');
    const program = compileAnonymous(
      "public class Own { public String x() { return 'x'; } }\nString y(String a) { return a + 'y'; }\nInteger n = 2;\nfor (Integer i = 0; i < n; i++) { Box.value = y(new Own().x()) + i; }",
      sources,
      schema,
      { labels: new Map(), translations: new Map() },
      { platform },
    );
    expect(messages(program)).toEqual([]);
    const started = running(program);
    started.linked.runAnonymous();
    expect(started.call('Box.read')).toBe('xy1');
    expect(
      messages(compileAnonymous('Integer i = zz;', sources, schema, { labels: new Map(), translations: new Map() }, { platform })),
    ).toEqual(['1: Variable does not exist: zz']);
  });
});
