import { describe, expect, it } from 'vitest';
import { classes, compiled, evaluate, running } from './support';

describe('running Apex', () => {
  it('does arithmetic', () => {
    expect(evaluate('1 + 2 * 3', 'Integer')).toBe(7);
  });
  it('runs loops, fields and calls', () => {
    const program = compiled(
      classes(`public class T {
  private Integer total = 0;
  public void add(Integer n) { total += n; }
  public static Integer m() {
    T t = new T();
    for (Integer i = 0; i < 10; i++) {
      t.add(i);
    }
    List<String> names = new List<String>{ 'a', 'b' };
    String s = '';
    for (String n : names) s += n;
    switch on s { when 'ab' { t.add(100); } when else { t.add(1000); } }
    return t.total;
  }
}`),
    );
    expect(running(program).call('T.m')).toBe(145);
  });
});
