import { describe, expect, it } from 'vitest';
import { classes, compiled, messages } from './support';

/** Diagnostics of a class `T` with these members. */
const inClass = (members: string): string[] => messages(compiled(classes(`public class T { ${members} }`)));
/** Diagnostics of statements in a method. */
const inMethod = (statements: string): string[] => inClass(`void m() { ${statements} }`);
const one = (message: string): string[] => [`1: ${message}`];

describe('types of values', () => {
  it.each([
    ["Integer i = 'x';", 'Illegal assignment from String to Integer'],
    ['Decimal d = 1.5; Integer i = d;', 'Illegal assignment from Decimal to Integer'],
    ['Long l = 5; Integer i = l;', 'Illegal assignment from Long to Integer'],
    ['List<String> s = new List<Integer>();', 'Illegal assignment from List<Integer> to List<String>'],
    ['Set<Object> s = new Set<String>();', 'Illegal assignment from Set<String> to Set<Object>'],
    ["Integer i = (Integer) 'x';", 'Incompatible types since an instance of String is never an instance of Integer'],
    ["Boolean b = 1 == 'x';", 'Comparison arguments must be compatible types: Integer, String'],
    ['Boolean b = new List<String>() > null;', 'Inequality operator not allowed for this type: List<String>'],
    [
      'String s = null; Boolean b = s instanceof Integer;',
      'Operation instanceof is always false since an instance of String is never an instance of Integer',
    ],
    ['Boolean b = 1 && true;', 'Logical operator can only be applied to Boolean'],
    ["Integer i = 1 - 'a';", 'Arithmetic expressions must use numeric arguments'],
    ["Integer i = -'a';", 'Unary negation must use a numeric argument'],
    ['Boolean b = !1;', '! operator can only be applied to boolean expressions'],
    ['Integer i = 2147483648;', 'Illegal integer'],
    ['Account a; Integer s = a?.Name;', 'Illegal assignment from String to Integer'],
    ["List<Integer> l = new List<Integer>{ 'a' };", 'Initial expression is of incorrect type, expected: Integer but was: String'],
    ["Map<Integer, String> m = new Map<Integer, String>{ 'a' => 'b' };", 'Invalid key type String for Map<Integer,String>'],
    ["List<Integer> l; Integer i = l['a'];", 'List index must be of type Integer: String'],
    ['Integer i; i[0] = 1;', 'Expression must be a list type: Integer'],
    ['Date d = Date.today() + 1.5;', 'Date expressions must use Integer or Long'],
    ['insert 1;', 'DML requires SObject or SObject list type: Integer'],
    ['throw new Account();', 'Throw expression must be of type exception: Account'],
  ])('%s', (statements, message) => {
    expect(inMethod(statements)).toEqual(one(message));
  });

  it('accepts what the platform converts by itself', () => {
    expect(
      inMethod(`Decimal a = 1; Double b = 1.5; Long c = 2; Double d = c; Datetime e = Date.today(); Id f = '001000000000001'; String g = f;
        Object o = 1; SObject s = new Account(); List<SObject> l = new List<Account>(); List<Account> back = l; List<Object> lo = new List<String>();
        Map<String, Object> m = new Map<String, String>(); Iterable<String> it = new List<String>(); Account q = [SELECT Id FROM Account];
        Account r = Database.query('x'); Integer n = [SELECT COUNT() FROM Account]; List<String> ids = new List<Id>();`),
    ).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['Integer i = zz;', 'Variable does not exist: zz'],
    ['Foo f;', 'Invalid type: Foo'],
    ['List<Foo> f;', 'Invalid type: Foo'],
    ["String s = 'a'.nope();", 'Method does not exist or incorrect signature: void nope() from the type String'],
    ['Account a = new Account(); a.Nope__c = 1;', 'Variable does not exist: Nope__c'],
    ['Object o = new Thing__c().Acc__r.Nope2;', 'Variable does not exist: Nope2'],
    ['Account a = new Account(Nope__c = 1);', 'Field does not exist: Nope__c on Account'],
    ["Account a = new Account(Name = 'a', NAME = 'b');", 'Duplicate field initialization: NAME'],
    ['Account a = new Account(); a.CreatedDate = Datetime.now();', 'Field is not writeable: Account.CreatedDate'],
    ['Account a = new Account(CreatedDate = Datetime.now());', 'Field is not writeable: Account.CreatedDate'],
    ["Account a = new Account('x');", 'Type requires name=value pair construction: Account'],
    ["Thing__c t = new Thing__c(Num__c = 'text');", 'Illegal assignment from String to Decimal'],
    ['Integer x = new Thing__c().Num__c;', 'Illegal assignment from Decimal to Integer'],
    ['Schema.SObjectField f = Thing__c.Nope__c;', 'Variable does not exist: Nope__c'],
    ['Schema.SObjectType t = Nope__c.SObjectType;', 'Variable does not exist: Nope__c'],
    ['List<SObject> a = [SELECT Id FROM Nope__c];', "sObject type 'Nope__c' is not supported."],
    ['List<Account> a = [SELECT Id FROM Account WHERE Name = :nopeVar];', 'Variable does not exist: nopeVar'],
    ['String s = System.Label.Nope;', 'External string does not exist: Nope'],
    ['Integer a = 1; String A = null;', 'Duplicate variable: A'],
    ['Integer group = 1;', 'Identifier name is reserved: group'],
    ['Object o = System.StatusCode.NOPE;', 'Variable does not exist: NOPE'],
    ['nope();', 'Method does not exist or incorrect signature: void nope() from the type T'],
    ['Unknown.call();', 'Variable does not exist: Unknown'],
    ['Account.Nope__c.getDescribe();', 'Variable does not exist: Nope__c'],
    ['Object o = Unknown.Inner.FIELD.x;', 'Variable does not exist: Unknown'],
    ['Object o = System.Nope.FIELD;', 'Variable does not exist: Nope'],
    ['HttpRequest r = new HttpRequest(1);', 'Constructor not defined: [System.HttpRequest].<Constructor>(Integer)'],
    ['Integer i = new Integer();', 'Type cannot be constructed: Integer'],
    ['Queueable q = new Queueable();', 'Type cannot be constructed: System.Queueable'],
  ])('%s', (statements, message) => {
    expect(inMethod(statements)).toEqual(one(message));
  });

  it('reports one mistake once', () => {
    expect(inMethod('Integer i = zz.a.b().c + 1; String s = zz2(i).x;')).toEqual([
      '1: Variable does not exist: zz',
      '1: Method does not exist or incorrect signature: void zz2(Integer) from the type T',
    ]);
  });
});

