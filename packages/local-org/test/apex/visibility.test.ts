import { describe, expect, it } from 'vitest';
import { classes, compiled, messages } from './support';

const LIBRARY = `public virtual class Library {
  private class Secret { public Integer n; }
  public static Secret make() { return null; }
  public static void take(Secret s) {}
  public static Secret held;
  private enum Colour { RED }
  private interface Door {}
  private class OopsException extends Exception {}
  public class Open { private Open(Integer i) {} public Open() {} }
  @TestVisible private class Shown { public Integer n; }
}`;
const PRIVATE_TEST = `@IsTest private class OtherTest {
  public class Inside {}
  @TestVisible private class Shown {}
  public static Integer count;
  public static void run() {}
}`;

const user = (members: string): string[] => messages(compiled(classes(LIBRARY, `public class User1 { ${members} }`)));
const test = (members: string): string[] =>
  messages(compiled(classes(LIBRARY, PRIVATE_TEST, `@IsTest private class User1 { ${members} }`)));

describe('a private inner class of another class', () => {
  it.each([
    ['a variable', 'void m() { Library.Secret s; }', 'Library.Secret'],
    ['a field', 'Library.Secret s;', 'Library.Secret'],
    ['a parameter', 'void m(Library.Secret s) {}', 'Library.Secret'],
    ['a result', 'Library.Secret m() { return null; }', 'Library.Secret'],
    ['an element', 'List<Library.Secret> s;', 'List<Library.Secret>'],
    ['a new object', 'void m() { Object o = new Library.Secret(); }', 'Library.Secret'],
    ['a cast', 'void m(Object o) { Object s = (Library.Secret) o; }', 'Library.Secret'],
    ['instanceof', 'Boolean m(Object o) { return o instanceof Library.Secret; }', 'Library.Secret'],
    ['a token', 'Type m() { return Library.Secret.class; }', 'Library.Secret'],
    ['an enum', 'Object m() { return Library.Colour.RED; }', 'Library.Colour'],
    ['an interface', 'public class A implements Library.Door {}', 'Library.Door'],
    ['@TestVisible outside of a test', 'void m() { Library.Shown s; }', 'Library.Shown'],
  ])('is not visible as %s', (_, members, type) => {
    expect(user(members)).toEqual([`1: Type is not visible: ${type}`]);
  });

  it('hides the methods and fields that have it', () => {
    expect(user('void m() { Object o = Library.make(); }')).toEqual([
      '1: Method return type Library.Secret is not visible for: Library.Secret Library.make()',
    ]);
    expect(user('void m() { Library.take(null); }')).toEqual([
      '1: Method parameter type Library.Secret is not visible for: void Library.take(Library.Secret)',
    ]);
    expect(user('Object m() { return Library.held; }')).toEqual(['1: Type is not visible: Library.Secret']);
  });

  it('may be caught, as on the platform', () => {
    expect(user('void m() { try { m(); } catch (Library.OopsException e) { } }')).toEqual([]);
  });

  it('is visible in its own file, when it is public, and to tests that may see it', () => {
    expect(user('private class Own {} void m() { Object a = new Own(); Object b = new Library.Open(); }')).toEqual([]);
    expect(test('static void m() { Library.Shown s = new Library.Shown(); s.n = 1; }')).toEqual([]);
  });

  it('has private constructors that keep to its file', () => {
    expect(user('void m() { Object b = new Library.Open(1); }')).toEqual(['1: Method is not visible: void Library.Open.<init>(Integer)']);
  });
});

describe('a private test class', () => {
  it.each([
    ['its public inner classes', 'static void m() { Object o = new OtherTest.Inside(); }', 'OtherTest.Inside'],
    ['its @TestVisible inner classes', 'static void m() { OtherTest.Shown s; }', 'OtherTest.Shown'],
    ['its public methods', 'static void m() { OtherTest.run(); }', 'OtherTest'],
    ['its public fields', 'static void m() { OtherTest.count = 1; }', 'OtherTest'],
    ['itself', 'static void m() { OtherTest t; }', 'OtherTest'],
  ])('hides %s from other tests', (_, members, type) => {
    expect(test(members)).toEqual([`1: Type is not visible: ${type}`]);
  });
});
