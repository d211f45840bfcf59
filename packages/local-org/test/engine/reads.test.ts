import { describe, expect, it } from 'vitest';
import { toText } from '../../src/kernel/text';
import { orgOf } from './project';

/** Text of what a method body gives, run as the administrator of an org without other code. */
function run(body: string): string {
  return toText(orgOf({ classes: { T: `public class T { public static Object m() { ${body} } }` } }).call('T.m'));
}

describe('parents of a row', () => {
  it('are of the object that their id belongs to, where a lookup leads to several', () => {
    expect(
      run(`insert new PermissionSet(Name = 'Pilot', Label = 'Pilot', LicenseId = [SELECT Id FROM UserLicense WHERE Name = 'Salesforce'].Id);
        PermissionSet pilot = [SELECT License.Name, LicenseId FROM PermissionSet WHERE Name = 'Pilot'];
        return pilot.License.Name + ' ' + pilot.LicenseId.getSObjectType();`),
    ).toBe('Salesforce UserLicense');
  });

  it('make the lookup readable whose field was selected', () => {
    expect(
      run(`Account parent = new Account(Name = 'Acme');
        insert parent;
        insert new Contact(LastName = 'Roe', AccountId = parent.Id);
        insert new Contact(LastName = 'Alone');
        List<Contact> found = [SELECT Account.Name FROM Contact ORDER BY LastName DESC];
        return found[0].AccountId == parent.Id;`),
    ).toBe('true');
  });
});

describe('a cursor', () => {
  it('reads children of its rows by the values that variables had when it was opened', () => {
    expect(
      run(`Account acme = new Account(Name = 'Acme');
        insert acme;
        insert new List<Contact>{ new Contact(LastName = 'Roe', AccountId = acme.Id), new Contact(LastName = 'Poe', AccountId = acme.Id) };
        List<String> names = new List<String>{ 'Roe' };
        Database.Cursor rows = Database.getCursor('SELECT Name, (SELECT LastName FROM Contacts WHERE LastName IN :names) FROM Account');
        names = new List<String>{ 'Poe' };
        return ((Account) rows.fetch(0, 1)[0]).Contacts;`),
    ).toMatch(/^\(Contact:\{.*LastName=Roe.*\}\)$/);
  });

  it('may hold more rows than a transaction may query: they count when they are fetched', () => {
    const { call } = orgOf({
      classes: {
        T: `public class T {
          public static void add() {
            List<Account> rows = new List<Account>();
            for (Integer i = 0; i < 10000; i++) rows.add(new Account(Name = 'Row ' + i));
            insert rows;
          }
          public static Object m() {
            Database.Cursor rows = Database.getCursor('SELECT Id FROM Account');
            Integer opened = Limits.getQueryRows();
            rows.fetch(50000, 200);
            return rows.getNumRecords() + ' ' + opened + ' ' + Limits.getQueryRows();
          }
        }`,
      },
    });
    for (let round = 0; round < 6; round++) call('T.add');
    expect(toText(call('T.m'))).toBe('60000 0 200');
  }, 30_000);
});

describe('compound fields', () => {
  it('are refused where the query names them, not by the database', () => {
    expect(() => run(`return [SELECT BillingAddress FROM Account];`)).toThrow(
      /T\.cls:1:\d+ .*does not support the compound field BillingAddress/,
    );
    expect(
      run(
        `try { Database.query('SELECT Id, BillingAddress FROM Account'); } catch (QueryException e) { return e.getMessage(); } return null;`,
      ),
    ).toContain('does not support the compound field BillingAddress');
  });
});