describe('statements', () => {
  it.each([
    ['Integer i = 1; if (i) { }', 'Condition expression must be of type Boolean: Integer'],
    ['while (null == 1) { } String s = 1;', 'Illegal assignment from Integer to String'],
    ['return; Integer x = 2;', 'Unreachable statement'],
    ['try { return; } finally { Integer y = 1; } Integer x = 2;', 'Unreachable statement'],
    ['break;', 'Break statement must be in loop'],
    ['continue;', 'Continue statement must be in loop'],
    ['return 1;', 'Void method must not return a value'],
    ['try { Integer i = 1; } catch (Account e) { }', 'Catch block variable must be of type exception: Account'],
    ['try { } catch (Exception e) { } catch (DmlException f) { }', 'Exception type already caught: System.DmlException'],
    ['for (String s : 5) { }', 'Loop must iterate over collection: Integer'],
    ['for (String s : new List<Integer>()) { }', 'Invalid loop variable type expected Integer was String'],
    [
      "Integer i = 1; switch on i { when 'a' { } }",
      'String value in when expression cannot be implicitly converted to the Integer type in switch expression',
    ],
    ["switch on 'x' { when else { } when 'a' { } }", "'when else' must be the last when block"],
    ['1 + 2;', 'Expression cannot be a statement.'],
    ['upsert new Account() Name;', 'Invalid field for upsert, must be an External Id custom or standard indexed field: Name'],
    ["System.runAs('x') { }", "runAs requires a single argument of type 'User' or 'Version'"],
    ['this.m() = 1;', 'Expression cannot be assigned'],
    ['Account a, b; merge a b;', 'merge is not supported by the local org'],
  ])('%s', (statements, message) => {
    expect(inMethod(statements)).toEqual(one(message));
  });

  // What Salesforce's own compiler does, asked with the corpus of tools/platform/compiler.
  it.each(['while (true) { return 1; }', 'for (;;) { return 1; }', 'do { return 1; } while (true);', 'while (true) { }'])(
    'takes what follows a loop for reachable: %s',
    (loop) => {
      expect(inClass(`Integer m() { ${loop} return 2; }`)).toEqual([]);
      expect(inClass(`Integer m() { ${loop} }`)).toEqual(one('Missing return statement required return type: Integer'));
    },
  );

  it('takes what follows break and continue for reachable', () => {
    expect(inMethod('for (;;) { break; Integer y = 1; } while (true) { continue; Integer y = 1; }')).toEqual([]);
  });

  it('asks every path for a value', () => {
    expect(inClass('Integer m() { Integer i = 1; }')).toEqual(one('Missing return statement required return type: Integer'));
    expect(inClass('Integer m(Boolean b) { if (b) return 1; }')).toEqual(one('Missing return statement required return type: Integer'));
    expect(inClass('Integer m(Boolean b) { while (true) { if (b) break; } }')).toEqual(
      one('Missing return statement required return type: Integer'),
    );
    expect(inClass('Integer m() { try { k(); } finally { return 1; } } void k() { }')).toEqual(
      one('Missing return statement required return type: Integer'),
    );
    expect(inClass("Integer m() { return 's'; }")).toEqual(one('Illegal conversion from String to Integer'));
    expect(inClass('Integer m() { return; }')).toEqual(one('Missing return statement required return type: Integer'));
    expect(inClass('Integer a(Boolean b) { if (b) return 1; else return 2; } Integer d() { throw new DmlException(); }')).toEqual([]);
    expect(
      inClass(
        "Integer s(String x) { switch on x { when 'a' { return 1; } when else { return 2; } } } Integer t() { try { return 1; } finally { m(); } } void m() { }",
      ),
    ).toEqual([]);
  });
});

