import { describe, expect, it } from 'vitest';
import type { ApexList } from '../../../src/kernel/collections';
import type { Native } from '../../../src/kernel/natives';
import { classes, compiled, messages, running } from '../support';
import { newRow, queried, run } from './body';

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
