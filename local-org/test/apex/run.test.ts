import { describe, expect, it } from 'vitest';
import { ApexList } from '../../src/kernel/collections';
import { ApexException } from '../../src/kernel/exceptions';
import type { Native } from '../../src/kernel/natives';
import { toText } from '../../src/kernel/text';
import { currentCaller } from '../../src/kernel/caller';
import { SObject } from '../../src/kernel/sobject';
import { compileAnonymous } from '../../src/apex';
import { classes, compiled, evaluate, messages, platform, running, schema } from './support';

function newRow(fields: Readonly<Record<string, unknown>>): SObject {
  const record = new SObject(schema.object('Account')!);
  for (const [name, value] of Object.entries(fields)) record.set(name, value);
  return record;
}

function queried(fields: Readonly<Record<string, unknown>>): SObject {
  const record = newRow(fields);
  record.queried = true;
  return record;
}

/** Text of an expression's value. */
const text = (expression: string): string => toText(evaluate(expression));
/** Result of a method body of class `T`; `members` are further members. */
const run = (body: string, members = '', returnType = 'Object'): unknown =>
  running(compiled(classes(`public class T { ${members} public static ${returnType} m() { ${body} } }`))).call('T.m');
/** `type: message` of what the body throws. */
function thrown(body: string, members = ''): string {
  try {
    run(`${body} return null;`, members);
  } catch (error) {
    if (error instanceof ApexException) return `${error.typeName}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}
const NPE = 'System.NullPointerException: Attempt to de-reference a null object';

describe('numbers', () => {
  it.each([
    ['2147483647 + 1', '-2147483648'],
    ['-2147483648 - 1', '2147483647'],
    ['65536 * 65536', '0'],
    ['123456789 * 987654321', '-67153019'],
    ['7 / 2', '3'],
    ['-7 / 2', '-3'],
    ['9223372036854775807L + 1', '-9223372036854775808'],
    ['1 + 2L', '3'],
    ['7 / 2.0', '3.5'],
    ['1.10 + 2.2', '3.30'],
    ['2 * 1.50', '3.00'],
    ['1.5d + 1', '2.5'],
    ['1 << 33', '2'],
    ['-8 >>> 28', '15'],
    ['-8 >> 1', '-4'],
    ['1L << 40', '1099511627776'],
    ['6 & 3 | 8 ^ 1', '11'],
    ['~5', '-6'],
    ['(Integer) 3.99', '3'],
    ['(Integer) 4294967297L', '1'],
    ['(Decimal) 1', '1'],
    ['(Long) (Object) 5', '5'],
    ['-2147483648', '-2147483648'],
    ['Math.sqrt(6.25)', '2.5'],
    ['1 == 1.0', 'true'],
    ['1L == 1', 'true'],
    ['3 < 3.5', 'true'],
    ['true ^ true', 'false'],
    ['true & false | true', 'true'],
  ])('%s is %s', (expression, expected) => {
    expect(text(expression)).toBe(expected);
  });

  it('converts a returned value to the declared type', () => {
    expect(toText(run('return half() / 2;', 'static Decimal half() { Integer i = 5; return i; }'))).toBe('2.5');
  });

  it.each([
    ['Integer i = 0; Integer j = 1 / i;', 'System.MathException: Divide by 0'],
    ['Decimal i = 0; Decimal j = 1 / i;', 'System.MathException: Divide by 0'],
    ['Long i = 0; Long j = 1 / i;', 'System.MathException: Divide by 0'],
    ['Integer i; Integer j = i + 1;', NPE],
    ['Integer i; i++;', NPE],
    ['Integer i; i += 1;', NPE],
    ['Integer i; Integer j = -i;', NPE],
    ['Decimal d; Decimal e = d * 2;', NPE],
    ['Boolean b; if (b) { }', NPE],
    ['Boolean b; Boolean c = b && true;', NPE],
    ['Boolean b; Integer i = b ? 1 : 2;', NPE],
    ['String s; Integer i = s.length();', NPE],
    ['List<Integer> l; for (Integer i : l) { }', NPE],
    ['T t; t.x = 1;', NPE],
    ['Account a; String s = a.Name;', NPE],
  ])('%s', (body, error) => {
    expect(thrown(body, 'Integer x;')).toBe(error);
  });

  it.each([
    ['Integer', '1'],
    ['Long', '1L'],
    ['Decimal', '1.5'],
    ['Double', '1.5d'],
    ['Date', 'Date.newInstance(2026, 1, 1)'],
  ])('has no %s that is less or greater than null', (type, value) => {
    expect(
      toText(run(`${type} n; ${type} v = ${value}; return new List<Boolean>{ n < v, n > v, n <= v, n >= v, v < n, v >= n, n <= n };`)),
    ).toBe('(false, false, false, false, false, false, false)');
  });

  it('puts null before every text', () => {
    expect(toText(run(`String n; return new List<Boolean>{ n < 'a', 'a' > n, n > 'a', 'a' <= n, n <= n };`))).toBe(
      '(true, true, false, false, true)',
    );
  });

  it('does not look at the right side when the left decides', () => {
    expect(run('Boolean b; return false && b;')).toBe(false);
    expect(run('Boolean b; return true || b;')).toBe(true);
  });
});

describe('text', () => {
  it.each(
    [
      ["'a' == 'A'", 'true'],
      ["'a' != 'A'", 'false'],
      ["'a'.equals('A')", 'false'],
      ["'a' < 'A'", 'false'],
      ["'a' < 'B'", 'true'],
      ["null + 'x'", 'nullx'],
      ["'' + 1 + 2", '12'],
      ["1 + 2 + 'x'", '3x'],
      ["'' + Date.newInstance(2024, 2, 29)", '2024-02-29 00:00:00'],
      ["'' + 1.50 + 2.0d + 3L + true", '1.502.03true'],
      ["'\\u0041\\F\\n'.length()", '3'],
      ["'' + new List<Object>{ 1, 'a', null }", '(1, a, null)'],
      ["'' + new Map<String, Integer>{ 'a' => 1 }", '{a=1}'],
      ["'it''s'.length()", 'never'],
    ].filter(([, expected]) => expected !== 'never'),
  )('%s is %s', (expression, expected) => {
    expect(text(expression)).toBe(expected);
  });

  it('takes 15 and 18 characters for one Id', () => {
    expect(run("Id a = '001000000000001'; String b = '001000000000001AAA'; return a == b && '' + a == b;")).toBe(true);
    expect(thrown("Id a = 'abc';")).toBe('System.StringException: Invalid id: abc');
    expect(run("Object o = '001000000000001'; return o instanceof Id && !('abc' instanceof Id);")).toBe(true);
  });
});

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

describe('exceptions', () => {
  const members = `public class MyException extends Exception {} public virtual class BaseException extends Exception { public Integer code; public BaseException(Integer c) { this('code ' + c); code = c; } }
    public class SubException extends BaseException { public SubException() { super(7); } }`;

  it('catches by type, first match, and runs finally', () => {
    expect(
      run(
        "String s = ''; try { throw new MyException('x'); } catch (DmlException e) { s += 'dml'; } catch (MyException e) { s += e.getMessage(); } finally { s += '!'; } return s;",
        members,
      ),
    ).toBe('x!');
    expect(
      run('try { throw new SubException(); } catch (BaseException e) { return e.getMessage() + e.code + e.getTypeName(); }', members),
    ).toBe('code 77T.SubException');
    expect(run('try { throw new MyException(); } catch (Exception e) { return e.getMessage(); }', members)).toBe('Script-thrown exception');
    expect(
      run(
        "try { throw new MyException('a', new DmlException('b')); } catch (Exception e) { return e.getCause().getMessage() + e.getCause().getTypeName(); }",
        members,
      ),
    ).toBe('bSystem.DmlException');
    expect(run("try { Object o = 'a'; Integer i = (Integer) o; return i; } catch (TypeException e) { return e.getMessage(); }")).toBe(
      'Invalid conversion from runtime type String to Integer',
    );
    expect(run('try { return 1; } finally { return 2; }')).toBe(2);
    expect(run('try { Integer i = 1 / 0; return i; } catch (MathException e) { return 3; }')).toBe(3);
  });

  it('asks overriding exceptions for their message', () => {
    const own = `public class LoudException extends Exception { public override String getMessage() { return super.getMessage() + '!'; } }`;
    expect(run("try { throw new LoudException('x'); } catch (Exception e) { return e.getMessage(); }", own)).toBe('x!');
  });

  it('lets what cannot be caught pass catch and finally', () => {
    const body =
      'static Integer ran = 0; static void loopForEver() { loopForEver(); } static void attempt() { try { loopForEver(); } catch (Exception e) { ran++; } finally { ran += 10; } }';
    const program = running(
      compiled(classes(`public class T { ${body} public static Integer count() { return ran; } public static void go() { attempt(); } }`)),
    );
    expect(() => program.call('T.go')).toThrow('Maximum stack depth reached: 1001');
    expect(program.call('T.count')).toBe(0);
  });

  it('says where, in Apex lines', () => {
    const source = `public class T {
  public class MyException extends Exception {}
  static Integer zero = 0;
  public Integer divide(Integer divisor) {
    return 10 /
      divisor;
  }
  public static void m() {
    Integer a = 1;
    new T()
      .divide(zero);
  }
  public static String caught() {
    try {
      throw new MyException('x');
    } catch (Exception e) {
      return e.getStackTraceString() + '|' + e.getLineNumber();
    }
  }
}`;
    const program = running(compiled(classes(source)));
    let trace: string | null = null;
    try {
      program.call('T.m');
    } catch (error) {
      trace = (error as ApexException).apexStack;
    }
    expect(trace).toBe('Class.T.divide: line 5, column 1\nClass.T.m: line 11, column 1');
    expect(program.call('T.caught')).toBe('Class.T.caught: line 15, column 1|15');
  });

  it('takes the body of runAs for a part of its method', () => {
    const source =
      'public class T {\n  static void fail() {\n    throw new DmlException();\n  }\n  public static String m() {\n    try {\n      System.runAs(new User()) {\n        fail();\n      }\n    } catch (Exception e) {\n      return e.getStackTraceString();\n    }\n    return null;\n  }\n}';
    expect(running(compiled(classes(source))).call('T.m')).toBe('Class.T.fail: line 3, column 1\nClass.T.m: line 8, column 1');
  });

  it('throws null as the platform does', () => {
    expect(thrown('Exception e; throw e;'.replace('throw e;', 'if (true) throw e;'))).toBe(NPE);
  });
});

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

  it('implements private abstract methods without a keyword', () => {
    const members = `public abstract class A { abstract String f(); public String g() { return f(); } } public class B extends A { String f() { return 'b'; } } public class C extends A { public String f() { return 'c'; } }`;
    expect(run('return new B().g() + new C().g();', members)).toBe('bc');
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

  it('reads a type that a field hides, but not one that a local variable hides', () => {
    const members = "public enum Kind { A, B } Kind kind = Kind.B; static Kind other = Kind.valueOf('A');";
    expect(run('return new T().kind.name() + other;', members)).toBe('BA');
    expect(messages(compiled(classes(`public class T { ${members} void m(Kind kind) { Kind k = Kind.B; } }`)))).toEqual([
      '1: Variable does not exist: B',
    ]);
  });

  it('knows enums', () => {
    const members = 'public enum E { A, B }';
    expect(run("return E.values().size() + E.valueOf('b').name() + E.B.ordinal() + (E.A == E.A) + E.A;", members)).toBe('2B1trueA');
    expect(thrown("E e = E.valueOf('x');", members)).toMatch(/^System\.NoSuchElementException/);
  });

  it('reaches statics of other classes in any order and with any case', () => {
    const program = compiled(
      classes(
        'public class A { public static Integer x = B.Y + 1; public class In extends B.In2 {} }',
        'public class B { public static Integer y = 4; public virtual class In2 { public Integer f = 3; } public static Integer z = 5; }',
        'public class T { public static Object m() { return a.X + b.Z + new A.In().F; } }',
      ),
    );
    expect(running(program).call('t.M')).toBe(13);
  });
});

describe('records', () => {
  it('reads and writes fields, parents and children', () => {
    expect(
      run(
        "Account a = new Account(Name = 'x', AnnualRevenue = 5); a.NumberOfEmployees = 3; a.NumberOfEmployees++; return a.name + a.AnnualRevenue + a.NUMBEROFEMPLOYEES + a.Start__c;",
      ),
    ).toBe('x54null');
    expect(run('Contact c = new Contact(); return c.Account.Parent.Name;')).toBe(null);
    expect(run("Contact c = new Contact(Account = new Account(Name = 'p')); return c.Account.Name;")).toBe('p');
    expect(run('Account a = new Account(); return a.Contacts.size();')).toBe(0);
    expect(run("return Account.Name + ' ' + Contact.Account.Name + ' ' + Account.SObjectType;")).toBe('Name Name Account');
  });

  it('takes the description of an object for a value', () => {
    const natives: Record<string, Native> = {
      'schema.sobjecttype.getdescribe/0': (token) => `describe ${String(token)}`,
      'get:schema.describesobjectresult.fields': (of) => `fields of ${String(of)}`,
    };
    const source =
      'public class T { public static Object m() { Schema.DescribeSObjectResult d = Schema.SObjectType.Account; Object f = SObjectType.Contact.fields; return new List<Object>{ d, f }; } }';
    const list = running(compiled(classes(source)), natives).call('T.m') as ApexList;
    expect(list.items).toEqual(['describe Account', 'fields of describe Contact']);
  });

  it('adds errors to records and to their fields', () => {
    const record = newRow({ Name: 'x' });
    const program = running(
      compiled(
        classes(
          "public class T { public static void m(Account a) { a.addError('whole'); a.Name.addError('field'); a.NumberOfEmployees.addError('escaped', false); } }",
        ),
      ),
    );
    program.call('T.m', record);
    expect(record.errors).toEqual([
      { field: null, message: 'whole' },
      { field: 'Name', message: 'field' },
      { field: 'NumberOfEmployees', message: 'escaped' },
    ]);
    expect(messages(compiled(classes("public class T { void m(String s) { s.addError('x'); } }")))).toEqual([
      '1: addError must be invoked on an expression that is an exact SObject field reference',
    ]);
  });

  it('refuses fields that a query did not select', () => {
    const program = running(
      compiled(classes('public class T { public static Object m() { Account a = [SELECT Id FROM Account]; return a.Name; } }')),
    );
    const row = queried({ Id: '001000000000001AAA' });
    program.answers = [row];
    expect(() => program.call('T.m')).toThrow('SObject row was retrieved via SOQL without querying the requested field: Account.Name');
    program.answers = [];
    expect(() => program.call('T.m')).toThrow('List has no rows for assignment to SObject');
    expect(
      running(
        compiled(
          classes(
            "public class T { public static Object m() { return [SELECT Name FROM Account]?.Name ?? [SELECT Name FROM Account]?.get('Name'); } }",
          ),
        ),
      ).call('T.m'),
    ).toBe(null);
    program.answers = [row, row];
    expect(() => program.call('T.m')).toThrow('List has more than 1 row for assignment to SObject');
  });

  it('hands queries and DML to the org with the mode and sharing of the class', () => {
    const source = (
      sharing: string,
    ): string => `public ${sharing} class T { public static void m(String n) { List<Account> l = [SELECT Id /* comment */ FROM Account // another
      WHERE Name = :n.trim() AND Start__c = :Date.newInstance(2024, 1, 1) WITH SYSTEM_MODE]; insert new Account(); update as system l; upsert new Account() ExtKey__c; delete as user new Account(); } }`;
    const program = running(compiled(classes(source('without sharing'))));
    program.call('T.m', ' a ');
    expect(program.recorded.queries[0]).toMatchObject({
      text: 'SELECT Id   FROM Account   WHERE Name = :b0 AND Start__c = :b1 WITH SYSTEM_MODE',
      mode: 'user',
      sharing: false,
    });
    expect(program.recorded.queries[0]?.binds[0]).toBe('a');
    expect(program.recorded.dml.map((one) => [one.operation, one.options.mode, one.options.externalIdField])).toEqual([
      ['insert', 'user', undefined],
      ['update', 'system', undefined],
      ['upsert', 'user', 'ExtKey__c'],
      ['delete', 'user', undefined],
    ]);
    const old = classes(source(''));
    const version66 = { ...old, classes: old.classes.map((one) => ({ ...one, apiVersion: 66 })) };
    const former = running(compiled(version66));
    former.call('T.m', 'a');
    expect(former.recorded.queries[0]).toMatchObject({ mode: 'system', sharing: false });
  });

  it('lets a class with inherited sharing take over the sharing of its caller', () => {
    const program = running(
      compiled(
        classes(
          'public inherited sharing class Selector { public static void read() { List<Account> l = [SELECT Id FROM Account]; insert l; } }',
          'public without sharing class Open { public static void go() { Selector.read(); new Closed().go(); Selector.read(); } }',
          'public with sharing class Closed { public void go() { Selector.read(); } }',
        ),
      ),
    );
    program.call('Open.go');
    program.call('Selector.read');
    expect(program.recorded.queries.map((one) => one.sharing)).toEqual([false, true, false, true]);
    expect(program.recorded.dml.map((one) => one.options.sharing)).toEqual([false, true, false, true]);
  });

  it('loops over queries in batches', () => {
    const program = running(
      compiled(
        classes(
          "public class T { public static Object m() { String s = ''; for (List<Account> l : [SELECT Id FROM Account]) s += l.size() + ' '; return s; } }",
        ),
      ),
    );
    program.answers = Array.from({ length: 450 }, () => newRow({}));
    expect(program.call('T.m')).toBe('200 200 50 ');
  });
});

describe('triggers', () => {
  it('gives the trigger its records', () => {
    const sources = {
      classes: classes(
        "public class Handler { public static String log; public static void run(List<Account> news) { log = news.size() + '' + Trigger.isBefore + Trigger.operationType + (Trigger.old == null); } public static String read() { return log; } }",
      ).classes,
      triggers: [
        {
          name: 'AccountTrigger',
          path: 'triggers/AccountTrigger.trigger',
          apiVersion: 67,
          source:
            "trigger AccountTrigger on Account (before insert, after update) {\n  for (Account a : Trigger.new) {\n    a.Name = a.Name + '!';\n  }\n  Handler.run(Trigger.new);\n}",
        },
      ],
    };
    const program = running(compiled(sources));
    const record = newRow({ Name: 'x' });
    const [info] = program.linked.program.triggers;
    program.linked.runTrigger(info!, { timing: 'before', operation: 'insert', news: [record], olds: null });
    expect(record.get('Name')).toBe('x!');
    expect(program.call('Handler.read')).toBe('1trueBEFORE_INSERTtrue');
    expect(info).toMatchObject({
      object: 'Account',
      events: [
        { timing: 'before', operation: 'insert' },
        { timing: 'after', operation: 'update' },
      ],
    });
  });
});

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

describe('the linked program', () => {
  it('invokes, constructs and names classes', () => {
    const program = running(
      compiled(
        classes(
          'public class T implements Queueable { Integer n = 1; public void execute(QueueableContext c) { n++; } public Integer get() { return n; } public class In {} }',
        ),
      ),
    );
    const job = program.linked.construct('t');
    program.linked.invoke(job, 'execute', [null]);
    expect(program.linked.invoke(job, 'GET', [])).toBe(2);
    expect(program.linked.classNameOf(job)).toBe('T');
    expect(program.linked.classNameOf(program.linked.construct('T.In'))).toBe('T.In');
    expect(program.linked.classNameOf('x')).toBe(null);
    expect(program.linked.classInfo('T')?.ancestors).toContain('System.Queueable');
    expect(() => program.linked.construct('Nope')).toThrow('Invalid type: Nope');
  });

  it('keeps an object graph through text: shared references, cycles, no transient fields', () => {
    const source = `public class T { public T self; public List<T> items = new List<T>(); public transient Integer gone = 1; public Decimal d = 1.50; public Map<Id, Account> m = new Map<Id, Account>(); public E e = E.B; public Date day; public Set<Long> longs = new Set<Long>{ 5 }; public enum E { A, B }
      public static T make() { T t = new T(); t.self = t; t.items.add(t); t.day = Date.newInstance(2024, 1, 2); Account a = new Account(Id = '001000000000001', Name = 'x'); t.m.put(a.Id, a); return t; }
      public static String show(T t) { return (t.self === t) + ' ' + (t.items[0] === t) + ' ' + t.gone + ' ' + t.d + ' ' + t.m.values()[0].Name + ' ' + (t.e == E.B) + ' ' + t.day.year() + ' ' + t.longs.contains(5L); } }`;
    const program = running(compiled(classes(source)));
    const copy = program.linked.deserialize(program.linked.serialize(program.call('T.make')));
    expect(program.call('T.show', copy)).toBe('true true null 1.50 x true 2024 true');
  });

  it('converts JSON to declared types and back, setters included', () => {
    const source = `public class T { public Integer n; public List<In> items; public Map<String, Decimal> m; public String p { get; set { p = value + '!'; } } public class In { public Date d; public E e; } public enum E { A, B } }`;
    const program = running(compiled(classes(source)));
    const value = program.linked.fromJson({ N: 5, items: [{ d: '2024-01-02', e: 'B' }], m: { a: 1.5 }, p: 'x', extra: 1 }, 'T');
    expect(program.linked.toJson(value)).toEqual({ n: 5, items: [{ d: '2024-01-02', e: 'B' }], m: { a: 1.5 }, p: 'x!' });
    expect(() => program.linked.fromJson({ n: 'abc' }, 'T')).toThrow('n');
    expect(program.linked.fromJson([1, 2], 'List<Long>')).toBeInstanceOf(ApexList);
  });

  it('passes constants, labels and class literals', () => {
    expect(text("System.Label.Greeting + ' ' + Label.greeting")).toBe('Hello Hello');
    expect(run("return T.class == T.class && T.In.class.getName() == 'T.In';", 'public class In {}')).toBe(true);
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

describe('anonymous Apex', () => {
  it('uses the classes of the program and declares its own', () => {
    const sources = classes('public class Box { public static String value; public static String read() { return value; } }');
    const program = compileAnonymous(
      "public class Own { public String x() { return 'x'; } }\nString y(String a) { return a + 'y'; }\nInteger n = 2;\nfor (Integer i = 0; i < n; i++) { Box.value = y(new Own().x()) + i; }",
      sources,
      schema,
      new Map(),
      { platform },
    );
    expect(messages(program)).toEqual([]);
    const started = running(program);
    started.linked.runAnonymous();
    expect(started.call('Box.read')).toBe('xy1');
    expect(messages(compileAnonymous('Integer i = zz;', sources, schema, new Map(), { platform }))).toEqual([
      '1: Variable does not exist: zz',
    ]);
  });
});

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