describe('classes', () => {
  it.each([
    ["void k(Integer i) {} void m() { k('a'); }", 'Method does not exist or incorrect signature: void k(String) from the type T'],
    ['void k() {} static void m() { k(); }', 'Non static method cannot be referenced from a static context: void T.k()'],
    ['Integer f; static Integer m() { return f; }', 'Variable does not exist: f'],
    ['static T m() { return this; }', 'This cannot be referenced in a static context'],
    ['void m(Integer i) {} void m(Integer j) {}', 'Method already defined: m void T.m(Integer) from the type T'],
    ['Integer a; String A;', 'Duplicate field: A'],
    ['public abstract class A {} void m() { A a = new A(); }', 'Abstract classes cannot be constructed: T.A'],
    ['public class A { public A(Integer i) {} } void m() { A a = new A(); }', 'Constructor not defined: [T.A].<Constructor>()'],
    ['public class A {} public class B extends A {}', 'Non-virtual and non-abstract type cannot be extended: T.A'],
    [
      'public virtual class A { public virtual void x() {} } public class B extends A { public void x() {} }',
      'Method must use the override keyword: void T.B.x()',
    ],
    [
      'public virtual class A { public void x() {} } public class B extends A { public override void x() {} }',
      'Non-virtual, non-abstract methods cannot be overridden: void T.B.x()',
    ],
    [
      'public virtual class A { public virtual void x() {} } public virtual class B extends A { public override void x() {} } public class C extends B { public override void x() {} }',
      'Non-virtual, non-abstract methods cannot be overridden: void T.C.x()',
    ],
    [
      'public virtual class A { public override String toString() { return null; } } public class B extends A { public override String toString() { return null; } }',
      'Non-virtual, non-abstract methods cannot be overridden: String T.B.toString()',
    ],
    [
      'public virtual class A { public virtual Integer x() { return 1; } } public class B extends A { public override String x() { return null; } }',
      'Method return types clash: String vs Integer from the type T.B',
    ],
    ['public class B { public override void x() {} }', '@Override specified for non-overriding method: void T.B.x()'],
    [
      'public abstract class A { public abstract void x(); } public class B extends A { }',
      'Class T.B must implement the abstract method: void T.A.x()',
    ],
    [
      'public interface I { void x(String s); } public class B implements I { public void x(Integer s) {} }',
      'Class T.B must implement the method: void T.I.x(String)',
    ],
    [
      'public virtual class A { public A(Integer i) {} } public class B extends A { }',
      'No default constructor available in super type: T.A',
    ],
    ['public enum E { A } void m() { E x = E.B; }', 'Variable does not exist: B'],
    ['public enum E { A } void m(E e) { switch on e { when B { } } }', 'Variable does not exist: B'],
    [
      'final Integer a = 1; void m() { a = 2; }',
      'Final members can only be assigned in their declaration, init blocks, or constructors: a',
    ],
    [
      'static final Integer A = 1; void m() { A = 2; }',
      'Final members can only be assigned in their declaration, init blocks, or constructors: A',
    ],
    ['Integer p { get; } void m() { p = 2; }', 'Variable is not visible: T.p'],
    ['public class Wrong extends Exception {}', 'Classes extending Exception must have a name ending in Exception: T.Wrong'],
    ['@AuraEnabled public Integer m() { return 1; }', "Non static AuraEnabled methods must be named with a prefix 'get'"],
    ['@future public void m() { }', 'Future methods must be declared as static'],
    ['void m();', 'Method must have a body'],
    ['public class A { public class B {} }', 'Inner types are not allowed to have inner types'],
    ['void m() { super(); }', "Call to 'super()' must be the first statement in a constructor method"],
  ])('%s', (members, message) => {
    expect(inClass(members)).toEqual(one(message));
  });

  it('keeps private members to their file and shows them to tests that may see them', () => {
    const owner = 'public class Owner { private static void hidden() {} @TestVisible private static Integer seen; private Integer field; }';
    const user = 'public class User1 { void m() { Owner.hidden(); Integer a = Owner.seen; Integer b = new Owner().field; } }';
    expect(messages(compiled(classes(owner, user)))).toEqual([
      '1: Method is not visible: void Owner.hidden()',
      '1: Variable is not visible: Owner.seen',
      '1: Variable is not visible: Owner.field',
    ]);
    expect(messages(compiled(classes(owner, '@IsTest private class OwnerTest { @IsTest static void m() { Owner.seen = 1; } }')))).toEqual(
      [],
    );
  });

  it('keeps a private setter to its class', () => {
    const owner =
      'public class Owner { public Integer n { get; private set; } void own() { n = 1; } public class Inside { void m(Owner o) { o.n = 2; } } }';
    expect(messages(compiled(classes(owner)))).toEqual([]);
    expect(messages(compiled(classes(owner, 'public class User1 { void m(Owner o) { Integer i = o.n; o.n = 3; } }')))).toEqual(
      one('Variable is not visible: Owner.n'),
    );
  });

  it('needs what a platform interface asks for, by exact name', () => {
    expect(messages(compiled(classes('public class T implements Comparable { }')))).toEqual(
      one('Class T must implement the method: Integer System.Comparable.compareTo(Object)'),
    );
    expect(
      messages(
        compiled(
          classes(
            'public class T implements Queueable, Finalizer { public void execute(QueueableContext c) {} public void execute(FinalizerContext c) {} }',
          ),
        ),
      ),
    ).toEqual([]);
    expect(
      messages(
        compiled(
          classes(
            'public class T implements Iterator<String> { public Boolean hasNext() { return false; } public String next() { return null; } }',
          ),
        ),
      ),
    ).toEqual([]);
  });

  it('refuses a class that extends itself', () => {
    expect(messages(compiled(classes('public virtual class A extends B {}', 'public virtual class B extends A {}')))[0]).toMatch(
      /Circular definition/,
    );
  });

  it('refuses the same name twice', () => {
    expect(messages(compiled(classes('public class A {}', 'public class a {}')))).toEqual(one('Duplicate class: a'));
  });
});

