import fc from 'fast-check';
import { permissionSetFile, triggerFiles } from './project';
import type { ServedOrg } from './served-org';
import { loadUsers, type Person } from './workforce';

/** The kinds of people who make a run hard, and how many of each a population has on average. */
const KINDS = {
  plain: 8,
  /** The same mailbox at another address: the same username. */
  twin: 5,
  /** The very same address, which matching by e-mail finds again. */
  sameAddress: 3,
  /** Another mailbox, another number, the same nickname. */
  nickname: 3,
  noEmail: 1,
  longNumber: 1,
  /** Found by number: active, inactive, privileged, or of a license that the permission set does not fit. */
  known: 2,
  inactive: 1,
  privileged: 1,
  otherLicense: 1,
  /** Several employees whose address is that of one existing user, or of two. */
  hunter: 2,
  twoUsers: 1,
  /** Whose mailboxes differ until they become usernames. */
  spelled: 2,
  /** Refused by the customer's trigger on User, one by one or by an exception for all. */
  refused: 1,
  thrown: 1,
  /** Burns the transaction's queries before the user is there, or when the employee is linked. */
  burner: 1,
  lateBurner: 1,
  /** Whose username is taken in another org: the first one, or both. */
  taken: 2,
  takenTwice: 1,
  /** Refused by the customer's validation rule when linked. */
  unlinkable: 2,
} as const;
export type Kind = keyof typeof KINDS;

const WORD = 'abcdef';

export interface NastyPerson extends Person {
  readonly kind: Kind;
}

/** The customer's automation that the kinds meet; there is no other org, so a trigger makes the platform say that a username is taken. */
export const CUSTOMER_FILES: Readonly<Record<string, string>> = {
  ...triggerFiles(`trigger CustomerUsers on User (before insert) {
    for (User user : Trigger.new) {
      if (user.LastName.startsWith('refused')) {
        user.addError('Ask the works council first');
      } else if (user.LastName.startsWith('thrown')) {
        throw new IllegalArgumentException('Nobody expected ' + user.LastName);
      } else if (user.LastName.startsWith('burner')) {
        while (true) {
          user.Department = String.valueOf([SELECT COUNT() FROM Organization]);
        }
      } else if (user.LastName.startsWith('takenTwice') || (user.Username.startsWith('taken') && !user.Username.contains('.m'))) {
        user.Username = 'before.k0@north.example';
      }
    }
  }`),
  ...triggerFiles(`trigger CustomerEmployees on Employee2 (before update) {
    for (Employee2 employee : Trigger.new) {
      if (employee.UserId != null && employee.EmployeeNumber.startsWith('B')) {
        while (true) {
          employee.EmploymentType = String.valueOf([SELECT COUNT() FROM Organization]);
        }
      }
    }
  }`),
  ...permissionSetFile('Sales_Tools', 'Salesforce'),
  'objects/Employee2/validationRules/Closed_Books.validationRule-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Closed_Books</fullName>
    <active>true</active>
    <errorConditionFormula>AND(NOT(ISBLANK(UserId)), LEFT(EmployeeNumber, 1) = "L")</errorConditionFormula>
    <errorMessage>The books of this employee are closed</errorMessage>
</ValidationRule>
`,
};

/** People in an order of their own; `kinds` limits who is among them. The same seed gives the same people. */
export function nastyPeople(seed: number, count: number, kinds: readonly Kind[] = Object.keys(KINDS) as Kind[]): NastyPerson[] {
  const kind = fc.oneof(...kinds.map((name) => ({ weight: KINDS[name], arbitrary: fc.constant(name) })));
  const drafts = fc.sample(fc.record({ kind, group: fc.nat({ max: 19 }) }), { seed, numRuns: count });
  const people = drafts.map((draft, i) => ({ kind: draft.kind, lastName: `${draft.kind} ${i}`, ...valuesOf(draft.kind, draft.group, i) }));
  return [...new Map(people.map((person) => [person.number, person])).values()];
}

function valuesOf(kind: Kind, group: number, i: number): Pick<Person, 'number' | 'email'> {
  const number = `W${10_000 + i}`;
  const own = `worker${i}@north.example`;
  switch (kind) {
    case 'twin':
      return { number, email: `twin${group}@site${i}.example` };
    case 'sameAddress':
      return { number, email: `desk${group}@north.example` };
    case 'nickname':
      // one word, cut somewhere: what stands before the cut is in the mailbox, the rest is the number
      return { number: `${WORD.slice(i % WORD.length)}${group}Z`, email: `nick${WORD.slice(0, i % WORD.length)}@site${i}.example` };
    case 'noEmail':
      return { number, email: null };
    case 'longNumber':
      return { number: `W${i}-`.padEnd(20, '0'), email: own };
    case 'hunter':
      return { number, email: `hunted${group % 6}@north.example` };
    case 'twoUsers':
      return { number, email: `double${group % 3}@north.example` };
    case 'spelled':
      return { number, email: `${["o'neil", 'oneil', "one'il"][i % 3]}${group % 6}@site${i}.example` };
    case 'taken':
      return { number: `M${10_000 + i}`, email: `taken${group}@site${i}.example` };
    case 'unlinkable':
      return { number: `L${10_000 + i}`, email: group % 2 === 0 ? own : `twin${group}@site${i}.example` };
    case 'lateBurner':
      return { number: `B${10_000 + i}`, email: `twin${group}@site${i}.example` };
    default:
      return { number, email: own };
  }
}

/** The users who are there before the run, and what became of them. */
export async function loadNastyUsers(org: ServedOrg, people: readonly NastyPerson[]): Promise<void> {
  const numbers = (kind: Kind) => people.filter((person) => person.kind === kind).map((person) => person.number);
  await loadUsers(org, ['K0', ...numbers('known')]);
  await loadUsers(org, numbers('privileged'), 'System Administrator');
  await loadUsers(org, numbers('otherLicense'), 'Standard Platform User');
  const inactive = numbers('inactive');
  await loadUsers(org, inactive);
  await patchUsers(org, inactive, () => ({ IsActive: false }));
  const hunted = Array.from({ length: 6 }, (_, i) => `H${i}`);
  await loadUsers(org, hunted, 'Standard User', (number) => `hunted${number.slice(1)}@north.example`);
  const spelled = Array.from({ length: 6 }, (_, i) => `S${i}`);
  await loadUsers(org, spelled);
  await patchUsers(org, spelled, (number) => ({ Username: `oneil${number.slice(1)}@northwind.example` }));
  const doubles = Array.from({ length: 6 }, (_, i) => `D${i}`);
  await loadUsers(org, doubles, 'Standard User', (number) => `double${Number(number.slice(1)) % 3}@north.example`);
}

async function patchUsers(org: ServedOrg, numbers: readonly string[], change: (number: string) => object): Promise<void> {
  if (numbers.length === 0) return;
  const users = await org.query<{ Id: string; EmployeeNumber: string }>(
    `SELECT Id, EmployeeNumber FROM User WHERE EmployeeNumber IN (${numbers.map((number) => `'${number}'`).join(', ')})`,
  );
  for (let from = 0; from < users.length; from += 200) {
    const answer = await org.call<{ success: boolean }[]>('admin', 'PATCH', '/services/data/v67.0/composite/sobjects', {
      allOrNone: true,
      records: users
        .slice(from, from + 200)
        .map(({ Id, EmployeeNumber }) => ({ attributes: { type: 'User' }, Id, ...change(EmployeeNumber) })),
    });
    if (answer.status !== 200 || answer.body.some((row) => !row.success)) throw new Error(JSON.stringify(answer.body));
  }
}
