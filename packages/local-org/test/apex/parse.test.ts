import { describe, expect, it } from 'vitest';
import type { SoqlNode } from '../../src/apex/ast/nodes';
import { parseAnonymous, parseClass, parseTrigger } from '../../src/apex/parse';
import { evaluate } from './support';

/** The query of `List<Account> l = [...]`. */
function query(text: string): SoqlNode {
  const { unit, findings } = parseAnonymous(`List<Account> l = [${text}];`);
  expect(findings).toEqual([]);
  const [statement] = unit?.body.statements ?? [];
  if (statement?.kind !== 'variables') throw new Error('not a declaration');
  return statement.names[0]?.initial as SoqlNode;
}

describe('inline SOQL', () => {
  it('numbers binds in textual order, also in subqueries, limits and lists', () => {
    const node = query(
      'SELECT Id, (SELECT Id FROM Contacts WHERE Name = :a.b LIMIT :c) FROM Account WHERE Id IN :ids AND Name IN (:d, :e(1)) LIMIT :f + 1 OFFSET :g',
    );
    expect(node.text).toBe(
      'SELECT Id, (SELECT Id FROM Contacts WHERE Name = :b0 LIMIT :b1) FROM Account WHERE Id IN :b2 AND Name IN (:b3, :b4) LIMIT :b5 OFFSET :b6',
    );
    expect(node.binds.map((bind) => bind.kind)).toEqual(['member', 'name', 'name', 'name', 'call', 'binary', 'name']);
    expect(node.from).toBe('Account');
  });

  it('keeps text in quotes and drops comments and line breaks', () => {
    expect(query("SELECT Id // one\n FROM Account /* two\n lines */ WHERE Name = 'a  // b\\'c' ").text).toBe(
      "SELECT Id   FROM Account   WHERE Name = 'a  // b\\'c'",
    );
  });

  it('tells counts from rows', () => {
    expect(query('SELECT COUNT() FROM Account').count).toBe(true);
    expect(query('SELECT COUNT(Id) FROM Account').count).toBe(false);
    expect(query('SELECT Id FROM Account WITH USER_MODE').text).toContain('WITH USER_MODE');
  });
});

describe('files', () => {
  it('survives JSON, which is what the cache keeps', () => {
    const { unit } = parseClass(
      "@RestResource(urlMapping='/x/*') global with sharing class T { @TestVisible private Long l = 5L; public Integer p { get; private set; } }",
    );
    expect(JSON.parse(JSON.stringify(unit))).toEqual(unit);
    expect(unit?.modifiers).toMatchObject({
      words: ['global', 'with sharing'],
      annotations: [{ name: 'restresource', parameters: { urlmapping: '/x/*' } }],
    });
  });

  it('says of declarations, annotations and modifiers where they stand', () => {
    const { unit } = parseClass(
      "@RestResource(urlMapping='/x')\nglobal class T {\n  public class A { @TestVisible public static Integer n; } }",
    );
    expect(unit).toMatchObject({ line: 2, column: 14, keyword: { line: 2, column: 8 } });
    expect(unit?.modifiers.annotations).toMatchObject([{ line: 1, column: 1, places: { urlmapping: { line: 1, column: 15 } } }]);
    expect(unit?.modifiers.places).toEqual([{ line: 2, column: 1 }]);
  });

  it('reads every event of a trigger and its own methods', () => {
    const { unit } = parseTrigger('trigger T on Account (before insert, after undelete) { run(); void run() { } }');
    expect(unit?.events).toEqual([
      { timing: 'before', operation: 'insert' },
      { timing: 'after', operation: 'undelete' },
    ]);
    expect(unit?.members.map((member) => member.kind)).toEqual(['method']);
    expect(unit?.body.statements).toHaveLength(1);
  });

  it.each([
    ['public class T { Integer i = 08 }', "Missing ';' at '}'"],
    ["public class T { void m() { String s = 'a; } }", /./],
    ['', /./],
    ['nonsense', /./],
    ['public class T { } }', /./],
  ])('finds what is wrong with %s', (source, message) => {
    const { unit, findings } = parseClass(source);
    expect(unit).toBe(null);
    expect(findings[0]?.message).toMatch(message);
  });

  it('reads literals', () => {
    expect(evaluate("'''\n  two\n  lines'''", 'String')).toBe('  two\n  lines');
    expect(evaluate("'\\t\\'\\\\\\u00e9'", 'String')).toBe("\t'\\é");
  });

  it('reads a concatenation of a thousand parts', () => {
    expect(evaluate(Array.from({ length: 1000 }, (_, i) => `'${i % 10}'`).join(' + '), 'String')).toHaveLength(1000);
  });
});