describe('results of DML', () => {
  it('are read from JSON, as mocks of them are made', () => {
    expect(
      run(`String text = '{"success":false,"id":"001000000000001AAA","errors":[{"message":"No","statusCode":"REQUIRED_FIELD_MISSING","fields":["Name"]}]}';
        Database.SaveResult one = (Database.SaveResult) JSON.deserialize(text, Database.SaveResult.class);
        Database.Error error = one.getErrors()[0];
        return one.isSuccess() + ' ' + one.getId() + ' ' + error.getMessage() + ' ' + error.getStatusCode() + ' ' + error.getFields();`),
    ).toBe('false 001000000000001AAA No REQUIRED_FIELD_MISSING (Name)');
    expect(
      run(`List<Database.UpsertResult> all = (List<Database.UpsertResult>) JSON.deserialize('[{"success":true,"created":true,"errors":[]}]', List<Database.UpsertResult>.class);
        return all[0].isCreated() + ' ' + all[0].getErrors().size() + ' ' + all[0].getId();`),
    ).toBe('true 0 null');
  });
});

describe('numbers', () => {
  it('know their largest and smallest values', () => {
    expect(run(`return Integer.MAX_VALUE + ' ' + Integer.MIN_VALUE + ' ' + Long.MAX_VALUE + ' ' + Long.MIN_VALUE;`)).toBe(
      '2147483647 -2147483648 9223372036854775807 -9223372036854775808',
    );
  });
});

describe('a clone of a whole record', () => {
  it('is inserted like any new record, with what only the platform sets left out', () => {
    const { call } = orgOf({
      classes: {
        T: `public without sharing class T {
          public static String m() {
            Account acme = new Account(Name = 'Acme');
            insert as system acme;
            delete as system acme;
            return String.valueOf([SELECT COUNT() FROM Account WITH SYSTEM_MODE]);
          }
        }`,
      },
      triggers: { Keep: 'trigger Keep on Account (before delete) { insert as system Trigger.old[0].clone(); }' },
    });
    expect(call('T.m')).toBe('1');
  });
});

describe('the recycle bin', () => {
  it('is emptied of the records that are in it, with their details', () => {
    expect(
      run(`Account gone = new Account(Name = 'Gone');
        Account here = new Account(Name = 'Here');
        insert new List<Account>{ gone, here };
        insert new Contact(LastName = 'Roe', AccountId = gone.Id);
        delete gone;
        List<Database.EmptyRecycleBinResult> results = Database.emptyRecycleBin(new List<Account>{ gone, here });
        Integer left = [SELECT COUNT() FROM Account ALL ROWS] * 10 + [SELECT COUNT() FROM Contact ALL ROWS];
        Integer used = Limits.getDmlStatements();
        return results[0].isSuccess() + ' ' + results[1].getErrors()[0].getMessage() + ' ' + left + ' ' + used;`),
    ).toBe('true entity is not in the recycle bin 10 4');
  });
});

describe('a list out of JSON that is none', () => {
  it('is told by its beginning', () => {
    expect(
      run(`try { JSON.deserialize('"}]', List<Account>.class); } catch (JSONException e) { return e.getMessage(); } return null;`),
    ).toBe("Malformed JSON: Expected '[' at the beginning of List/Set");
  });
});

describe('AggregateResult', () => {
  it('has a type, although only queries make its records', () => {
    expect(run('return String.valueOf(AggregateResult.SObjectType);')).toBe('AggregateResult');
  });
});

describe('construction', () => {
  it('gives fields their first values before any constructor runs, the superclass first', () => {
    const { call } = orgOf({
      classes: {
        Base: `public virtual class Base {
          public String log = 'base;';
          public Base() { log += hook() + ';'; }
          public virtual String hook() { return 'none'; }
        }`,
        Derived: `public class Derived extends Base {
          private String own = 'own';
          private Integer seen = log.length();
          public Derived() { super(); log += 'derived' + seen; }
          public Derived(String text) { this(); log += text; }
          public override String hook() { return own; }
          public static String m() { return new Derived('!').log + new Derived().log + ((Derived) Type.forName('Derived').newInstance()).log; }
        }`,
      },
    });
    expect(call('Derived.m')).toBe('base;own;derived5!' + 'base;own;derived5'.repeat(2));
  });
});
