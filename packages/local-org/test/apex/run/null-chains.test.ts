import { describe, expect, it } from 'vitest';
import { NPE, run, thrown } from './body';

describe('null and chains', () => {
  it.each([
    ['Account a; return a?.Owner.Name;', null],
    ['T t; return t?.next.next.next;', null],
    ["T t; return t?.name() ?? 'none';", 'none'],
    ['T t = new T(); return t?.next?.next;', null],
    ['String s; return s?.length() ?? 7;', 7],
    ['Integer i; return i ?? 1 + 1;', 2],
  ])('%s', (body, expected) => {
    expect(run(body, "T next; String name() { return 'n'; }")).toBe(expected);
  });

  it('stops a chain at parentheses', () => {
    expect(thrown('T t; Object o = (t?.next).next;', 'T next;')).toBe(NPE);
  });

  it('evaluates each part once', () => {
    const members =
      'static Integer calls = 0; static T self = new T(); Integer x = 1; static T get() { calls++; return self; } static Integer at() { calls++; return 0; }';
    expect(run('get().x += 2; get().x++; return calls * 100 + self.x;', members)).toBe(204);
    expect(
      run(
        'List<Integer> l = new List<Integer>{ 5 }; l[at()] += 2; Integer old = l[at()]++; return calls * 100 + l[0] * 10 + old;',
        members,
      ),
    ).toBe(287);
    expect(run('T t = get()?.self(); return calls;', `${members} T self() { return this; }`)).toBe(1);
  });
});
