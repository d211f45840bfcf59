import { describe, expect, it } from 'vitest';
import { classes, compiled, running } from '../support';
import { newRow } from './body';

describe('triggers', () => {
  it('gives the trigger its records', () => {
    const sources = {
      classes: classes(
        "public class Handler { public static String log; public static void run(List<Account> news) { log = news.size() + '' + Trigger.isBefore + Trigger.operationType + (Trigger.old == null); } public static String read() { return log; } }",
      ).classes,
      triggers: [
        {
          name: 'AccountTrigger',
          path: 'triggers/AccountTrigger.trigger',
          apiVersion: 67,
          source:
            "trigger AccountTrigger on Account (before insert, after update) {\n  for (Account a : Trigger.new) {\n    a.Name = a.Name + '!';\n  }\n  Handler.run(Trigger.new);\n}",
        },
      ],
    };
    const program = running(compiled(sources));
    const record = newRow({ Name: 'x' });
    const [info] = program.linked.program.triggers;
    program.linked.runTrigger(info!, { timing: 'before', operation: 'insert', news: [record], olds: null });
    expect(record.get('Name')).toBe('x!');
    expect(program.call('Handler.read')).toBe('1trueBEFORE_INSERTtrue');
    expect(info).toMatchObject({
      object: 'Account',
      events: [
        { timing: 'before', operation: 'insert' },
        { timing: 'after', operation: 'update' },
      ],
    });
  });
});
