import { describe, expect, it } from 'vitest';
import { ApexException } from '../../src/kernel/exceptions';
import { orgOf } from './project';

const CODE = `public class Code {
  static Integer kept = 0;
  static Integer count() { return [SELECT COUNT() FROM Account]; }

  public static String savepoints() {
    insert new Account(Name = 'before');
    Savepoint first = Database.setSavepoint();
    Account lost = new Account(Name = 'lost');
    insert lost;
    kept = 7;
    Savepoint second = Database.setSavepoint();
    Database.rollback(first);
    String outcome = count() + ' ' + kept;
    try {
      Database.rollback(second);
      outcome += ' valid';
    } catch (Exception e) {
      outcome += ' ' + e.getTypeName();
    }
    insert new Account(Name = 'after');
    Database.rollback(first);
    return outcome + ' ' + count() + ' ' + Limits.getDmlStatements();
  }

  public static String mixed() {
    Savepoint start = Database.setSavepoint();
    insert new Account(Name = 'data');
    Database.rollback(start);
    try {
      insert new UserRole(Name = 'R', DeveloperName = 'R');
      return 'saved';
    } catch (DmlException e) {
      return e.getDmlType(0).name();
    }
  }

  public static void half() {
    insert new Account(Name = 'half');
    throw new IllegalArgumentException('stop');
  }

  public static Integer next() { return ++kept; }

  public static String endless() {
    try {
      Integer i = 0;
      while (i >= 0) { i = i == 1000 ? 0 : i + 1; }
    } catch (Exception e) {
      return 'caught';
    } finally {
      kept = 0;
    }
    return 'ended';
  }

  public static void statements() { for (Integer i = 0; i < 151; i++) insert new Account(Name = 'A' + i); }

  public static void rows() {
    List<Account> accounts = new List<Account>();
    for (Integer i = 0; i <= 10000; i++) accounts.add(new Account(Name = 'A' + i));
    insert accounts;
  }

  public static List<String> ids() {
    Savepoint start = Database.setSavepoint();
    Account one = new Account(Name = '1');
    insert one;
    String first = one.Id;
    Database.rollback(start);
    Account two = new Account(Name = '2');
    insert two;
    return new List<String>{ first, two.Id };
  }

  public static String whoAmI() {
    User other = [SELECT Id FROM User WHERE Alias = 'standard'];
    return UserInfo.getUserName() + ' ' + UserInfo.getOrganizationId().left(3);
  }
}`;

const opened = () => orgOf({ classes: { Code: CODE } });
const thrown = (body: () => unknown): string => {
  try {
    body();
  } catch (error) {
    if (error instanceof ApexException) return `${error.typeName}: ${error.message}`;
    throw error;
  }
  throw new Error('Nothing was thrown');
};

describe('an Apex transaction', () => {
  it('rolls rows back to a savepoint, keeps statics, and gives up later savepoints', () => {
    // insert, 2 savepoints, insert, 2 rollbacks (one refused), insert, rollback: eight statements
    expect(opened().call('Code.savepoints')).toBe('1 7 System.TypeException 1 8');
  });

  it('remembers what kind of DML it did, even when that was rolled back', () => {
    expect(opened().call('Code.mixed')).toBe('MIXED_DML_OPERATION');
  });

  it('leaves nothing behind when it ends in an exception, and has statics of its own', () => {
    const { org, call } = opened();
    expect(thrown(() => call('Code.half'))).toBe('System.IllegalArgumentException: stop');
    expect([call('Code.next'), call('Code.next')]).toEqual([1, 1]);
    const count = org.step({ userId: org.users[0]?.userId ?? '' }, () =>
      org.data.countText('SELECT COUNT() FROM Account', new Map(), { mode: 'system', sharing: false }),
    );
    expect(count).toBe(0);
  });

  it('is ended by its limits, which no code can catch', { timeout: 60_000 }, () => {
    const { call } = opened();
    expect(thrown(() => call('Code.endless'))).toBe('System.LimitException: Apex CPU time limit exceeded');
    expect(thrown(() => call('Code.statements'))).toBe('System.LimitException: Too many DML statements: 151');
    expect(thrown(() => call('Code.rows'))).toBe('System.LimitException: Too many DML rows: 10001');
  });

  it('hands out no id twice, not after a rollback either', () => {
    const { items } = opened().call('Code.ids') as { items: string[] };
    expect(new Set(items).size).toBe(2);
  });

  it('runs as its user', () => {
    expect(opened().call('Code.whoAmI', [], 'standard')).toBe('standard@apex.example 00D');
  });
});
