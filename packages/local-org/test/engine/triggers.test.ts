import { describe, expect, it } from 'vitest';
import { ApexException } from '../../src/kernel/exceptions';
import { orgOf } from './project';

const failure = (body: () => unknown): ApexException => {
  try {
    body();
  } catch (error) {
    if (error instanceof ApexException) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
};

describe('triggers', () => {
  it('fire in the documented order, see each other, and leave the caller its own values', () => {
    const { call } = orgOf({
      classes: {
        Log: `public class Log {
          public static List<String> lines = new List<String>();
          public static String run() {
            Account a = new Account(Name = 'A');
            insert a;
            lines.add('caller ' + a.Description);
            a.Name = 'B';
            update a;
            delete a;
            undelete a;
            return String.join(lines, '; ');
          }
        }`,
      },
      triggers: {
        All: `trigger All on Account (before insert, after insert, before update, after update, before delete, after delete, after undelete) {
          Log.lines.add(Trigger.operationType.name() + ' ' + (Trigger.new == null ? 0 : Trigger.new.size()) + ' ' + (Trigger.old == null ? 0 : Trigger.old.size()));
          if (Trigger.isBefore && Trigger.isInsert) Trigger.new[0].Description = 'set by the trigger';
        }`,
      },
    });
    expect(call('Log.run')).toBe(
      [
        'BEFORE_INSERT 1 0',
        'AFTER_INSERT 1 0',
        'caller null',
        'BEFORE_UPDATE 1 1',
        'AFTER_UPDATE 1 1',
        'BEFORE_DELETE 0 1',
        'AFTER_DELETE 0 1',
        'AFTER_UNDELETE 1 0',
      ].join('; '),
    );
  });

  it('run in chunks of 200 that share statics and limits', () => {
    const { call } = orgOf({
      classes: {
        Chunks: `public class Chunks {
          public static List<Integer> sizes = new List<Integer>();
          public static String run() {
            List<Account> accounts = new List<Account>();
            for (Integer i = 0; i < 450; i++) accounts.add(new Account(Name = 'A' + i));
            insert accounts;
            return sizes + ' ' + Limits.getDmlStatements() + ' ' + Limits.getDmlRows() + ' ' + Limits.getQueries();
          }
        }`,
      },
      triggers: {
        Count: `trigger Count on Account (after insert) { Chunks.sizes.add(Trigger.new.size()); List<Account> a = [SELECT Id FROM Account LIMIT 1]; }`,
      },
    });
    expect(call('Chunks.run')).toBe('(200, 200, 50) 1 450 3');
  });

  it('report an exception with the trigger, the event, the cause and its line', () => {
    const { call } = orgOf({
      classes: { Save: `public class Save { public static void run() { insert new Account(Name = 'A'); } }` },
      triggers: { Broken: `trigger Broken on Account (before insert) {\n  String nothing = null;\n  nothing.length();\n}` },
    });
    expect(failure(() => call('Save.run')).message).toBe(
      'Insert failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Broken: execution of BeforeInsert\n\n' +
        'caused by: System.NullPointerException: Attempt to de-reference a null object\n\nTrigger.Broken: line 3, column 1: []',
    );
  });

  it('nest to depth 16 and no deeper', () => {
    const { call } = orgOf({
      classes: {
        Deep: `public class Deep {
          public static Integer deepest = 0;
          public static Integer fired = 0;
          public static Integer stopAt;
          public static Integer run(Integer limitOf) {
            stopAt = limitOf;
            insert new Account(Name = 'A');
            return fired;
          }
        }`,
      },
      triggers: {
        Recursive: `trigger Recursive on Account (after insert) { Deep.fired++; if (Deep.fired < Deep.stopAt) insert new Account(Name = 'A'); }`,
      },
    });
    expect(call('Deep.run', [16])).toBe(16);
    expect(failure(() => call('Deep.run', [17])).message).toContain('maximum trigger depth exceeded');
  });

  it('are stopped by addError, row by row, and by a limit for good', () => {
    const { call } = orgOf({
      classes: {
        Rows: `public class Rows {
          public static Boolean greedy = false;
          public static String partial() {
            List<Account> accounts = new List<Account>{ new Account(Name = 'good'), new Account(Name = 'bad'), new Account(Name = 'fine') };
            String all = '';
            for (Database.SaveResult result : Database.insert(accounts, false)) all += result.isSuccess() ? '+' : result.getErrors()[0].getMessage();
            return all + ' ' + [SELECT COUNT() FROM Account];
          }
          public static String swallow() {
            greedy = true;
            try {
              insert new Account(Name = 'x');
            } catch (Exception e) {
              return 'caught';
            }
            return 'saved';
          }
        }`,
      },
      triggers: {
        Guard: `trigger Guard on Account (before insert) {
          for (Account a : Trigger.new) if (a.Name == 'bad') a.addError('refused');
          if (Rows.greedy) for (Integer i = 0; i < 101; i++) { Integer n = [SELECT COUNT() FROM Account]; }
        }`,
      },
    });
    expect(call('Rows.partial')).toBe('+refused+ 2');
    expect(failure(() => call('Rows.swallow'))).toMatchObject({ typeName: 'System.LimitException', message: 'Too many SOQL queries: 101' });
  });

  it('work in user mode from API 67 on, and in system mode before', () => {
    const classes = { Save: `public class Save { public static Integer run() { return [SELECT COUNT() FROM UserLogin]; } }` };
    const query = (version: number) => orgOf({ classes: { [`Save@${version}`]: classes.Save } });
    // UserLogin needs a setup permission that standard users lack; nobody has signed in, so there is no row.
    expect(query(66).call('Save.run', [], 'standard')).toBe(0);
    expect(failure(() => query(67).call('Save.run', [], 'standard')).message).toContain("sObject type 'UserLogin' is not supported");
  });
});
