/** What the compilers judge otherwise, in words or at another place, each with its reason; one that they agree about has to leave the list. */
// prettier-ignore
export default [
  ['our grammar and theirs stop at another token', [
    'interface A { static void m(); }',
    'public interface A { class B {} }',
    'public interface $ { class A {} }',
    'public interface $ implements Comparable {}',
    'enum E implements Comparable {A}',
    'void m() { for (static Integer i : new List<Integer>()) {} }',
  ]],
  ['the front end applies the modifiers of an enum to its constants, and those of a property to its storage, too', [
    'global enum A {B}',
    '@IsTest enum A {B}',
    '@IsTest private enum $ {A}',
    'class A { static Integer p { get; set; } }',
    'static enum A {B}',
    'public with sharing enum $ {A}',
  ]],
  ['both messages are there, in another order', [
    '@AuraEnabled class $ {}',
    'public webservice class $ { }',
    "@NamespaceAccessible @InvocableMethod(label='x') public static void m(List<String> s) {}",
    'global class $ { public enum E {A} webservice static void m(E r) {} }',
    "@RestResource(urlMapping='/x') public class $ { @HttpGet global static void m() {} }",
    'public abstract class B { public abstract void f(List<SObject> l); } public class A extends B { public override void f(List<Account> l) {} }',
  ]],
  ['components, icons and capabilities of flows are not known to the local org', [
    "@InvocableMethod(label='a' description='b' category='c' iconName='slds:standard:account' configurationEditor='x') public static void m(List<String> s) {}",
    "@InvocableMethod(configurationEditor='c-my-editor') public static void m(List<String> s) {}",
    "@InvocableMethod(configurationEditor='c:myEditor') public static void m(List<String> s) {}",
    "@InvocableMethod(configurationEditor='c-myEditor') public static void m(List<String> s) {}",
    "@InvocableMethod(configurationEditor='ns-my') public static void m(List<String> s) {}",
    "@InvocableMethod(configurationEditor='') public static void m(List<String> s) {}",
  ]],
  ['a test that is not void is refused by the guide (Unit Test Methods)', [
    '@IsTest private class $ { @IsTest static Integer t() { return 1; } }',
    '@IsTest private class $ { static testMethod Integer t() { return 1; } }',
  ]],
  ["what packages share is not the local org's", [
    '@NamespaceAccessible private void m() {}',
  ]],
  ['our symbols have no members of Schema.SObjectType, which the guide documents', [
    'void m() { User user; Object o = Schema.SObjectType.User.fields; }',
    'void m() { User user; Object o = Schema.SObjectType.User.fields.getMap(); }',
    'void m() { User user; Object o = Schema.SObjectType.User.getLabel(); }',
    'void m() { User user; Object o = Schema.SObjectType.User; }',
    'void m() { User user; Object o = Schema.SObjectType.User.isAccessible(); }',
    'void m() { User user; Object o = Schema.SObjectType.User.fields.Email; }',
  ]],
  ['our symbols give Database.query a list, where the platform gives rows that fit what is asked for', [
    "void m() { Account a = Database.query('x'); }",
    "void m() { Account a = Database.queryWithBinds('x', new Map<String, Object>(), AccessLevel.USER_MODE); }",
    "void m() { SObject a = Database.queryWithBinds('x', new Map<String, Object>(), AccessLevel.USER_MODE); }",
    "void m() { Account a = Database.query('x', AccessLevel.USER_MODE); }",
    "Account m() { return Database.query('x'); }",
    "Account m() { return (Account) Database.query('x'); }",
  ]],
  ['what such a list holds when it is read is not documented', [
    'void m() { List<Decimal> d = new List<Integer>(); }',
    'void m() { List<Long> d = new List<Integer>(); }',
    'void m() { List<Double> d = new List<Integer>(); }',
    'void m() { List<Datetime> d = new List<Date>(); }',
  ]],
  ['our symbols call what a lookup to several objects leads to Name, and the guide casts it', [
    'void m(Task t) { Contact n = t.Who; }',
    'void m(Task t) { Contact n = (Contact) t.Who; }',
    'void m(Task t) { t.Who = new Contact(); }',
  ]],
  ['our symbols leave out the types that the front end knows by itself', [
    'global class $ { webservice static Exception m() { return null; } }',
    'global class $ { webservice static void m(Exception e) { } }',
    'public class $ implements Iterable<String> { public Iterator<Object> iterator() { return null; } }',
    'void m() { Iterator<Object> d = new List<String>().iterator(); }',
    'void m() { System.String n; System.List<System.Integer> l; System.Object o; System.SObject p; }',
  ]],
  ['a constant stands for its value where it is used', [
    'static final Integer X = 1; static { X = 2; }',
  ]],
  ['the front end names the place of what is above, wherever that is', [
    "public class A { @InvocableVariable(required=true defaultValue='a') public String s; }",
    'class A extends B {} abstract class B { abstract void m(); }',
  ]],
  ['forward references are not judged by the local org', [
    'public enum Kind { A, B } Kind kind = Kind.B;',
    'public enum Kind { A, B } static Kind kind = Kind.B;',
  ]],
];