describe('places and syntax', () => {
  it('points at the line and column', () => {
    const program = compiled(classes('public class T {\n  void m() {\n    Integer i =\n      zz;\n  }\n}'));
    expect(program.diagnostics).toEqual([
      { path: 'classes/T.cls', line: 4, column: 7, severity: 'error', message: 'Variable does not exist: zz' },
    ]);
    expect(program.js).toBe('');
  });

  it('reports syntax errors as diagnostics and goes on with the other files', () => {
    const program = compiled(classes('public class T { void m() { Integer i = ; } }', 'public class Ok { Foo f; }'));
    expect(program.diagnostics.map((d) => d.path)).toEqual(['classes/Ok.cls', 'classes/T.cls']);
    expect(program.diagnostics[1]?.message).toBe("Unexpected token ';'.");
    expect(messages(compiled(classes('public class T { void m() {')))).toEqual(['1: Unexpected end of file']);
  });

  it('names a platform method that the local org does not have', () => {
    const options = { hasNative: (key: string) => key !== 'system.string.reverse/0' };
    expect(messages(compiled(classes("public class T { String m() { return 'a'.reverse() + 'b'.trim(); } }"), options))).toEqual(
      one('System.String.reverse() is not supported by the local org'),
    );
  });

  it('shows what the SOQL checker says at the query', () => {
    const checkSoql = (text: string) => ({
      object: 'Account',
      kind: 'rows' as const,
      errors: text.includes('Nope') ? ["No such column 'Nope' on entity 'Account'."] : [],
    });
    expect(messages(compiled(classes('public class T { List<Account> a = [SELECT Nope FROM Account]; }'), { checkSoql }))).toEqual(
      one("No such column 'Nope' on entity 'Account'."),
    );
  });
});
