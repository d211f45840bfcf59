import { ApexException } from '../../../src/kernel/exceptions';
import { toText } from '../../../src/kernel/text';
import { SObject } from '../../../src/kernel/sobject';
import { classes, compiled, evaluate, running, schema } from '../support';

/** An Account as Apex makes one: not saved, not queried. */
export function newRow(fields: Readonly<Record<string, unknown>>): SObject {
  const record = new SObject(schema.object('Account')!);
  for (const [name, value] of Object.entries(fields)) record.set(name, value);
  return record;
}

/** An Account as a query gives it: fields that were not selected may not be read. */
export function queried(fields: Readonly<Record<string, unknown>>): SObject {
  const record = newRow(fields);
  record.queried = true;
  return record;
}

/** Text of an expression's value. */
export const text = (expression: string): string => toText(evaluate(expression));

/** Result of a method body of class `T`; `members` are further members. */
export const run = (body: string, members = '', returnType = 'Object'): unknown =>
  running(compiled(classes(`public class T { ${members} public static ${returnType} m() { ${body} } }`))).call('T.m');

/** `type: message` of what the body throws. */
export function thrown(body: string, members = ''): string {
  try {
    run(`${body} return null;`, members);
  } catch (error) {
    if (error instanceof ApexException) return `${error.typeName}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}

export const NPE = 'System.NullPointerException: Attempt to de-reference a null object';
