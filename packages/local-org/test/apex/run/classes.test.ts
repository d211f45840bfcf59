import { describe, expect, it } from 'vitest';
import { classes, compiled, messages, running } from '../support';
import { run, thrown } from './body';

describe('classes', () => {
  it('calls overrides, super and constructors in order', () => {
    const members = `static String log = ''; public virtual class A { protected String n = 'a'; public A() { log += 'A'; init(); } public virtual void init() { log += 'i'; } public virtual String who() { return 'A' + n; } }
      public class B extends A { Integer x = 5; public B() { log += 'B' + x; } public override void init() { log += 'j' + x; } public override String who() { return 'B' + super.who(); } }`;
    expect(run('A b = new B(); return log + b.who();', members)).toBe('Aj5B5BAa');
  });

  it('may leave a constructor early, in a class and in what extends it', () => {
    const members = `public virtual class A { public Integer n = 1; public A(Boolean early) { if (early) return; n = 2; } }
      public class B extends A { public Integer m = 1; public B(Boolean early) { super(early); if (early) { return; } m = 2; } }`;
    expect(
      run(
        "return new A(true).n + ' ' + new A(false).n + ' ' + new B(true).n + new B(true).m + ' ' + new B(false).n + new B(false).m;",
        members,
      ),
    ).toBe('1 2 11 22');
  });

  it('keeps private methods of the same name apart', () => {
    const members = `public virtual class A { private String f() { return 'a'; } public String g() { return f(); } } public class B extends A { private String f() { return 'b'; } public String h() { return f(); } }`;
    expect(run('B b = new B(); return b.g() + b.h();', members)).toBe('ab');
  });

  it('picks the most specific overload', () => {
    const members = `static String f(Object o) { return 'object'; } static String f(String s) { return 'string'; } static String f(Integer i) { return 'integer'; } static String f(Long l) { return 'long'; }
      static String f(SObject s) { return 'sobject'; } static String f(Account s) { return 'account'; } static String f(List<SObject> l) { return 'list'; }`;
    expect(
      run(
        "return f(1) + f(1L) + f('a') + f(1.5) + f(new Account()) + f(new Contact()) + f(new List<Account>()) + f((Object) 'a');",
        members,
      ),
    ).toBe('integerlongstringobjectaccountsobjectlistobject');
  });

  it('initialises statics once, on first use, in textual order, per transaction', () => {
    const source = `public class T { static Integer n = 0; static { n = n + 1; } static Integer twice = n * 2; static final String EARLY = LATE; static final String LATE = 'late';
      public static String m() { n += 10; return n + ' ' + twice + ' ' + EARLY; } }`;
    const program = running(compiled(classes(source)));
    expect(program.call('T.m')).toBe('11 2 late');
    expect(program.call('T.m')).toBe('21 2 late');
    program.reset();
    expect(program.call('T.m')).toBe('11 2 late');
  });

  it('runs property accessors except inside themselves', () => {
    const members = `Integer sets = 0; public Integer p { get { if (p == null) p = 1; return p + 100; } set { sets++; p = value * 2; } } public String auto { get; set; } static Integer lazy { get { if (lazy == null) { lazy = 5; } return lazy; } set; }
      public Integer readOnly { get { return 9; } }`;
    expect(
      run(
        "T t = new T(); Integer first = t.p; t.p = 4; t.p += 1; t.auto = 'x'; return first + ' ' + t.p + ' ' + t.sets + t.auto + lazy + t.readOnly;",
        members,
      ),
    ).toBe('101 318 2x59');
    expect(run('T t = new T(); Integer v = t.p = 3; return v;', members)).toBe(3);
  });

  it('tells types apart at run time', () => {
    const members = `public interface I {} public virtual class A implements I {} public class B extends A {} static Boolean isI(Object o) { return o instanceof I; }`;
    expect(run('Object b = new B(); return (b instanceof A) && isI(b) && !isI(1);', members)).toBe(true);
    expect(thrown("Object o = 'text'; List<Object> all = (List<Object>) o;", members)).toBe(
      'System.TypeException: Invalid conversion from runtime type String to List<ANY>',
    );
    expect(thrown('A a = new A(); B b = (B) a;', members)).toBe('System.TypeException: Invalid conversion from runtime type T.A to T.B');
    expect(run('Object m = new Map<String, Object>(); return (m instanceof Map<String, Object>) && !(m instanceof Map<Id, Object>);')).toBe(
      true,
    );
    expect(run('Object l = new List<Account>(); return l instanceof List<SObject>;')).toBe(true);
    expect(run('Object i = 1; Object n = 1L; return (i instanceof Decimal) && (n instanceof Decimal) && !(n instanceof Integer);')).toBe(
      true,
    );
  });

  it('uses equals and hashCode of keys, and compareTo in sort', () => {
    const members = `public class K implements Comparable { Integer k; public K(Integer k) { this.k = k; } public Boolean equals(Object o) { return ((K) o).k == k; } public Integer hashCode() { return k; }
      public Integer compareTo(Object o) { return k - ((K) o).k; } public override String toString() { return 'k' + k; } }`;
    expect(
      run(
        "Map<K, String> m = new Map<K, String>{ new K(1) => 'a' }; m.put(new K(1), 'b'); return m.size() + m.get(new K(1)) + (new K(2) == new K(2));",
        members,
      ),
    ).toBe('1btrue');
    expect(run("List<K> l = new List<K>{ new K(2), new K(1) }; l.sort(); return '' + l;", members)).toBe('(k1, k2)');
  });

  it('prints objects and copies them', () => {
    expect(run("T t = new T(); t.a = 1; T u = (T) t.clone(); u.a = 2; return '' + t + u.a;", "Integer a; String b = 'x';")).toBe(
      'T:[a=1, b=x]2',
    );
  });

  it('reads a type that an instance field hides from static code alone', () => {
    const members = "public enum Kind { A, B } Kind kind; static Kind other = Kind.valueOf('A'); static Kind last() { return Kind.B; }";
    expect(run('return other.name() + last();', members)).toBe('AB');
    const hidden = '1: Static field cannot be referenced from a non static context: B from the type T.Kind';
    expect(messages(compiled(classes(`public class T { ${members} void m() { Kind k = Kind.B; } }`)))).toEqual([hidden]);
    expect(messages(compiled(classes(`public class T { ${members} void m(Kind kind) { Kind k = Kind.B; } }`)))).toEqual([hidden]);
  });

  it('finds what implements an interface with wider or narrower parameters, and converts for it', () => {
    const members = `interface Rows { Integer count(List<SObject> rows); Long wide(Integer i); } interface Id2 { String show(Id i); }
      class A implements Rows, Id2 { public Integer count(List<Account> rows) { return rows.size(); } public Integer wide(Long l) { return (Integer) (l / 2); } public String show(String s) { return s; } }
      virtual class B { public Integer count(List<Account> rows) { return 7; } public Long wide(Integer i) { return i; } } class C extends B implements Rows { }`;
    expect(
      run("Rows r = new A(); Rows c = new C(); Id2 i = new A(); return r.count(new List<Account>{ new Account() }) + ' ' + r.wide(9) + ' ' + c.count(null) + ' ' + c.wide(3) + ' ' + i.show('001000000000001');", members), // prettier-ignore
    ).toBe('1 4 7 3 001000000000001AAA');
  });

  it('knows enums', () => {
    const members = 'public enum E { A, B }';
    expect(run("return E.values().size() + E.valueOf('b').name() + E.B.ordinal() + (E.A == E.A) + E.A;", members)).toBe('2B1trueA');
    expect(thrown("E e = E.valueOf('x');", members)).toMatch(/^System\.NoSuchElementException/);
  });

  it('reaches statics of other classes in any order and with any case', () => {
    const program = compiled(
      classes(
        'public class A { public static Integer x = B.Y + 1; public class Inside extends B.In2 {} }',
        'public class B { public static Integer y = 4; public virtual class In2 { public Integer f = 3; } public static Integer z = 5; }',
        'public class T { public static Object m() { return a.X + b.Z + new A.Inside().F; } }',
      ),
    );
    expect(running(program).call('t.M')).toBe(13);
  });
});
