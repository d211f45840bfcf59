import { describe, expect, it } from 'vitest';
import { classes, compiled, messages } from './support';

/** `column: message` of a source of one line. */
const placed = (source: string): string[] => compiled(classes(source)).diagnostics.map((one) => `${one.column}: ${one.message}`);
const of = (source: string): string[] => messages(compiled(classes(source))).map((message) => message.replace(/^1: /, ''));
const inClass = (members: string): string[] => of(`public class T { ${members} }`);
const inGlobal = (members: string): string[] => of(`global class T { ${members} }`);
const inTest = (members: string): string[] => of(`@IsTest private class T { ${members} }`);

// What Salesforce's own compiler refuses in the same words, asked with the corpus of tools/platform/compiler.
describe('parameters of annotations', () => {
  it.each([
    ["@AuraEnabled(scope='x') public static Integer m() { return 1; }", 'Annotation property, scope on AuraEnabled, unknown value: x'],
    ['@AuraEnabled(cacheable=true) public Integer n;', 'Annotation property, cacheable on AuraEnabled, is not allowed on fields'],
    ['@AuraEnabled(cacheable=true, continuation=true) public static Object m() { return 1; }', "Unexpected token '@'."],
    ['@future(callout=1) static void m() { }', "Unexpected token '@'."],
    ['@AuraEnabled public static Integer n;', 'AuraEnabled fields cannot be static'],
    [
      '@ReadOnly public void m() { }',
      'Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly',
    ],
  ])('%s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });

  it.each([
    ['@RestResource global class T { }', '1: Required property is missing: urlMapping'],
    ["@RestResource(urlMapping='/x*') global class T { }", "46: Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'"],
    ["@JsonAccess(serializable='nope') public class T { }", '13: Annotation property, serializable on JsonAccess, unknown value: nope'],
    ['@JsonAccess public class T { }', '26: At least one JSON serialization control parameter must be specified'],
    ['@IsTest(nope=true) private class T { }', '9: No such property, nope, defined on this annotation: IsTest'],
  ])('%s', (source, message) => {
    expect(placed(source)).toEqual([message]);
  });
});

describe('types of methods that are called from outside', () => {
  it.each([
    ['@future static void m(List<List<String>> l) { }', 'Future methods do not support parameter type of List<List<String>>'],
    ['@InvocableMethod public static String m() { return null; }', 'InvocableMethod methods do not support return type of String'],
    ['@InvocableMethod public static void m(List<Object> l) { }', 'InvocableMethod methods do not support parameter type of List<Object>'],
    [
      'class A { } @InvocableMethod public static void m(List<A> l) { }',
      'InvocableMethod methods do not support parameter type of List<T.A>',
    ],
    [
      '@InvocableMethod @future public static void m(List<String> l) { }',
      'The only annotation that can be used with InvocableMethod is Deprecated',
    ],
    ['public class A { @InvocableVariable public Object o; }', 'InvocableVariable fields do not support type of Object'],
    ['public class A { @InvocableVariable public final String s; }', 'InvocableVariable fields cannot be final'],
    ['class A { @InvocableVariable public String s; }', 'Defining type for InvocableVariable fields cannot be private'],
  ])('%s', (members, message) => {
    expect(inClass(members)).toEqual([message]);
  });

  it.each([
    ['public class A { } global A m() { return null; }', 'global methods do not support return type of T.A'],
    ['public class A { } global void m(List<A> a) { }', 'global methods do not support parameter type of List<T.A>'],
    ['public class A { } global T(A a) { }', 'global methods do not support parameter type of T.A'],
    ['webservice static void m(Map<String, String> s) { }', 'webService methods do not support parameter type of Map<String,String>'],
    ['webservice static Object m() { return null; }', 'webService methods do not support return type of Object'],
    ['webservice static Set<String> s;', 'webService fields do not support type of Set<String>'],
    [
      'webservice static void m() { } webservice static void m(Integer i) { }',
      'Web Service does not support two web service methods with the same name: void T.m(Integer)',
    ],
    ['public webservice static void m() { }', 'Declarations can only have one scope'],
    ['global webservice static void m() { }', 'Duplicate modifier: global'],
  ])('%s', (members, message) => {
    expect(inGlobal(members)).toEqual([message]);
  });

  it.each([
    ['@HttpGet global static void m(String s) { }', 'HttpGet methods do not support parameters'],
    ['@HttpGet static void m() { }', 'HttpGet methods must be declared as global'],
    ['@HttpPost global static Object m() { return null; }', 'HttpPost methods do not support return type of Object'],
    ['@HttpPut global static void m(Map<Id, String> s) { }', 'HttpPut methods do not support parameter type of Map<Id,String>'],
    ['global class A { Blob b; } @HttpPost global static void m(A a) { }', 'HttpPost methods do not support parameter type of T.A'],
  ])('%s', (members, message) => {
    expect(of(`@RestResource(urlMapping='/x') global class T { ${members} }`)).toEqual([message]);
  });

  it('may be all that a flow, a WSDL or JSON can hold', () => {
    const rows = 'public class A { @InvocableVariable public List<List<String>> s; @InvocableVariable public Account a; }';
    expect(inClass(`${rows} @InvocableMethod public static List<A> m(List<List<A>> l) { return null; }`)).toEqual([]);
    expect(
      inGlobal('global class A { webservice Integer n; } webservice static List<A> m(List<Account> l, Date d) { return null; }'),
    ).toEqual([]);
    const rest = "@RestResource(urlMapping='/x/*') global class T { global class A { global A next; global List<Map<String, Decimal>> n; }";
    expect(of(`${rest} @HttpPost global static A m(A a, Map<String, Account> b) { return a; } }`)).toEqual([]);
  });
});

describe('tests', () => {
  it.each([
    ['testMethod void m() { }', 'testMethod methods must be declared as static'],
    ['@IsTest static testMethod void m() { }', 'testMethod are by default IsTest'],
    ['@IsTest @TestSetup static void m() { }', 'TestSetup methods cannot be IsTest'],
    ['@IsTest @future static void m() { }', 'Future methods cannot be IsTest'],
    ['@TestSetup static void m() { } @TestSetup static void n() { }', 'Only one method per type can be defined with: TestSetup'],
    ['class A { @IsTest void m() { } }', 'IsTest can only be used on methods of a top level type'],
    [
      '@TestSetup static void m() { } @IsTest(SeeAllData=true) static void n() { }',
      'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)',
    ],
  ])('%s', (members, message) => {
    expect(inTest(members)).toEqual([message]);
  });

  it('are no classes to extend, and not parallel with the data of the org', () => {
    expect(of('@IsTest private virtual class T { }')).toEqual(['IsTest classes cannot be virtual']);
    expect(of('@IsTest(SeeAllData=true IsParallel=true) private class T { }')).toEqual([
      'Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)',
    ]);
    expect(inClass('static testMethod void m() { }')).toEqual(['Defining type for testMethod methods must be declared as IsTest']);
  });
});

describe('words that exclude each other', () => {
  it.each([
    ['public with sharing without sharing class T { }', '43: withSharing classes cannot be withoutSharing'],
    ['public virtual abstract class T { }', '31: abstract are by default virtual'],
    ['public with sharing interface T { }', '31: withSharing is not allowed on interfaces'],
    ['public class T extends Account { }', '14: Non-virtual and non-abstract type cannot be extended: Account'],
    ['public class T extends Comparable { }', '24: Invalid class: Comparable'],
    ['public class T { void m() { static Integer i; } }', '44: static is not allowed on locals'],
    ['public class T { void m(public Integer i) { } }', '40: public is not allowed on parameters'],
    ['public class T { void m() { for (public Integer i = 0; i < 1; i++) { } } }', "34: Unexpected token 'public'."],
    ['public class T { Integer p { public private get; } }', "37: Unexpected token 'private'."],
    ['public class T { Integer p { @TestVisible get; } }', "30: Unexpected token '@'."],
    ['public class T { public static override String toString() { return null; } }', '48: static methods cannot be override'],
  ])('%s', (source, message) => {
    expect(placed(source)[0]).toEqual(message);
  });
});
