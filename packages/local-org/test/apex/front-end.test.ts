import { describe, expect, it } from 'vitest';
import { classes, compiled, messages } from './support';

const inClass = (members: string): string[] =>
  messages(compiled(classes(`public class T { ${members} }`))).map((message) => message.replace(/^1: /, ''));
const inMethod = (statements: string): string[] => inClass(`void m() { ${statements} }`);

// Verdicts of Salesforce's compiler, asked with the corpus of tools/platform/compiler.
describe('loops over records', () => {
  const dynamic = "Database.queryWithBinds('x', new Map<String, Object>(), AccessLevel.USER_MODE)";

  it.each([
    [`for (Account a : ${dynamic}) { }`, 'Invalid loop variable type expected SObject was Account'],
    ['List<SObject> l; for (Account a : l) { }', 'Invalid loop variable type expected SObject was Account'],
    ['Set<SObject> l; for (Account a : l) { }', 'Invalid loop variable type expected SObject was Account'],
    ['Iterable<SObject> l; for (Account a : l) { }', 'Invalid loop variable type expected SObject was Account'],
    [
      'for (Object o : [SELECT Id FROM Contact]) { }',
      'Loop variable must be a generic SObject or List or a concrete SObject or List of: Contact',
    ],
    [
      'for (List<Account> l : [SELECT Id FROM Contact]) { }',
      'Loop variable must be a generic SObject or List or a concrete SObject or List of: Contact',
    ],
    ["for (SObject o : Database.getQueryLocator('x')) { }", 'Loop must iterate over collection: Database.QueryLocator'],
  ])('%s', (statements, message) => {
    expect(inMethod(statements)).toEqual([message]);
  });

  it('may name the object when the header itself queries', () => {
    expect(
      inMethod(
        `for (SObject a : ${dynamic}) { } for (SObject o : [SELECT Id FROM Contact]) { } for (List<SObject> l : [SELECT Id FROM Contact]) { }`,
      ),
    ).toEqual([]);
    expect(inMethod("for (Account a : Database.query('x')) { } for (List<Account> l : Database.query('x')) { }")).toEqual([]);
  });
});

describe('calls that several methods fit', () => {
  it.each([
    ['void k(Object o) {} void k(String o) {} void m() { k(null); }', 'k(NULL)'],
    ['void k(Account o) {} void k(SObject o) {} void m() { k(null); }', 'k(NULL)'],
    ['void k(Long a, Integer b) {} void k(Integer a, Long b) {} void m() { k(1, 1); }', 'k(Integer, Integer)'],
    ['interface I {} interface J {} class A implements I, J {} void k(I i) {} void k(J i) {} void m(A a) { k(a); }', 'k(T.A)'],
    ['class A { A(Integer i) {} A(String s) {} } void m() { Object o = new A(null); }', '<init>(NULL)'],
    ['void m() { String s = String.valueOf(null); }', 'valueOf(NULL)'],
    ['void m(List<String> l) { l.addAll(null); }', 'addAll(NULL)'],
  ])('%s', (members, shown) => {
    expect(inClass(members)).toEqual([`Ambiguous method signature: void ${shown}`]);
  });

  it('may leave it to the types of the other arguments', () => {
    expect(inClass("void k(Object o, Integer i) {} void k(String o, Integer i) {} void m() { k('', null); }")).toEqual([]);
    expect(inClass('void k(List<SObject> o) {} void k(List<Object> o) {} void m(List<Account> l) { k(l); }')).toEqual([]);
    const ten = [...'abcdefghij'];
    expect(
      inClass(`void k(${ten.map((one) => `Object ${one}`).join(', ')}) {} void m() { k(${ten.map(() => "''").join(', ')}); }`),
    ).toEqual([]);
  });
});

describe('methods of interfaces and superclasses', () => {
  it.each([
    ['interface I { void f(List<SObject> l); } class A implements I { public void f(List<Account> l) {} }'],
    ['interface I { void f(Account l); } class A implements I { public void f(SObject l) {} }'],
    ['interface I { void f(Integer l); } class A implements I { public void f(Long l) {} }'],
    ['interface I { SObject f(); } class A implements I { public Account f() { return null; } }'],
  ])('accepts %s', (members) => {
    expect(inClass(members)).toEqual([]);
  });

  it.each([
    [
      'interface I { void f(SObject l); } class A implements I { public void f(Account l) {} }',
      'Class T.A must implement the method: void T.I.f(SObject)',
    ],
    [
      'interface I { void f(); } class A implements I { public Integer f() { return 1; } }',
      'Class T.A must implement the method: void T.I.f()',
    ],
    [
      'class A implements Comparable { public Long compareTo(Object o) { return 0; } }',
      'Class T.A must implement the method: Integer System.Comparable.compareTo(Object)',
    ],
    [
      'interface I { void f(); } class A implements I { void f() {} }',
      'T.A: Overriding implementations of global or public interface methods must be global or public: void T.I.f()',
    ],
    [
      'virtual class B { public virtual SObject f() { return null; } } class A extends B { public override Account f() { return null; } }',
      'Method return types clash: Account vs SObject from the type T.A',
    ],
  ])('refuses %s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });
});

describe('conversions', () => {
  it.each([
    ['Map<Id, String> m = new Map<String, String>();', 'Illegal assignment from Map<String,String> to Map<Id,String>'],
    ['Map<Id, Account> m = new Map<Id, SObject>();', 'Illegal assignment from Map<Id,SObject> to Map<Id,Account>'],
    ['Iterable<Account> i = new List<SObject>();', 'Illegal assignment from List<SObject> to System.Iterable<Account>'],
    [
      'Set<Object> s; Object o = (Set<String>) s;',
      'Incompatible types since an instance of Set<Object> is never an instance of Set<String>',
    ],
  ])('refuses %s', (statements, message) => {
    expect(inMethod(statements)).toEqual([message]);
  });

  it('accepts casts between an interface and anything, and the types Name and AggregateResult', () => {
    expect(inClass('interface I {} void m(I i, Comparable c) { String s = (String) i; Account a = (Account) c; I j = (I) s; }')).toEqual(
      [],
    );
    expect(inClass('void m(Name n, Schema.AggregateResult r) { String s = n.FirstName; String t = n.Type; Id i = r.Id; }')).toEqual([]);
    expect(inMethod('Object r = new AggregateResult();')).toEqual(['SObject is not constructable: AggregateResult']);
  });
});

describe('fields and the types of their names', () => {
  it.each([
    [
      'String json; void m() { JSON.serialize(1); }',
      'Method does not exist or incorrect signature: void serialize(Integer) from the type String',
    ],
    ['Account account; void m() { Object o = Account.SObjectType; }', 'Variable does not exist: SObjectType'],
    ['enum E { A } E e; void m() { Object o = E.A; }', 'Static field cannot be referenced from a non static context: A from the type T.E'],
    [
      'enum E { A } void m(E e) { Object o = E.values(); }',
      'Static method cannot be referenced from a non static context: List<T.E> T.E.values()',
    ],
  ])('%s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });

  it('do not meet in static code', () => {
    expect(inClass('Account account; String json; static Object m() { JSON.serialize(1); return Account.SObjectType; }')).toEqual([]);
  });
});

describe('final fields', () => {
  it('are set by constructors, also of another object, and static ones by static blocks', () => {
    expect(inClass('final Integer n; T(T other) { n = 1; other.n = 2; } static final Integer S; static { S = 1; }')).toEqual([]);
    expect(inClass('static final Integer S; T() { S = 1; }')).toEqual([
      'Final members can only be assigned in their declaration, init blocks, or constructors: S',
    ]);
  });
});
