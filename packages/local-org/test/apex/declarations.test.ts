import { describe, expect, it } from 'vitest';
import { classes, compiled, messages, schema } from './support';
import { compile } from '../../src/apex';
import { platform } from './support';

const of = (source: string): string[] => messages(compiled(classes(source))).map((one) => one.replace(/^\d+: /, ''));
const inClass = (members: string): string[] => of(`public class T { ${members} }`);

describe('keywords', () => {
  it.each([
    ['public public void m() { }', 'Duplicate modifier: public'],
    ['public private void m() { }', 'Declarations can only have one scope'],
    ['final void m() { }', 'methods are by default final'],
    ['transient void m() { }', 'transient is not allowed on methods'],
    ['virtual Integer f;', 'virtual is not allowed on fields'],
    ['static T() { }', 'static is not allowed on constructors'],
    ['protected class A { }', 'protected is not allowed on classes'],
    ['final class A { }', 'classes are by default final'],
    ['class A { static Integer f; }', 'static can only be used on fields of a top level type'],
    ['class A { static void m() { } }', 'static can only be used on methods of a top level type'],
    ['class A { static { Integer i = 1; } }', 'Inner types are not allowed to have static blocks'],
    ['protected void m() { }', 'New protected methods cannot be defined in non-virtual classes'],
    ['global void m() { }', 'Defining type for global methods must be declared as global'],
    ['global class A { }', 'Enclosing type for global classes in apex classes must be declared as global'],
    ['public abstract void m();', 'Defining type for abstract methods must be declared as abstract'],
    ['interface I { public void m(); }', "Expecting '}' but was: 'public'"],
  ])('refuses %s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });

  it('makes a top-level class say who may see it, unless it is a test', () => {
    expect(of('class T { }')).toEqual(['Top-level type must have public or global visibility']);
    expect(of('@IsTest private class T { }')).toEqual([]);
  });

  it('lets classes have what the platform lets them have', () => {
    expect(of('global abstract with sharing class T { webservice static void m() { } protected virtual void n() { } }')).toEqual([]);
    expect(
      inClass('public static final Integer A = 1; public transient Integer b; private enum E { A } interface I { void m(); }'),
    ).toEqual([]);
  });
});

describe('annotations', () => {
  it.each([
    ['@Nonsense void m() { }', 'Annotation does not exist: nonsense'],
    ['@AuraEnabled @AuraEnabled public static void m() { }', 'Duplicate modifier: AuraEnabled'],
    ['@AuraEnabled(nonsense=true) public static void m() { }', 'No such property, nonsense, defined on this annotation: AuraEnabled'],
    ['@AuraEnabled static void m() { }', 'AuraEnabled methods require at least one of the following global, public'],
    ['@IsTest static void m() { }', 'Defining type for IsTest methods must be declared as IsTest'],
    ['@IsTest private class A { }', 'IsTest can only be used on a top level type'],
    ['@future static void m(Account a) { }', 'Future methods do not support parameter type of Account'],
    ['@future static void m(List<Object> a) { }', 'Future methods do not support parameter type of List<Object>'],
    ['@InvocableMethod public void m() { }', 'InvocableMethod methods must be declared as static'],
    [
      '@InvocableMethod public static void m(String s) { }',
      'Unsupported parameter type String. Valid invocable parameters must be List types like List<T> where T is a supported type',
    ],
    [
      '@InvocableMethod public static void m(List<String> s, List<String> t) { }',
      'Only one parameter is supported on methods with @Invocable annotation',
    ],
    [
      '@InvocableMethod public static void m() { } @InvocableMethod public static void n() { }',
      'Only one method per type can be defined with: InvocableMethod',
    ],
    ['@future Integer f;', 'Future is not allowed on fields'],
  ])('refuses %s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });

  it('asks a test to give nothing', () => {
    expect(of('@IsTest private class T { @IsTest static Integer t() { return 1; } }')).toEqual(['Test methods must be declared as void']);
  });

  it('refuses overloads of what a component may call', () => {
    const overload = 'Overload of AuraEnabled method: m overload is not permitted';
    expect(inClass('@AuraEnabled public static void m() { } @AuraEnabled public static void m(Integer i) { }')).toEqual([
      overload,
      overload,
    ]);
    expect(inClass('@AuraEnabled public static void m() { } public static void m(Integer i) { }')).toEqual([]);
  });

  it('asks a REST class for a path and for one method of each kind', () => {
    expect(of("@RestResource(urlMapping='x') global class T { }")).toEqual(["Rest Resource url must begin with a forward slash, '/'"]);
    expect(of("@RestResource(urlMapping='/x') public class T { }")).toEqual(['RestResource classes must be declared as global']);
    expect(
      of("@RestResource(urlMapping='/x') global class T { @HttpGet global static void a() { } @HttpGet global static void b() { } }"),
    ).toEqual(['Only one method per type can be defined with: HttpGet']);
  });
});

describe('names', () => {
  it.each([
    ['class Inner { }', 'Identifier name is reserved: Inner'],
    ['Integer number;', 'Identifier name is reserved: number'],
    ['void m() { Integer end = 1; }', 'Identifier name is reserved: end'],
    ['void m(Integer object) { }', 'Identifier name is reserved: object'],
    ['void commit() { }', "Unexpected token 'commit'."],
  ])('refuses %s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });

  it('lets methods be called by words that fields may not have', () => {
    expect(inClass('void rollback() { } void end() { } void sort() { } Integer count; Integer first; Integer offset;')).toEqual([]);
  });
});

describe('supertypes', () => {
  it.each([
    ['interface I { } class B extends I { }', 'Invalid class: I'],
    ['virtual class A { } class B implements A { }', 'Invalid interface: A'],
    ['class B extends String { }', 'Non-virtual and non-abstract type cannot be extended: String'],
    ['interface I { } class B implements I, I { }', 'Interface already implemented: I'],
    ['class WrongException { }', 'Exception class must extend another Exception class: T.WrongException'],
    [
      'class B implements Database.Batchable<SObject> { public Database.QueryLocator start(Database.BatchableContext c) { return null; } ' +
        'public void execute(Database.BatchableContext c, List<SObject> rows) { } public void finish(Database.BatchableContext c) { } }',
      'Only top-level classes can implement Database.Batchable<SObject>',
    ],
  ])('refuses %s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });
});

describe('switch branches', () => {
  it.each([
    ['void m(Integer i) { switch on i { when 1 { } when 1 { } } }', '1 occurs as more than one when branch for this switch statement'],
    ['enum E { A } void m(E e) { switch on e { when E.A { } } }', "Enum value used in 'when expression' should be unqualified"],
  ])('refuses %s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });

  it('takes different values', () => {
    expect(inClass("void m(String s) { switch on s { when 'a', 'A' { } when null { } when else { } } }")).toEqual([]);
  });
});

describe('what the platform takes', () => {
  it.each([
    ['a plus before a text', "String m() { return 'x' + +'a'; }"],
    ['decimals for doubles', 'void m() { List<Double> d = new List<Decimal>(); List<Decimal> e = new List<Double>(); }'],
    ['a duplicate error out of an error', 'Object m(Database.Error e) { return (Database.DuplicateError) e; }'],
    [
      'a final field of the parent set by the constructor of the child',
      'public virtual class A { protected final Integer n; } public class B extends A { public B() { n = 1; } }',
    ],
  ])('%s', (_, members) => {
    expect(inClass(members)).toEqual([]);
  });
});

describe('triggers', () => {
  const trigger = (source: string): string[] =>
    compile(
      { classes: [], triggers: [{ name: 'T', path: 'T.trigger', source, apiVersion: 67 }] },
      schema,
      { labels: new Map(), translations: new Map() },
      { platform },
    ).diagnostics.map((one) => one.message);

  it.each([
    ['trigger T on Nope__c (before insert) { }', 'Invalid type: Schema.Nope__c'],
    ['trigger T on Account (before undelete) { }', 'Trigger Usage Before Undelete is not supported'],
    ['trigger T on Account (before insert, before insert) { }', 'Duplicate Trigger Usage: BEFORE INSERT'],
  ])('refuses %s', (source, message) => {
    expect(trigger(source)).toEqual([message]);
  });
});

describe('overloads', () => {
  it('finds a method with many Object parameters', () => {
    const many = (text: string): string => Array.from({ length: 12 }, (_, i) => text.replace('#', String(i))).join(', ');
    expect(inClass(`void k(${many('Object o#')}) { } void m() { k(${many("'#'")}); }`)).toEqual([]);
  });
});
