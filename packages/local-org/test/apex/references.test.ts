import { describe, expect, it } from 'vitest';
import { readFiles, type ApexFile } from '../../src/apex';
import { classes, platform, schema } from './support';

/** Class A as it is read, besides a class B with an inner class, its child C and an enum E. */
function read(source: string): ApexFile {
  const sources = classes(
    source,
    'public virtual class B { public static Integer n; public Integer size; public class Inner {} public static void go() {} }',
    'public class C extends B {}',
    'public enum E { ONE }',
  );
  return readFiles(sources, schema, { labels: new Map(), translations: new Map() }, { platform })[0]!;
}

/** `line: name` of what class A names. */
const named = (source: string, what: 'references' | 'namedTypes' = 'references'): string[] =>
  read(source)[what].map(({ line, name }) => `${line}: ${name}`);

describe('the classes that an Apex file names', () => {
  it.each([
    ['a supertype', 'public class A extends B {}', ['1: B']],
    ['a field, a parameter, a result', 'public class A { C c;\n E m(B b) { return null; } }', ['1: C', '2: B', '2: E']],
    ['a type argument and an inner class', 'public class A { Map<Id, List<B.Inner>> x; }', ['1: B.Inner']],
    [
      'what is made, cast and compared',
      'public class A { void m(Object o) {\n o = new C();\n o = (B) o;\n if (o instanceof E) {} } }',
      ['2: C', '3: B', '4: E'],
    ],
    ['a static member', 'public class A { void m() {\n B.go();\n Integer i = B.n;\n E e = E.ONE; } }', ['2: B', '3: B', '4: E']],
    ['a class literal', 'public class A { Type t = C.class; }', ['1: C']],
    ['a class once a line, with its file', 'public class A { B b = new B(); }', ['1: B']],
  ])('%s', (_, source, expected) => {
    expect(named(source)).toEqual(expected);
  });

  it('are not what variables and fields of the same name are, comments and texts', () => {
    expect(named("public class A { Account b; void m(Account c) { // C\n String t = 'B'; c.Name = b.Name; } }")).toEqual([]);
  });

  it('are not the class itself', () => {
    expect(named('public class A { A next; static Integer n; Integer m() { return A.n; } }')).toEqual([]);
  });

  it('are read also where the file has an error', () => {
    expect(named('public class A { void m() { Nothing x; B.go(); } }')).toEqual(['1: B']);
  });
});

describe('the names that an Apex file gives to Type.forName', () => {
  it.each([
    ['a text', "public class A { Type t = Type.forName('C'); }", ['1: C']],
    ['a constant of the class', "public class A { static final String WHO = 'C';\n Type t = System.Type.forName(WHO); }", ['2: C']],
    ['namespace and name', "public class A { Type t = Type.forName('', 'B.Inner'); }", ['1: B.Inner']],
    ['nothing that is known only when it runs', 'public class A { Type m(String name) { return Type.forName(name); } }', []],
  ])('%s', (_, source, expected) => {
    expect(named(source, 'namedTypes')).toEqual(expected);
  });
});

describe('the fields of records that an Apex file writes', () => {
  it.each([
    ['an assignment', "public class A { void m(Account a) {\n a.Name = 'x'; } }", ['2: Account.Name']],
    ['in other capitals', "public class A { void m(account a) { a.name = 'x'; } }", ['1: Account.Name']],
    [
      'a compound one and a step',
      'public class A { void m(Account a) {\n a.AnnualRevenue += 1;\n a.AnnualRevenue++;\n --a.AnnualRevenue; } }',
      ['2', '3', '4'].map((line) => `${line}: Account.AnnualRevenue`),
    ],
    [
      'through a list, a lookup, a method and a cast',
      "public class A { Account one() { return null; } void m(List<Account> l, Contact c, SObject s) {\n l[0].Name = 'x';\n c.Account.Name = 'x';\n one().Name = 'x';\n ((Account) s).Name = 'x'; } }",
      ['2', '3', '4', '5'].map((line) => `${line}: Account.Name`),
    ],
    ['a constructor', "public class A { Account a = new Account(\n Name = 'x'); }", ['2: Account.Name']],
    [
      'each once a line, as its object has it',
      "public class A { void m(Account a, Contact c) { a.Name = a.Name = 'x';\n c.LastName = 'x'; } }",
      ['1: Account.Name', '2: Contact.LastName'],
    ],
    [
      'not what is read, queried or compared',
      "public class A { String name; void m(Account a) { name = a.Name; if (a.Name == 'x') {} } }",
      [],
    ],
  ])('%s', (_, source, expected) => {
    expect(read(source).writes.map(({ line, object, field }) => `${line}: ${object}.${field}`)).toEqual(expected);
  });
});
