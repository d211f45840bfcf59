import { describe, expect, it } from 'vitest';
import { currentCaller } from '../../../src/kernel/caller';
import { ApexList } from '../../../src/kernel/collections';
import { classes, compiled, running } from '../support';
import { run, text } from './body';

describe('the linked program', () => {
  it('invokes, constructs and names classes', () => {
    const program = running(
      compiled(
        classes(
          'public class T implements Queueable { Integer n = 1; public void execute(QueueableContext c) { n++; } public Integer get() { return n; } public class Inside {} }',
        ),
      ),
    );
    const job = program.linked.construct('t');
    program.linked.invoke(job, 'execute', [null]);
    expect(program.linked.invoke(job, 'GET', [])).toBe(2);
    expect(program.linked.classNameOf(job)).toBe('T');
    expect(program.linked.classNameOf(program.linked.construct('T.Inside'))).toBe('T.Inside');
    expect(program.linked.classNameOf('x')).toBe(null);
    expect(program.linked.classInfo('T')?.ancestors).toContain('System.Queueable');
    expect(() => program.linked.construct('Nope')).toThrow('Invalid type: Nope');
  });

  it('keeps an object graph through text: shared references, cycles, no transient fields', () => {
    const source = `public class T { public T self; public List<T> items = new List<T>(); public transient Integer gone = 1; public Decimal d = 1.50; public Map<Id, Account> m = new Map<Id, Account>(); public E last = E.B; public Date day; public Set<Long> longs = new Set<Long>{ 5 }; public enum E { A, B }
      public static T make() { T t = new T(); t.self = t; t.items.add(t); t.day = Date.newInstance(2024, 1, 2); Account a = new Account(Id = '001000000000001', Name = 'x'); t.m.put(a.Id, a); return t; }
      public static String show(T t) { return (t.self === t) + ' ' + (t.items[0] === t) + ' ' + t.gone + ' ' + t.d + ' ' + t.m.values()[0].Name + ' ' + (t.last == E.B) + ' ' + t.day.year() + ' ' + t.longs.contains(5L); } }`;
    const program = running(compiled(classes(source)));
    const copy = program.linked.deserialize(program.linked.serialize(program.call('T.make')));
    expect(program.call('T.show', copy)).toBe('true true null 1.50 x true 2024 true');
  });

  it('gives an emptied field back empty, whatever a new object has in it', () => {
    const source = `public class T { public String a = 'new'; public Integer b = 1; public static T make() { T t = new T(); t.a = null; return t; } public static String show(T t) { return t.a + ' ' + t.b; } }`;
    const program = running(compiled(classes(source)));
    const text = program.linked.serialize(program.call('T.make'));
    expect(program.call('T.show', program.linked.deserialize(text))).toBe('null 1');
    expect(text).not.toContain('null');
  });

  it('converts JSON to declared types and back, setters included', () => {
    const source = `public class T { public Integer n; public List<Inside> items; public Map<String, Decimal> m; public String p { get; set { p = value + '!'; } } public class Inside { public Date d; public E e; } public enum E { A, B } }`;
    const program = running(compiled(classes(source)));
    const value = program.linked.fromJson({ N: 5, items: [{ d: '2024-01-02', e: 'B' }], m: { a: 1.5 }, p: 'x', extra: 1 }, 'T');
    expect(program.linked.toJson(value)).toEqual({ n: 5, items: [{ d: '2024-01-02', e: 'B' }], m: { a: 1.5 }, p: 'x!' });
    expect(() => program.linked.fromJson({ n: 'abc' }, 'T')).toThrow('n');
    expect(program.linked.fromJson([1, 2], 'List<Long>')).toBeInstanceOf(ApexList);
  });

  it('passes constants, labels and class literals', () => {
    expect(text("System.Label.Greeting + ' ' + Label.greeting")).toBe('Hello Hello');
    expect(run("return T.class == T.class && T.Inside.class.getName() == 'T.Inside';", 'public class Inside {}')).toBe(true);
  });

  it('takes nothing from a native for null', () => {
    const natives = { 'system.userinfo.getname/0': () => undefined };
    expect(
      running(compiled(classes('public class T { public static Object m() { return UserInfo.getName() == null; } }')), natives).call('T.m'),
    ).toBe(true);
  });

  it('gives natives the caller of a dynamic query with its variables', () => {
    let seen: unknown = null;
    const native = {
      'system.database.query/1': (): ApexList => {
        const caller = currentCaller();
        seen = [caller.className, caller.mode, caller.variable?.('IDS'), caller.variable?.('field'), caller.variable?.('nope')];
        return ApexList.ofType('SObject');
      },
    };
    running(
      compiled(
        classes(
          "public class T { static String field = 'f'; public static void m() { Integer ids = 5; List<Account> l = Database.query('SELECT'); } }",
        ),
      ),
      native,
    ).call('T.m');
    expect(seen).toEqual(['T', 'user', 5, 'f', undefined]);
  });
});
