import { describe, expect, it } from 'vitest';
import { classes, compiled, messages } from './support';

const of = (source: string): string[] => messages(compiled(classes(source))).map((message) => message.replace(/^1: /, ''));
const inClass = (members: string): string[] => of(`public class T { ${members} }`);

// What Salesforce's own compiler refuses in the same words, asked with the corpus of tools/platform/compiler.
describe('type arguments', () => {
  it.each([
    ['List<String, String> a;', 'Invalid type argument count for List: expected 1 but found 2'],
    ['Map<String> a;', 'Invalid type argument count for Map: expected 2 but found 1'],
    ['List a;', 'No type arguments provided for a parameterized type: List'],
    ['Set<List> a;', 'No type arguments provided for a parameterized type: List'],
    ['Iterable a;', 'No type arguments provided for a parameterized type: System.Iterable'],
    ['void m() { Object o = new Map<String>(); }', 'Invalid type argument count for Map: expected 2 but found 1'],
    ['Boolean m(Object o) { return o instanceof List; }', 'No type arguments provided for a parameterized type: List'],
    ['Integer<String> a;', 'Type arguments provided for a non-parameterized type: Integer'],
    ['Account<String> a;', 'Type arguments provided for a non-parameterized type: Account'],
    ['class A { } A<String> a;', 'Type arguments provided for a non-parameterized type: T.A'],
    ['Schema.SObjectType<String> a;', 'Type arguments provided for a non-parameterized type: Schema.SObjectType'],
  ])('%s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });
});

describe('types above themselves', () => {
  it.each([
    ['public virtual class T extends T { }', ['T']],
    ['public interface T extends T { }', ['T']],
    ['public class T { virtual class A extends B { } virtual class B extends A { } }', ['T.A', 'T.B']],
    ['public class T { interface I extends J { } interface J extends I { } }', ['T.I', 'T.J']],
  ])('%s', (source, names) => {
    expect(of(source)).toEqual(names.map((name) => `Circular definition: ${name}`));
  });
});

describe('names within a type', () => {
  it.each([
    ['class T { }', 'Type name already in use: T'],
    ['enum t { A }', 'Type name already in use: t'],
    ['enum E { A, a }', 'Duplicate field: a'],
  ])('%s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });
});

describe('accessors', () => {
  it.each([
    ['Integer p { get; get; }', "Missing '}' at 'get'"],
    ['Integer p { set; set; }', "Missing '}' at 'set'"],
    ['private Integer p { public get; set; }', 'Cannot declare public accessor on private property'],
    ['Integer p { get; protected set; }', 'Cannot declare protected accessor on private property'],
    ['public Integer p { global get; set; }', 'Cannot declare global accessor on public property'],
  ])('%s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });

  it('may be narrower than their property', () => {
    expect(inClass('public Integer p { get; private set; } private Integer q { private get; set; }')).toEqual([]);
  });
});

describe('methods and loops', () => {
  it('asks for a scope where others implement or are implemented', () => {
    const scopes = 'require at least one of the following global, public, protected';
    expect(of('public abstract class T { abstract Integer x(); protected abstract void y(); }')).toEqual([`abstract methods ${scopes}`]);
    expect(of("public class T { override String toString() { return ''; } }")).toEqual([`override methods ${scopes}`]);
  });

  it('lets them be private before API version 65', () => {
    const former = classes(
      'public abstract class A { abstract Integer x(); }',
      'public class B extends A { public Integer x() { return 1; } }',
      'public class C extends A { override Integer x() { return 2; } }',
    ).classes.map((one) => ({ ...one, apiVersion: 64 }));
    expect(messages(compiled({ classes: former, triggers: [] }))).toEqual([]);
  });

  it('takes one step per loop', () => {
    expect(inClass('void m() { for (Integer i = 0, j = 0; i < 2; i++, j++) { } }')).toEqual(["Expecting ')' but was: ','"]);
  });
});

describe('protected and static', () => {
  it.each([
    ['protected static void m() { }', 'protected methods cannot be static'],
    ['static protected Integer n;', 'protected fields cannot be static'],
    ['protected static final Integer N = 1;', 'protected fields cannot be static'],
    ['protected static Integer n { get; set; }', 'protected properties cannot be static'],
  ])('%s', (members, message) => {
    expect(of(`public virtual class T { ${members} }`)).toEqual([message]);
  });

  it('an accessor may be protected', () => {
    expect(inClass('public static Integer n { get; protected set; }')).toEqual([]);
  });
});

describe('collections made of others', () => {
  const LIST = (element: string): string => `an Integer or a List of type ${element}`;
  const SET = (element: string): string => `a List or a Set of type: ${element}`;
  const MAP = 'a Map with the same key and value types, or a valid SObject List';
  it.each([
    ['List<String>', 'List<Object>', LIST('Object')],
    ['Set<String>', 'List<Object>', LIST('Object')],
    ['List<Id>', 'List<String>', LIST('String')],
    ['List<Account>', 'List<SObject>', LIST('SObject')],
    ['List<SObject>', 'List<Account>', LIST('Account')],
    ['List<Integer>', 'List<Long>', LIST('Long')],
    ['List<T>', 'List<Object>', LIST('Object')],
    ['Long', 'List<String>', LIST('String')],
    ['List<String>', 'Set<Id>', SET('Id')],
    ['Set<Account>', 'Set<SObject>', SET('SObject')],
    ['Integer', 'Set<String>', SET('String')],
    ['Map<String,String>', 'Map<String,Object>', MAP],
    ['Map<Id,Account>', 'Map<Id,SObject>', MAP],
    ['List<SObject>', 'Map<Id,Account>', MAP],
    ['List<Account>', 'Map<Id,Contact>', MAP],
    ['List<Account>', 'Map<Id,Object>', MAP],
  ])('%s into %s', (from, to, expected) => {
    expect(inClass(`Object m(${from} a) { return new ${to}(a); }`)).toEqual([
      `Invalid initializer type ${from} found for ${to}: expected ${expected}`,
    ]);
  });

  it('of nothing', () => {
    expect(inClass('Object m() { return new Set<String>(null); }')).toEqual([
      'Invalid initializer type NULL found for Set<String>: expected a List or a Set of type: String',
    ]);
  });

  it.each([
    ['List<String>', 'List<String>'],
    ['Set<Account>', 'List<Account>'],
    ['List<Id>', 'Set<Id>'],
    ['Integer', 'List<String>'],
    ['Map<Id, Account>', 'Map<Id, Account>'],
    ['List<Account>', 'Map<Id, Account>'],
    ['List<Account>', 'Map<String, SObject>'],
    ['List<SObject>', 'Map<Id, SObject>'],
  ])('%s into %s may be', (from, to) => {
    expect(inClass(`Object m(${from} a) { return new ${to}(a); }`)).toEqual([]);
  });
});

/** The platform points at the name of what is declared, and at `new`. */
it('tells the column', () => {
  const columns = (source: string): number[] => compiled(classes(source)).diagnostics.map(({ column }) => column);
  expect(columns('public virtual class T { protected static void m() { } }')).toEqual([48]);
  expect(columns('public virtual class T { protected static Integer n { get; set; } }')).toEqual([51]);
  expect(columns('public class T { Object m(List<Id> a) { return new Set<String>(a); } }')).toEqual([48]);
  expect(columns('public class T { public override void m() { } }')).toEqual([39]);
});
