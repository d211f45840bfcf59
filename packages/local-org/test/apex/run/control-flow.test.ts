import { describe, expect, it } from 'vitest';
import { run, thrown } from './body';

describe('control flow', () => {
  it('runs loops with break, continue and nested switches', () => {
    expect(
      run(
        'Integer s = 0; for (Integer i = 0, n = 10; i < n; i++) { if (i == 2) continue; switch on i { when 5 { break; } when else { s += i; } } } return s;',
      ),
    ).toBe(8);
    expect(run('Integer i = 0; do { i++; } while (i < 3); while (true) { if (++i > 9) break; } return i;')).toBe(10);
    expect(
      run('Integer s = 0; for (Integer i : new List<Integer>{ 1, 2 }) for (Integer j : new Set<Integer>{ 10, 20 }) s += i * j; return s;'),
    ).toBe(90);
  });

  it('switches on text exactly, on enums, types and null', () => {
    const members = `public enum E { A, B } static String s(String x) { switch on x { when 'a', 'b' { return 'ab'; } when null { return 'null'; } when else { return 'else'; } } }
      static String e(E x) { switch on x { when A { return 'is a'; } when null { return 'null'; } when else { return 'other'; } } }
      static String o(SObject x) { switch on x { when Account a { return 'account ' + a.Name; } when Contact c { return 'contact'; } when else { return 'else'; } } }`;
    expect(run("return s('a') + s('A') + s(null) + s('b');", members)).toBe('abelsenullab');
    expect(run('return e(E.A) + e(E.B) + e(null);', members)).toBe('is aothernull');
    expect(run("return o(new Account(Name = 'x')) + o(new Contact()) + o(null) + o(new User());", members)).toBe(
      'account xcontactelseelse',
    );
  });

  it('notices a list that changes while it is iterated; a set does not mind', () => {
    expect(thrown('List<Integer> l = new List<Integer>{ 1, 2 }; for (Integer i : l) l.add(i);')).toBe(
      'System.FinalException: Cannot modify a collection while it is being iterated.',
    );
    expect(run('Set<Integer> s = new Set<Integer>{ 1, 2 }; for (Integer i : s) s.add(i + 10); return s.size();')).toBe(4);
  });

  it('iterates objects of the program', () => {
    const members = `public class Numbers implements Iterable<Integer>, Iterator<Integer> { Integer n = 0; public Iterator<Integer> iterator() { return this; }
      public Boolean hasNext() { return n < 3; } public Integer next() { return n++; } }`;
    expect(run('Integer s = 0; for (Integer i : new Numbers()) s += i; return s;', members)).toBe(3);
    expect(run('Iterator<Integer> i = new Numbers(); i.next(); return i.next();', members)).toBe(1);
    expect(run("Iterator<String> i = new List<String>{ 'a' }.iterator(); return i.next();", members)).toBe('a');
  });

  it('returns from inside runAs', () => {
    expect(run('System.runAs(new User()) { if (true) { return 5; } } return 6;')).toBe(5);
    expect(
      run(
        'Integer n = 0; while (true) { n++; System.runAs(new User()) { for (;;) { break; } if (n < 3) continue; System.runAs(new User()) { if (n == 3) break; } } n += 100; } return n;',
      ),
    ).toBe(3);
  });
});
